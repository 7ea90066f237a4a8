import ReportConfiguration
import ReportLayout
import ReportModel
import SystemLibraries

/// `datos.csv` as open data: the table and a descriptor of it (Data Package 2.0, datapackage.org), by which programs
/// find its columns, check its figures and see that it is whole. The same data make the same bytes.
struct DataPackage {
  /// As `OutputName` calls the report.
  let name: String
  let language: Language
  let reports: [Report]
  /// Of the tables, without folders other than the volume's own.
  let sources: [String]
  /// A table of several offices has their names in its rows only.
  let office: String?
  let year: Int?
  let csv: [UInt8]

  static let tableName = "datos.csv"
  static let descriptorName = "datapackage.json"
  private static let generator = "informe"

  /// The table first: a descriptor tells the checksum of a table that is there.
  var files: [(name: String, bytes: [UInt8])] {
    [(DataPackage.tableName, csv), (DataPackage.descriptorName, descriptor.lines)]
  }

  /// Whether the bytes are a descriptor that this program wrote, which it may write anew.
  static func isOurs(_ descriptor: [UInt8]) -> Bool {
    JSONValue(parsing: descriptor)?["generator"]?.string == generator
  }

  private var descriptor: JSONValue {
    .object([
      ("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"), ("name", .string(name)),
      ("title", .string(title[language])), ("description", .string(DataPackage.words[language])),
      ("generator", .string(DataPackage.generator)),
      ("sources", .array(sources) { .object([("title", .string($0))]) }),
      ("resources", .array([resource]) { $0 }),
    ])
  }

  private var title: LocalizedText {
    let behind = [office, year.map { String($0) }].compactMap { $0 }.map { ", " + $0 }.joined()
    return LocalizedText(es: "Datos del informe de actividades" + behind, en: "Data of the activity report" + behind)
  }

  private static let words = LocalizedText(
    es:
      "Una fila por actividad y periodo, y una por el año de cada actividad. Las cifras son las de la tabla original.",
    en: "A row for each activity and period, and one for each activity's year. Figures are those of the original table."
  )

  private var resource: JSONValue {
    .object([
      ("name", "datos"), ("path", .string(DataPackage.tableName)), ("type", "table"),
      ("title", .string(title[language])), ("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"),
      ("bytes", JSONValue(csv.count)), ("hash", .string("sha256:" + Digest.sha256(csv).description)),
      ("schema", schema),
    ])
  }

  /// `fieldsMatch` is left at its default, `exact`: the specification's text has a word there and its JSON Schema a list,
  /// and programs that know one refuse the other.
  private var schema: JSONValue {
    let texts = CanonicalCSV.texts(inPlaceOfNumbers: reports)
    return .object([
      ("$schema", "https://datapackage.org/profiles/2.0/tableschema.json"),
      ("fields", .array(DataColumn.allCases) { field($0, texts) }), ("missingValues", .array([""]) { .string($0) }),
    ])
  }

  /// - Parameter texts: what stands where a number would.
  private func field(_ column: DataColumn, _ texts: [String]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(column.rawValue)), ("type", .string(column.type)), ("title", .string(column.title[language])),
      ("description", .string(column.meaning[language])),
    ]
    if !column.constraints.isEmpty { members.append(("constraints", .object(column.constraints))) }
    if column.isFigure, !texts.isEmpty {
      members.append(("missingValues", .array([""] + texts) { .string($0) }))
    }
    return .object(members)
  }
}

extension DataPackage {
  /// Of one report.
  /// - Parameters:
  ///   - table: which of the reading's reports.
  ///   - office: as the report names it.
  init(_ reading: Job.Reading, _ table: Int, office: String?, _ language: Language) {
    let report = reading.reports[table].report
    self.init(
      name: reading.name(of: table), language: language, reports: [report], sources: [reading.source.name],
      office: office, year: report.year?.value, csv: Array(CanonicalCSV.text(report).utf8))
  }
}
