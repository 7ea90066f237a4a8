/// A share in per cent with one decimal, rounded exactly: half away from zero, whatever the sign.
public struct Percentage: Hashable, Sendable {
  /// Tenths of a per cent: 2467 is 246.7 %.
  public let tenths: Int64

  /// `part` in per cent of `whole`, rounded once from the exact ratio; nil unless `whole` is positive and the result fits.
  /// - Parameter limits: whole per cents that the result does not reach or cross by rounding: a ratio below such a limit
  ///   stays at least a tenth below it, one above it a tenth above.
  public init?(of part: Quantity, in whole: Quantity, apartFrom limits: [Int] = [100]) {
    guard whole > .zero else { return nil }
    let scale = max(part.scale, whole.scale)
    let (a, b) = (part.wide(at: scale), whole.wide(at: scale))
    let (scaled, overflow) = a.multipliedReportingOverflow(by: 1000)
    guard !overflow else { return nil }
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: b)
    // |remainder| < b, so b − |remainder| cannot overflow where twice the remainder could.
    let isHalfOrMore = remainder.magnitude >= b.magnitude - remainder.magnitude
    var tenths = isHalfOrMore ? quotient + (remainder < 0 ? -1 : 1) : quotient
    if remainder != 0, limits.contains(where: { Int128($0) * 10 == tenths }) {
      // Truncation tells the side: above a limit the quotient reaches it, below it does not.
      tenths += quotient >= tenths ? 1 : -1
    }
    guard let tenths = Int64(exactly: tenths) else { return nil }
    self.tenths = tenths
  }

  /// As a number with at most one decimal.
  public var quantity: Quantity { Quantity(coefficient: tenths, scale: 1) }
}
