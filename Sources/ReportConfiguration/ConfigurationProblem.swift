import ReportModel

/// What can be wrong with a configuration.
enum ConfigurationProblem {
  case tooLong
  case notUTF8
  case tooManyReferences
  case syntax(String)
  case duplicateKey(String)
  case unknownKey(String, meant: ConfigurationKey?, known: [ConfigurationKey])
  case missingKey(ConfigurationKey)
  case wrongType(expected: ConfigurationValue)
  case wrongValue(String, expected: ConfigurationValue)
  case notOneLine
  /// A colour that YAML takes for a comment.
  case hiddenColor
  case textTooLong(Int, longest: Int)
  case paleAccent(Double, least: Double)
  case noRoom(paper: String)
}

/// What a value should have been.
enum ConfigurationValue {
  case text
  case mapping
  case list
  case signer
  case matches
  case paper
  case date
  case color
  case whole(ClosedRange<Int>)
  case millimetres(ClosedRange<Int>)
  case oneOf([String])

  /// With an article, to stand in a sentence.
  var name: LocalizedText {
    switch self {
    case .text: LocalizedText(es: "un texto", en: "a text")
    case .mapping: LocalizedText(es: "claves con sus valores", en: "keys with their values")
    case .list: LocalizedText(es: "una lista (un guion por elemento)", en: "a list (one dash an element)")
    case .signer: LocalizedText(es: "role, name y, si acaso, post", en: "role, name and perhaps post")
    case .matches:
      LocalizedText(
        es: "pares «núm. de este año: núm. del año anterior», o «núm.: new»",
        en: "pairs “no. of this year: no. of the year before”, or “no.: new”")
    case .paper:
      LocalizedText(
        es: "carta, oficio, legal, a4, a3, tabloide o ANCHOxALTO en milímetros",
        en: "carta, oficio, legal, a4, a3, tabloide or WIDTHxHEIGHT in millimetres")
    case .date: LocalizedText(es: "una fecha AAAA-MM-DD", en: "a date YYYY-MM-DD")
    case .color: LocalizedText(es: "un color como \"#12436D\"", en: "a colour like \"#12436D\"")
    case .whole(let range):
      LocalizedText(
        es: "un número entero de \(range.lowerBound) a \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .millimetres(let range):
      LocalizedText(
        es: "milímetros, de \(range.lowerBound) a \(range.upperBound)",
        en: "millimetres, from \(range.lowerBound) to \(range.upperBound)")
    case .oneOf(let words):
      LocalizedText(
        es: words.dropLast().joined(separator: ", ") + " o " + (words.last ?? ""),
        en: words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""))
    }
  }
}

/// Gathers what is found while one configuration is read: its problems, and its texts.
final class ConfigurationProblems {
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []
  var texts: [Sourced<String>] = []

  init(file: String) { self.file = file }

  func location(_ mark: YAMLNode.Mark?) -> SourceLocation {
    SourceLocation(file: file, row: mark?.line, column: mark?.column)
  }

  func report(_ problem: ConfigurationProblem, at mark: YAMLNode.Mark?) {
    diagnostics.append(
      Diagnostic(
        code: problem.code, severity: .error, message: problem.message, hint: problem.hint, at: location(mark)))
  }
}
