/// Which of `.` and `,` separates decimals in a table.
enum DecimalSeparator: Character, Sendable, CaseIterable {
  case point = "."
  case comma = ","

  var other: DecimalSeparator { self == .point ? .comma : .point }

  /// What a text itself proves: two kinds of separators (the last is decimal), one repeated (it groups thousands), or one
  /// that stands where no group can be. nil when it proves nothing.
  static func proof(in text: String) -> DecimalSeparator? {
    let separators = text.filter { $0 == "." || $0 == "," }
    guard let last = separators.last.flatMap(DecimalSeparator.init(rawValue:)) else { return nil }
    if Set(separators).count == 2 { return last }
    if separators.count > 1 { return last.other }
    return mayGroup(text, last) ? nil : last
  }

  /// Whether a figure means one thing with a decimal point and another with a decimal comma.
  static func isAmbiguous(_ text: String) -> Bool {
    let separators = text.filter { $0 == "." || $0 == "," }
    return separators.count == 1 && proof(in: text) == nil
  }

  /// One to three digits before the only separator, not a zero alone, and exactly three behind it.
  private static func mayGroup(_ text: String, _ separator: DecimalSeparator) -> Bool {
    let parts = text.split(separator: separator.rawValue, omittingEmptySubsequences: false)
    let before = parts[0].filter(\.isNumber)
    let behind = parts.count > 1 ? parts[1].prefix { $0.isNumber } : ""
    return (1...3).contains(before.count) && before.first != "0" && behind.count == 3
  }
}
