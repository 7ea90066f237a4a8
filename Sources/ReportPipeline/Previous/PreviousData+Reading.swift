import PDFReading
import ReportModel

extension PreviousData {
  /// Of all areas together; and as many areas.
  static let mostActivities = 8_000
  /// As in a table's cell.
  static let longestText = 32_767

  /// A file that is no year before.
  struct Unusable: Error {
    let path: String
    /// Errors of the table, where it is one.
    var errors: [Diagnostic] = []
  }

  /// What is in one file, or in all tables of a folder.
  /// - Throws: the first that cannot be used.
  init(_ sources: [Source]) throws(Unusable) {
    if sources.count == 1 { try self.init(file: sources[0]) } else { try self.init(tables: sources) }
  }

  /// The data in a file: a PDF that carries them, themselves, or a table they are made of.
  private init(file: Source) throws(Unusable) {
    if file.bytes.starts(with: Array("%PDF-".utf8)) {
      let carried = (try? PDFFile(file.bytes)).map { $0.embeddedFiles().filter(\.isData) } ?? []
      let years = carried.compactMap { $0.bytes.flatMap(PreviousData.init(json:)) }
      guard years.count == 1 else { throw Unusable(path: file.path) }
      self = years[0]
    } else if let data = PreviousData(json: file.bytes) {
      self = data
    } else {
      try self.init(tables: [file])
    }
  }

  /// The data of the tables, of which each must be whole.
  private init(tables: [Source]) throws(Unusable) {
    var reports: [(name: String, report: Report)] = []
    for source in tables {
      let reading = Job.read(source, sheet: nil)
      let errors = reading.diagnostics.filter { $0.severity == .error }
      guard !reading.reports.isEmpty, errors.isEmpty else { throw Unusable(path: source.path, errors: errors) }
      reports += reading.reports.map { report, _ in
        (report.department?.value ?? report.activities.first?.name.location.sheet ?? source.stem, report)
      }
    }
    let data = reports.count == 1 ? CanonicalData(reports[0].report) : CanonicalData(reports)
    guard let previous = PreviousData(json: data.json) else { throw Unusable(path: tables.first?.path ?? "") }
    self = previous
  }

  /// nil when the bytes are no canonical data of a version known here, or hold more activities than are read.
  init?(json: [UInt8]) {
    guard let value = JSONValue(parsing: json), value["version"]?.integer == CanonicalData.version else { return nil }
    let areas: [Area]?
    switch value["format"]?.string {
    case CanonicalData.reportFormat:
      areas = value["report"].flatMap(PreviousYear.init).map { [Area(name: $0.department, year: $0)] }
    case CanonicalData.volumeFormat: areas = value["areas"]?.list?.all(PreviousData.area)
    default: areas = nil
    }
    guard let areas, areas.count <= PreviousData.mostActivities,
      areas.reduce(0, { $0 + $1.year.activities.count }) <= PreviousData.mostActivities
    else { return nil }
    self.init(json: json, areas: areas)
  }

  private static func area(_ value: JSONValue) -> Area? {
    guard let year = value["report"].flatMap(PreviousYear.init) else { return nil }
    return Area(name: value["name"]?.string ?? year.department, year: year)
  }
}

extension PreviousYear {
  /// Of a report in canonical data; nil when an activity cannot be read, for none is left out.
  fileprivate init?(_ report: JSONValue) {
    guard let activities = report["activities"]?.list?.all(PreviousActivity.init) else { return nil }
    self.init(year: report["year"]?.integer, department: report["department"]?.string, activities: activities)
  }
}

extension PreviousActivity {
  fileprivate init?(_ activity: JSONValue) {
    let annual = activity["annual"]
    let texts = ["number", "name", "objective", "unit"].map { activity[$0]?.string }
    guard let name = texts[1], let goal = annual?.figure("goal"), let real = annual?.figure("real"),
      texts.allSatisfy({ $0.map { $0.unicodeScalars.count <= PreviousData.longestText } ?? true })
    else { return nil }
    self.init(number: texts[0], name: name, objective: texts[2], unit: texts[3], goal: goal, real: real)
  }
}

extension JSONValue {
  /// The number of a figure: nil within where its cell holds none; nil when it cannot be read.
  fileprivate func figure(_ name: String) -> Quantity?? {
    guard case .object? = self[name] else { return nil }
    guard let value = self[name]?["value"], !value.isNull else { return .some(nil) }
    return value.quantity.map { .some($0) }
  }

  /// An exact number of digits without exponent; nil for any other.
  private var quantity: Quantity? {
    guard case .number(let text) = self else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let coefficient = Int64(parts.joined()) else { return nil }
    let scale = parts.count == 2 ? parts[1].utf8.count : 0
    return scale <= Quantity.maximumScale ? Quantity(coefficient: coefficient, scale: UInt8(scale)) : nil
  }
}

extension Array {
  /// All of them, or nil when one is none.
  fileprivate func all<Result>(_ transform: (Element) -> Result?) -> [Result]? {
    var results: [Result] = []
    for element in self {
      guard let result = transform(element) else { return nil }
      results.append(result)
    }
    return results
  }
}
