/// How a backend that can only draw tells where a run of ink begins: runs are drawn in two shades by turns, too near to
/// be told apart by any eye or printer, and whoever finishes the file reads them and writes the true colour.
///
/// Measured with Cairo 1.16: enclosing runs in its own tags takes longer than drawing all their ink.
public enum ContentShade {
  /// More than what Cairo takes for the same colour (1/65535), less than a tenth of a step of eight bits.
  private static let difference = 4e-5
  private static let differenceInMillionths = 40

  /// A level of a colour, 0…255, as a share of 1, shaded or not.
  public static func encoded(_ level: UInt8, isShaded: Bool) -> Double {
    let share = Double(level) / 255
    guard isShaded else { return share }
    return level < 128 ? share + difference : share - difference
  }

  /// The level that was meant, and whether it is shaded; `share` in millionths of 1.
  public static func decoded(millionths share: Int) -> (level: Int, isShaded: Bool) {
    let level = (share * 255 + 500_000) / 1_000_000
    return (level, abs(share * 255 - level * 1_000_000) > 255 * differenceInMillionths / 2)
  }
}
