import ReportModel

/// The page's files, compiled in. Where they speak, both languages stand side by side: `{{Español|English}}`.
enum Page {
  static let style = PackageResources.page_css

  static func script(_ language: Language) -> [UInt8] { Array(scripts[language, default: ""].utf8) }

  static func html(_ language: Language) -> [UInt8] { Array(pages[language, default: ""].utf8) }

  /// The page with what there is to say on top, for browsers without scripts.
  static func html(_ language: Language, telling diagnostics: [Diagnostic], _ title: LocalizedText) -> [UInt8] {
    let page = pages[language, default: ""]
    return Array(page.replacing(place, with: FindingsHTML.section(diagnostics, title, language)).utf8)
  }

  /// What is said without scripts stands here.
  private static let place = "<!-- findings -->"

  private static let pages = translations(PackageResources.page_html)
  private static let scripts = translations(PackageResources.page_js)

  private static func translations(_ file: [UInt8]) -> [Language: String] {
    let text = String(decoding: file, as: UTF8.self)
    return Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, translated(text, $0)) })
  }

  static func translated(_ text: String, _ language: Language) -> String {
    var (rest, result) = (text[...], "")
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      result += rest[..<open.lowerBound]
      let words = rest[open.upperBound..<close.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
      result += words[language == .es ? 0 : words.count - 1]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
