import ReportModel

/// What a number cell may say. A grammar, not a filter: what it does not know is an error.
///
///     figure  = blank | absence | number
///     number  = sign? digits sign? "%"?  |  "(" digits ")"      one sign at most; a parenthesis is a minus
///     sign    = "+" | "-" | "−" | "–" | "—"
///     digits  = whole with "," or " " between groups of three, "." before decimals;
///               or "." between groups of three and "," before decimals where it can mean nothing else
enum FigureGrammar {
  enum Reading: Hashable {
    case figure(Figure.Value)
    /// Read, but the separator might mean something else.
    case ambiguous(Quantity)
    case tooLarge
    case spreadsheetError
    case unreadable
  }

  static func read(_ cell: String) -> Reading {
    let text = cell.trimmed
    if text.isEmpty { return .figure(.blank) }
    if isAbsence(text) { return .figure(.notApplicable) }
    if text.hasPrefix("#") { return .spreadsheetError }
    guard let (negative, digits) = signed(text) else { return .unreadable }
    return number(digits, negative: negative)
  }

  /// Words for "there is no figure here".
  static let absences: Set<String> = [
    "NA", "NOAPLICA", "SP", "SD", "ND", "NOPROGRAMADO", "SINPROGRAMAR", "SINDATO", "SINDATOS", "NODISPONIBLE",
    "SINMETA",
  ]

  private static func isAbsence(_ text: String) -> Bool {
    if text.unicodeScalars.allSatisfy({ isDash($0) || $0 == "." || $0 == "…" || $0 == "*" }) { return true }
    return absences.contains(HeaderKey(text).description) && !text.contains(where: \.isNumber)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "-\u{2010}\u{2011}\u{2012}–—\u{2212}".unicodeScalars.contains(scalar)
  }

  /// Takes off one sign, before or behind, or a pair of parentheses; nil when there are two that disagree or a sign
  /// twice.
  private static func signed(_ text: String) -> (negative: Bool, digits: Substring)? {
    var rest = text.unicodeScalars[...]
    if rest.last == "%" { rest = rest.dropLast().trimmed }
    var signs: [Bool] = []
    if let first = rest.first, isDash(first) || first == "+" {
      signs.append(isDash(first))
      rest = rest.dropFirst().trimmed
    }
    if let last = rest.last, isDash(last) || last == "+" {
      signs.append(isDash(last))
      rest = rest.dropLast().trimmed
    }
    var enclosed = false
    if rest.first == "(", rest.last == ")" {
      enclosed = true
      rest = rest.dropFirst().dropLast().trimmed
    }
    // "-(27)" says minus once, in two ways; a plus with parentheses contradicts itself.
    guard signs.count <= 1, !(enclosed && signs.first == false) else { return nil }
    return (enclosed || signs.first == true, Substring(rest))
  }

  private static func number(_ text: Substring, negative: Bool) -> Reading {
    guard let parts = DecimalParts(text) else { return .unreadable }
    guard parts.whole.count + parts.decimals.count <= 18,
      let magnitude = Int64(parts.whole + parts.decimals)
    else { return .tooLarge }
    let quantity = Quantity(coefficient: negative ? -magnitude : magnitude, scale: UInt8(parts.decimals.count))
    return parts.isAmbiguous ? .ambiguous(quantity) : .figure(.number(quantity))
  }
}

/// The digits of a number, separators told apart.
private struct DecimalParts {
  let whole: String
  let decimals: String
  let isAmbiguous: Bool

  init?(_ text: Substring) {
    let separators = String(text.filter { ",.".contains($0) })
    let spaced = text.contains(" ") || text.contains("\u{A0}") || text.contains("\u{202F}")
    let point = DecimalParts.decimalSeparator(text, separators)
    let pieces = point.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [text]
    guard pieces.count <= 2, let first = pieces.first else { return nil }
    let group = spaced ? nil : separators.first { $0 != point }
    guard let whole = DecimalParts.joined(first, group: group, spaced: spaced) else { return nil }
    let decimals = pieces.count == 2 ? pieces[1] : ""
    guard decimals.allSatisfy(DecimalParts.isDigit), pieces.count == 1 || !decimals.isEmpty, whole + decimals != ""
    else {
      return nil
    }
    self.whole = whole
    self.decimals = String(decimals)
    // One point and three digits behind it: thousands to an author who thinks in European style.
    isAmbiguous = separators == "." && decimals.count == 3 && whole != "0" && !whole.isEmpty
  }

  /// Of two kinds of separators the last is the decimal one. A single comma that does not part a group of three must be
  /// decimal; points repeated are groups; otherwise the point is decimal and the comma is not, as in Mexico.
  private static func decimalSeparator(_ text: Substring, _ separators: String) -> Character? {
    guard let last = separators.last else { return nil }
    if Set(separators).count == 2 { return last }
    if separators.count > 1 { return nil }
    if last == "." { return "." }
    let behind = text.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    let before = text.prefix { $0 != "," }
    return behind.count == 3 && before != "0" && !before.isEmpty && before.count <= 3 ? nil : ","
  }

  private static func joined(_ text: Substring, group: Character?, spaced: Bool) -> String? {
    let groups =
      spaced
      ? text.split(whereSeparator: { " \u{A0}\u{202F}".contains($0) })
      : group.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [text]
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    guard groups.count > 1 else { return groups.first.map { String($0) } ?? "" }
    guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else {
      return nil
    }
    return groups.joined()
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

extension Substring.UnicodeScalarView {
  fileprivate var trimmed: Self {
    var rest = self
    while let first = rest.first, first.properties.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}
