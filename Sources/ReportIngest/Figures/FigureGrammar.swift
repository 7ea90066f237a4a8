import ReportModel

/// What a number cell may say. A grammar, not a filter: what it does not know is an error.
///
///     cell    = blank | absence | figure mark? | figure unit
///     figure  = sign? digits sign? "%"?  |  "(" digits ")"      one sign at most; a parenthesis is a minus
///     digits may end in an exponent (`1.2E+03`); a sign of money may stand on either side, see Currency
///     sign    = "+" | "-" | "−" | "–" | "—"
///     digits  = whole with separators or spaces between groups of three, the decimal separator before decimals
///     mark    = "*" | "¹" | " 1/" | " (1)" …                    see FootnoteMark
///     unit    = words                                           see UnitWords
enum FigureGrammar {
  /// A cell that was read.
  struct Cell: Hashable {
    var value: Figure.Value
    var mark: String?
    var unit: String?
  }

  enum Reading: Hashable {
    case cell(Cell)
    case tooLarge
    case spreadsheetError
    /// A day or month: what a spreadsheet makes of `1/2` or `1-1`.
    case date
    case unreadable
  }

  /// - Parameter decimal: the table's decimal separator, for figures that do not say themselves.
  static func read(_ cell: String, decimal: DecimalSeparator = .point) -> Reading {
    let text = cell.trimmed
    if text.isEmpty { return .cell(Cell(value: .blank)) }
    // No figure is as long as a sentence, with mark, unit and all.
    if text.utf8.count > 80 { return .unreadable }
    if let plain = plainNumber(text) { return .cell(Cell(value: .number(plain))) }
    if let money = Currency.split(text) { return self.money(money.figure, unit: money.unit, decimal) }
    if let absence = AbsenceWords.absence(text) { return .cell(Cell(value: .absent(absence))) }
    if text.hasPrefix("#") || text.hasPrefix("Err:") { return .spreadsheetError }
    if isDate(text) { return .date }
    if let reading = number(text, decimal) { return reading.cell() }
    if let (figure, mark) = FootnoteMark.split(text), let reading = number(figure, decimal) {
      return reading.cell(mark: mark)
    }
    if let (figure, unit) = UnitWords.split(text), let reading = number(figure, decimal) {
      return reading.cell(unit: unit)
    }
    return .unreadable
  }

  private static func money(_ figure: String, unit: String, _ decimal: DecimalSeparator) -> Reading {
    if figure.unicodeScalars.allSatisfy(isDash) { return .cell(Cell(value: .number(.zero), unit: unit)) }
    if let reading = number(figure, decimal) { return reading.cell(unit: unit) }
    guard let (bare, mark) = FootnoteMark.split(figure), let reading = number(bare, decimal) else { return .unreadable }
    return reading.cell(mark: mark, unit: unit)
  }

  /// The digits of a cell that depend on the decimal separator; nil for everything else.
  static func digits(_ cell: String) -> String? {
    let whole = cell.trimmed
    let text = Currency.split(whole)?.figure ?? whole
    guard text.utf8.contains(where: { $0 == 0x2E || $0 == 0x2C }) else { return nil }
    if scientific(text) != nil { return nil }
    let bare = FootnoteMark.split(text)?.figure ?? UnitWords.split(text)?.figure ?? text
    return signed(bare).map { String($0.digits) }
  }

  /// Digits with at most a minus before them: nearly every cell, and nothing in them needs the grammar.
  private static func plainNumber(_ text: String) -> Quantity? {
    let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text).map { Quantity($0) }
  }

  private enum Number {
    case quantity(Quantity)
    case tooLarge

    func cell(mark: String? = nil, unit: String? = nil) -> Reading {
      switch self {
      case .quantity(let quantity): .cell(Cell(value: .number(quantity), mark: mark, unit: unit))
      case .tooLarge: .tooLarge
      }
    }
  }

  /// `1-ene`, `ene-23`, `2023-01-31`, `31/01/2023`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split { "-/ .".contains($0) }
    guard (2...3).contains(parts.count) else { return false }
    let names = parts.count { $0.allSatisfy(\.isLetter) && PeriodLabel.months(String($0)) != nil }
    let numbers = parts.count { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    if names == 1, numbers == parts.count - 1 { return true }
    return parts.count == 3 && numbers == 3 && (text.contains("/") || text.contains("-"))
      && parts.contains { $0.count == 4 }
  }

  fileprivate static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "-\u{2010}\u{2011}\u{2012}–—\u{2212}\u{FE63}\u{FF0D}".unicodeScalars.contains(scalar)
  }

  private static func number(_ text: String, _ decimal: DecimalSeparator) -> Number? {
    if let scientific = scientific(text) { return scientific }
    guard let (negative, digits) = signed(text), let parts = DecimalParts(digits, decimal) else { return nil }
    guard parts.whole.count + parts.decimals.count <= 18, let magnitude = Int64(parts.whole + parts.decimals) else {
      return .tooLarge
    }
    return .quantity(
      Quantity(coefficient: negative ? -magnitude : magnitude, scale: UInt8(parts.decimals.count)))
  }

  /// `1.2E+03`, as programs write large numbers: exactly, as far as it fits. nil for any other text.
  private static func scientific(_ text: String) -> Number? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard parts.count == 2, let exponent = Int(parts[1]), (-18...18).contains(exponent), parts[1].utf8.count > 1,
      case .quantity(let mantissa)? = number(String(parts[0]), .point)
    else { return nil }
    let scale = Int(mantissa.scale) - exponent
    guard scale < 0 else {
      return scale <= 18 ? .quantity(Quantity(coefficient: mantissa.coefficient, scale: UInt8(scale))) : .tooLarge
    }
    var coefficient = mantissa.coefficient
    for _ in 0..<(-scale) {
      let (next, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow { return .tooLarge }
      coefficient = next
    }
    return .quantity(Quantity(coefficient: coefficient, scale: 0))
  }

  /// Takes off one sign, before or behind, or a pair of parentheses, and a per cent sign within or outside them; nil when
  /// there are two that disagree or a sign twice.
  private static func signed(_ text: String) -> (negative: Bool, digits: Substring)? {
    var rest = text.unicodeScalars[...]
    var percents = 0
    func dropPercent(_ text: inout Substring.UnicodeScalarView) {
      guard text.last == "%" else { return }
      percents += 1
      text = text.dropLast().trimmed
    }
    dropPercent(&rest)
    var signs: [Bool] = []
    if let first = rest.first, isDash(first) || first == "+" {
      signs.append(isDash(first))
      rest = rest.dropFirst().trimmed
    }
    if let last = rest.last, isDash(last) || last == "+" {
      signs.append(isDash(last))
      rest = rest.dropLast().trimmed
      dropPercent(&rest)
    }
    if let sign = enclosedSign(rest) {
      signs.append(isDash(sign))
      rest = rest.dropLast(3).trimmed
    }
    var enclosed = false
    if rest.first == "(", rest.last == ")" {
      enclosed = true
      rest = rest.dropFirst().dropLast().trimmed
      dropPercent(&rest)
      if signs.isEmpty, let first = rest.first, isDash(first) { rest = rest.dropFirst().trimmed }
    }
    // "-(27)" and "(-27)" say minus once, in two ways; a plus with parentheses contradicts itself.
    guard signs.count <= 1, percents <= 1, !(enclosed && signs.first == false) else { return nil }
    return (enclosed || signs.first == true, Substring(rest))
  }
}

extension FigureGrammar {
  /// The sign of `40 (+)`.
  private static func enclosedSign(_ text: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    let tail = text.suffix(3)
    guard text.count > 3, tail.first == "(", tail.last == ")", let sign = tail.dropFirst().first,
      isDash(sign) || sign == "+"
    else { return nil }
    return sign
  }
}

/// Words and signs for "there is no figure here".
enum AbsenceWords {
  static func absence(_ text: String) -> Absence? {
    let scalars = text.unicodeScalars
    if scalars.allSatisfy({ FigureGrammar.isDash($0) || $0.isBlank }) { return .dash }
    if scalars.allSatisfy({ $0 == "." || $0 == "…" || $0 == "*" }) { return .noData }
    return text.contains(where: \.isNumber) ? nil : words[HeaderKey(text).description]
  }

  private static let words: [String: Absence] = [
    "NA": .notApplicable, "NOAPLICA": .notApplicable, "SP": .notProgrammed, "NP": .notProgrammed,
    "NOPROGRAMADO": .notProgrammed, "NOPROGRAMADA": .notProgrammed, "SINPROGRAMAR": .notProgrammed,
    "SINPROGRAMACION": .notProgrammed, "SINMETA": .notProgrammed, "SD": .noData, "ND": .noData, "SINDATO": .noData,
    "SM": .notProgrammed, "NR": .noData, "NOREPORTADO": .noData, "NOREPORTADA": .noData, "SINDATOS": .noData,
    "NODISPONIBLE": .noData, "SINREGISTRO": .noData, "SINAVANCE": .noData, "SR": .noData,
    "SININFORMACION": .noData, "NOTAPPLICABLE": .notApplicable,
  ]
}

/// The digits of a number, separators told apart.
private struct DecimalParts {
  let whole: String
  let decimals: String

  init?(_ text: Substring, _ convention: DecimalSeparator) {
    guard let text = DecimalParts.withoutApostrophes(text) else { return nil }
    let spaced = text.contains { DecimalParts.isSpace($0) }
    let hasSeparator = text.contains { $0 == "." || $0 == "," }
    let decimal = hasSeparator ? DecimalSeparator.proof(in: String(text)) ?? convention : convention
    let pieces = text.split(separator: decimal.rawValue, omittingEmptySubsequences: false)
    guard pieces.count <= 2, let first = pieces.first else { return nil }
    let group: Character? = spaced ? nil : decimal.other.rawValue
    guard let whole = DecimalParts.joined(first, group: group) else { return nil }
    let decimals = pieces.count == 2 ? pieces[1] : ""
    guard decimals.allSatisfy(DecimalParts.isDigit), pieces.count == 1 || !decimals.isEmpty, whole + decimals != ""
    else { return nil }
    self.whole = whole
    self.decimals = String(decimals)
  }

  /// `1'234,567`, as millions are written in Mexico: an apostrophe groups, and commas before three digits do with it. nil
  /// where it stands elsewhere.
  private static func withoutApostrophes(_ text: Substring) -> Substring? {
    let parts = text.split(omittingEmptySubsequences: false) { "'’´".contains($0) }
    guard parts.count > 1 else { return text }
    let groups = parts.enumerated().allSatisfy { index, part in
      let digits = part.prefix(while: isDigit).count
      return index == 0 ? (1...3).contains(digits) && digits == part.count : digits == 3
    }
    guard groups, let last = parts.last, parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) else { return nil }
    let groupsByComma = last.dropFirst(3).first == "," && last.dropFirst(4).prefix(while: isDigit).count == 3
    return Substring(parts.joined(separator: groupsByComma ? "," : ""))
  }

  /// Groups of three behind a first one of one to three; `group` is nil for groups parted by spaces.
  private static func joined(_ text: Substring, group: Character?) -> String? {
    let groups =
      group.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? text.split(whereSeparator: isSpace)
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    guard groups.count > 1 else { return groups.first.map { String($0) } ?? "" }
    guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func isSpace(_ character: Character) -> Bool { " \u{A0}\u{202F}\u{2009}".contains(character) }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

extension Substring.UnicodeScalarView {
  fileprivate var trimmed: Self {
    var rest = self
    while let first = rest.first, first.isBlank { rest = rest.dropFirst() }
    while let last = rest.last, last.isBlank { rest = rest.dropLast() }
    return rest
  }
}
