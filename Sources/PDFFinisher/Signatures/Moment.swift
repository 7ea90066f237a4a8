public import Pages

/// A moment as a signer's clock shows it: to the second, with its distance to universal time.
public struct Moment: Hashable, Sendable {
  public let day: CalendarDate
  /// Since midnight.
  public let second: Int
  /// Minutes that the clock is ahead of universal time.
  public let offset: Int

  public init?(day: CalendarDate, second: Int, offset: Int) {
    guard (0..<86_400).contains(second), abs(offset) < 24 * 60 else { return nil }
    self.day = day
    self.second = second
    self.offset = offset
  }

  /// `YYYY-MM-DDThh:mm[:ss](Z|±hh:mm)`; a day alone stands for its noon in universal time.
  public init?(iso text: String) {
    guard let day = CalendarDate(iso: String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    guard !rest.isEmpty else {
      self.init(day: day, second: 12 * 3600, offset: 0)
      return
    }
    guard rest.first == "T" || rest.first == " " else { return nil }
    let clock = rest.dropFirst().prefix { $0.isASCII && $0.isNumber || $0 == ":" }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map(Moment.twoDigits)
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, hour < 24, minute < 60, second < 60,
      let offset = Moment.offset(rest.dropFirst(1 + clock.count))
    else { return nil }
    self.init(day: day, second: hour * 3600 + minute * 60 + second, offset: offset)
  }

  private static func twoDigits(_ text: Substring) -> Int? {
    text.utf8.count == 2 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  /// `Z`, or `+hh:mm`.
  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false).map(twoDigits)
    guard parts.count == 2, let hours = parts[0], let minutes = parts[1], minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
  }

  /// - Parameters:
  ///   - seconds: since 1970, in universal time.
  ///   - offset: of the clock that is to show it, in minutes.
  public init?(secondsSince1970 seconds: Int, offset: Int) {
    let local = seconds + offset * 60
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    guard let day = CalendarDate(daysSince1970: days) else { return nil }
    self.init(day: day, second: local - days * 86_400, offset: offset)
  }

  public var secondsSince1970: Int { day.daysSince1970 * 86_400 + second - offset * 60 }
}

extension Moment: CustomStringConvertible {
  /// `2024-01-15 12:00:00 -06:00`.
  public var description: String { "\(day) \(clock(":")) \(zone(":"))" }

  private func clock(_ separator: String) -> String {
    [second / 3600, second / 60 % 60, second % 60].map(Moment.padded).joined(separator: separator)
  }

  private func zone(_ separator: String) -> String {
    (offset < 0 ? "-" : "+") + Moment.padded(abs(offset) / 60) + separator + Moment.padded(abs(offset) % 60)
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  /// As PDF writes dates (ISO 32000-1, 7.9.4).
  var pdf: String { "D:" + day.description.filter(\.isNumber) + clock("") + zone("'") + "'" }

  /// A date as any program may write it: what is left out at its end is midnight, the first of the month or of the year, and
  /// universal time.
  public init?(anyPDF text: String) {
    var rest = text.hasPrefix("D:") ? text.dropFirst(2) : text[...]
    func number(_ width: Int, _ missing: Int) -> Int? {
      guard rest.first?.isNumber == true else { return missing }
      defer { rest = rest.dropFirst(width) }
      return rest.prefix(width).count == width ? Int(rest.prefix(width)) : nil
    }
    guard let year = number(4, 0), let month = number(2, 1), let day = number(2, 1), let hour = number(2, 0),
      let minute = number(2, 0), let second = number(2, 0), let date = CalendarDate(year: year, month: month, day: day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let sign = rest.first == "-" ? -1 : 1
    let parts = rest.dropFirst().split(separator: "'").map { Int($0) ?? 0 }
    let offset = (parts.first ?? 0) * 60 + (parts.count > 1 ? parts[1] : 0)
    self.init(day: date, second: hour * 3600 + minute * 60 + second, offset: sign * offset)
  }

  /// nil for a date that `pdf` did not write.
  public init?(pdf text: String) {
    let digits = Array(text.dropFirst(2))
    guard digits.count == 21 else { return nil }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    let day = [part(0..<4), part(4..<6), part(6..<8)].joined(separator: "-")
    let clock = [part(8..<10), part(10..<12), part(12..<14)].joined(separator: ":")
    self.init(iso: "\(day)T\(clock)\(part(14..<17)):\(part(18..<20))")
    guard pdf == text else { return nil }
  }
}

extension CalendarDate {
  /// In the Gregorian calendar, which is taken to go on in both directions. Years are counted from March, so that the leap
  /// day is the last of them.
  var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
