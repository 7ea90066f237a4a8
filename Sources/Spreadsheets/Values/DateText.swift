/// Dates as a Mexican spreadsheet shows them.
enum DateText {
  /// A day counted by a spreadsheet, as text; nil beyond the years 1900 to 9999.
  /// - Parameter epoch1904: whether day 0 is 1904-01-01 (ECMA-376-1, 18.17.4.1), else 1900 with its false leap day.
  static func text(serial: String, shown parts: NumberFormat.DateParts, epoch1904: Bool) -> String? {
    guard let value = Double(serial), value >= 0, value < 2_958_466 else { return nil }
    let serial = Int(value)
    // Day 60 of the 1900 calendar is a 29 February that never was.
    let days = epoch1904 ? serial + 1461 : serial < 60 ? serial : serial - 1
    return text(daysSince1899: days, shown: parts)
  }

  /// An ISO 8601 date, or date with time.
  static func text(iso: String, shown parts: NumberFormat.DateParts) -> String? {
    let numbers = iso.prefix { $0 != "T" }.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
    return text(numbers[0], numbers[1], numbers[2], shown: parts)
  }

  private static func text(daysSince1899 days: Int, shown parts: NumberFormat.DateParts) -> String {
    // Days from civil, by Howard Hinnant's algorithm; 1899-12-31 is day −25,568 of 1970.
    let z = days - 25_568 + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return text(year, month, dayOfYear - (153 * shifted + 2) / 5 + 1, shown: parts)
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int, shown parts: NumberFormat.DateParts) -> String {
    switch (parts.year, parts.month, parts.day) {
    case (true, true, false): "\(months[month - 1]) \(year)"
    case (false, true, true): "\(day)-\(months[month - 1].prefix(3))"
    case (false, true, false): months[month - 1]
    case (true, false, false): String(year)
    default: "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
}
