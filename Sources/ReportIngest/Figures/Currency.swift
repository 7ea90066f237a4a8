/// Signs and words of money around a figure, as Excel and offices write them: `-$27.00`, `($3.00)`, `$ (3.00)`,
/// `1,234.00 M.N.`, `MXN 5`.
enum Currency {
  /// The figure without them, and `$`, for all of them mean pesos; nil when there is none.
  static func split(_ text: String) -> (figure: String, unit: String)? {
    guard text.utf8.contains(where: { $0 == 0x24 || $0 == 0x4D }), let word = words.first(where: { text.contains($0) })
    else { return nil }
    let parts = text.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (before, behind) = (parts[0], parts[1])
    let isInFront = before.allSatisfy { "-−–(+".contains($0) || $0.isWhitespace }
    let isBehind = behind.allSatisfy { "-−–)+".contains($0) || $0.isWhitespace }
    guard isInFront || isBehind else { return nil }
    let rest = (String(before) + String(behind)).trimmed
    if let inner = split(rest) { return (inner.figure, inner.unit) }
    return rest.isEmpty ? nil : (rest, "$")
  }

  /// All with `$` or `M`, as `split` takes for granted.
  private static let words = ["M.N.", "MXN", "M. N.", "MN", "$"]
}
