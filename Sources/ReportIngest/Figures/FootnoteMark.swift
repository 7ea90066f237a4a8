/// Marks that send a reader from a figure to a note: `15*`, `15 1/`, `15²`, `15 (1)`.
enum FootnoteMark {
  /// The figure without its mark, and the mark; nil when there is none.
  static func split(_ text: String) -> (figure: String, mark: String)? {
    let scalars = Array(text.unicodeScalars)
    guard let end = markStart(scalars), end > 0 else { return nil }
    let figure = string(scalars[..<end]).trimmed
    let mark = string(scalars[end...]).trimmed
    guard figure.unicodeScalars.contains(where: isDigit), !mark.isEmpty else { return nil }
    return (figure, mark)
  }

  /// Whether a line below the table begins with a mark, and so is its note.
  static func isAtStart(of text: String) -> Bool {
    let scalars = Array(text.trimmed.unicodeScalars.prefix(4))
    if let first = scalars.first, symbols.contains(first) || superscripts.contains(first) { return true }
    if scalars.first == "(", let close = scalars.firstIndex(of: ")"), (2...3).contains(close) {
      return scalars[1..<close].allSatisfy { isDigit($0) || $0.properties.isLowercase }
    }
    guard let slash = scalars.firstIndex(of: "/"), (1...2).contains(slash) else { return false }
    return scalars[..<slash].allSatisfy { isDigit($0) || $0.properties.isLowercase }
  }

  private static let symbols = Set("*†‡§".unicodeScalars)
  private static let superscripts = Set("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ⁽⁾".unicodeScalars)

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Where the mark begins.
  private static func markStart(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let last = scalars.last else { return nil }
    if symbols.contains(last) || superscripts.contains(last) {
      let start = scalars.lastIndex { !symbols.contains($0) && !superscripts.contains($0) }.map { $0 + 1 } ?? 0
      // `m²` is a unit.
      return start > 0 && scalars[start - 1].properties.isAlphabetic ? nil : start
    }
    return last == "/" ? slashedStart(scalars) : enclosedStart(scalars)
  }

  /// ` 1/` and ` a/`, with a space before them.
  private static func slashedStart(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let space = scalars.lastIndex(where: \.isBlank), space > 0 else { return nil }
    return isName(scalars[(space + 1)...].dropLast()) ? space : nil
  }

  /// `(1)` and `[a]`.
  private static func enclosedStart(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let open = scalars.lastIndex(where: { $0 == "(" || $0 == "[" }), open > 0,
      scalars.last == (scalars[open] == "(" ? ")" : "]"), isName(scalars[(open + 1)...].dropLast())
    else { return nil }
    return open
  }

  private static func isName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    (1...2).contains(name.count) && name.allSatisfy(isDigit)
      || name.count == 1 && name.allSatisfy(\.properties.isLowercase)
  }
}
