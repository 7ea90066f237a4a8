/// Years in headers and titles.
enum YearText {
  /// The only number from 1900 to 2199 in `text`; nil when there is none, or there are several different ones.
  static func year(in text: String) -> Int? {
    let years = Set(numbers(in: text).compactMap { Int($0) }.filter { (1900...2199).contains($0) })
    return years.count == 1 ? years.first : nil
  }

  static func removing(from text: String) -> String {
    guard let year = year(in: text) else { return text }
    let (bytes, digits) = (Array(text.utf8), Array(String(year).utf8))
    var rest: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let isYear = bytes[place...].starts(with: digits)
      rest.append(isYear ? 0x20 : bytes[place])
      place += isYear ? digits.count : 1
    }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func numbers(in text: String) -> [Substring] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    return text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
  }
}
