/// Years in headers and titles.
enum YearText {
  /// The only number from 1900 to 2199 in `text`; nil when there is none, or there are several different ones.
  static func year(in text: String) -> Int? {
    let years = Set(numbers(in: text).compactMap { Int($0) }.filter { (1900...2199).contains($0) })
    return years.count == 1 ? years.first : nil
  }

  static func removing(from text: String) -> String {
    guard let year = year(in: text) else { return text }
    return text.split(separator: String(year), omittingEmptySubsequences: false).joined(separator: " ")
  }

  private static func numbers(in text: String) -> [Substring] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    return text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
  }
}
