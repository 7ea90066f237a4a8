public import Pages
public import ReportLayout
import ReportModel

/// All that, besides the source and the program, decides a report's bytes.
public struct RenderOptions: Hashable, Sendable {
  public var layout: LayoutOptions
  public var standard: PDFStandard

  public init(layout: LayoutOptions = LayoutOptions(), standard: PDFStandard = .a3a) {
    self.layout = layout
    self.standard = standard
  }
}

/// How to make a report again from its source: which table of the file it is, and the options. Carried in the report.
public struct Recipe: Hashable, Sendable {
  /// The program that made the report, with its version.
  public var program: String
  /// The source's name.
  public var source: String
  /// The only sheet that was read, by name or number; nil for all that are not hidden.
  public var onlySheet: String?
  /// Which of the tables read it is, from 0.
  public var table: Int
  public var options: RenderOptions
}

extension Recipe {
  private static let format = "informe-opciones"
  private static let version = 1

  var json: [UInt8] {
    let layout = options.layout
    let value = JSONValue.object([
      ("format", .string(Recipe.format)), ("version", JSONValue(Recipe.version)), ("program", .string(program)),
      ("source", .string(source)), ("onlySheet", JSONValue(onlySheet)), ("table", JSONValue(table + 1)),
      ("standard", .string(options.standard.rawValue)), ("paper", .string(layout.paper.name)),
      ("language", .string(layout.language.rawValue)), ("date", JSONValue(layout.date?.description)),
      ("bands", .object([("lower", JSONValue(layout.bands.lower)), ("upper", JSONValue(layout.bands.upper))])),
    ])
    return value.lines
  }

  /// nil when the bytes are no recipe, or one of a later version.
  init?(json bytes: [UInt8]) {
    guard let value = JSONValue(parsing: bytes), value["format"]?.string == Recipe.format,
      value["version"]?.integer == Recipe.version, let program = value["program"]?.string,
      let source = value["source"]?.string, let table = value["table"]?.integer, table > 0,
      let standard = value["standard"]?.string.flatMap(PDFStandard.init(rawValue:)),
      let layout = LayoutOptions(value)
    else { return nil }
    self.init(
      program: program, source: source, onlySheet: value["onlySheet"]?.string, table: table - 1,
      options: RenderOptions(layout: layout, standard: standard))
  }
}

extension LayoutOptions {
  fileprivate init?(_ value: JSONValue) {
    guard let paper = value["paper"]?.string.flatMap(Paper.init(parsing:)),
      let language = value["language"]?.string.flatMap(Language.init(rawValue:)),
      let lower = value["bands"]?["lower"]?.integer, let upper = value["bands"]?["upper"]?.integer,
      let bands = StatusBands(lower: lower, upper: upper)
    else { return nil }
    var date: CalendarDate?
    if let text = value["date"]?.string {
      guard let day = CalendarDate(iso: text) else { return nil }
      date = day
    }
    self.init(paper: paper, language: language, date: date, bands: bands)
  }
}
