/// How a cell shows its number, as far as it changes what the number means.
enum NumberFormat: Hashable {
  case number(DigitsShown)
  case percent(DigitsShown)
  case date(DateParts)

  /// As the general format shows it.
  static let plain = NumberFormat.number(DigitsShown())

  /// Digits that are shown even where they are zeros: `0.00` shows 1.1 as 1.10, and `000` shows 7 as 007.
  struct DigitsShown: Hashable {
    var whole = 1
    var decimals = 0
  }

  /// What of a date is shown.
  struct DateParts: Hashable {
    var year = false
    var month = false
    var day = false
  }

  /// A format of ECMA-376-1, 18.8.30 (numFmt) by its code, or one of the built-in ones by its number.
  init(id: Int, code: String?) {
    if let code {
      self.init(code: code)
    } else {
      switch id {
      case 2, 4, 39, 40, 43, 44: self = .number(DigitsShown(decimals: 2))
      case 9: self = .percent(DigitsShown())
      case 10: self = .percent(DigitsShown(decimals: 2))
      case 16: self = .date(DateParts(month: true, day: true))
      case 17: self = .date(DateParts(year: true, month: true))
      case 18...21, 45...47: self = .date(DateParts())
      case 14, 15, 22, 27...36, 50...58: self = .date(DateParts(year: true, month: true, day: true))
      default: self = .plain
      }
    }
  }

  /// Of the first section (positive numbers). Literal text, colours and conditions say nothing; elapsed hours do.
  private init(code: String) {
    var parts = DateParts()
    var (isPercent, isTime) = (false, false)
    for scalar in NumberFormat.withoutLiterals(code) {
      switch scalar {
      case "%": isPercent = true
      case "y", "Y": parts.year = true
      case "d", "D": parts.day = true
      case "m", "M": parts.month = true
      case "h", "H", "s", "S": isTime = true
      default: break
      }
    }
    let isDate = parts.year || parts.day || parts.month || isTime
    let digits = NumberFormat.digits(NumberFormat.withoutLiterals(code))
    self = isPercent ? .percent(digits) : isDate ? .date(parts) : .number(digits)
  }

  /// Zeros on both sides of the point; in a format with an exponent they say something else.
  private static func digits(_ code: [Unicode.Scalar]) -> DigitsShown {
    guard !code.contains("E"), !code.contains("/") else { return DigitsShown() }
    let parts = code.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first?.count { $0 == "0" } ?? 1
    let decimals = parts.count == 2 ? parts[1].prefix { $0 == "0" }.count : 0
    return DigitsShown(whole: min(max(1, whole), 15), decimals: min(decimals, 15))
  }

  private static func withoutLiterals(_ code: String) -> [Unicode.Scalar] {
    if ["general", "estándar", "standard"].contains(code.lowercased()) { return [] }
    var kept: [Unicode.Scalar] = []
    var scalars = code.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\"": while let next = scalars.next(), next != "\"" {}
      case "[":
        var inside: [Unicode.Scalar] = []
        while let next = scalars.next(), next != "]" { inside.append(next) }
        if !inside.isEmpty, inside.allSatisfy({ "hHmMsS".unicodeScalars.contains($0) }) { kept.append("h") }
      case "\\", "_", "*": _ = scalars.next()
      case ";": return kept
      default: kept.append(scalar)
      }
    }
    return kept
  }
}
