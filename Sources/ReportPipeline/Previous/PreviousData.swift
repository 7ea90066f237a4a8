import PDFReading
import ReportLayout
import ReportModel

/// The year before, as it is compared and carried: canonical data of a report or of a volume.
struct PreviousData {
  /// The canonical data, whole.
  let json: [UInt8]
  let areas: [(name: String?, year: PreviousYear)]

  /// nil when the bytes are no canonical data of a version known here.
  init?(json: [UInt8]) {
    guard let value = JSONValue(parsing: json), value["version"]?.integer == CanonicalData.version else { return nil }
    switch value["format"]?.string {
    case CanonicalData.reportFormat:
      guard let year = value["report"].flatMap(PreviousYear.init) else { return nil }
      areas = [(year.department, year)]
    case CanonicalData.volumeFormat:
      guard let list = value["areas"]?.list else { return nil }
      areas = list.compactMap { area in
        area["report"].flatMap(PreviousYear.init).map { (area["name"]?.string ?? $0.department, $0) }
      }
    default: return nil
    }
    self.json = json
  }

  /// The data of the tables of all areas, of which each must be whole.
  /// - Throws: the first that is not.
  init?(tables: [Source]) throws(Unusable) {
    var reports: [(name: String, report: Report)] = []
    for source in tables {
      let reading = Job.read(source, sheet: nil)
      guard !reading.reports.isEmpty, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
        throw Unusable(path: source.path)
      }
      reports += reading.reports.map { report, _ in
        (report.department?.value ?? report.activities.first?.name.location.sheet ?? source.stem, report)
      }
    }
    self.init(json: CanonicalData(reports).json)
  }

  struct Unusable: Error { let path: String }

  /// The data in a file: a PDF that carries them, themselves, or a table they are made of. nil when it holds none.
  init?(file: Source) {
    if file.bytes.starts(with: Array("%PDF-".utf8)) {
      let carried = (try? PDFFile(file.bytes)).map { $0.embeddedFiles().filter(\.isData) } ?? []
      guard let data = carried.lazy.compactMap({ $0.bytes.flatMap(PreviousData.init(json:)) }).first else { return nil }
      self = data
    } else if let data = PreviousData(json: file.bytes) {
      self = data
    } else {
      let tables = Job.read(file, sheet: nil).reports.map(\.report)
      guard let first = tables.first else { return nil }
      let data =
        tables.count == 1
        ? CanonicalData(first)
        : CanonicalData(tables.map { ($0.department?.value ?? $0.activities.first?.name.location.sheet ?? "", $0) })
      self.init(json: data.json)
    }
  }

  /// The earlier year of a report that stands alone: the only one there is, or that of the same office.
  func year(of name: String?) -> PreviousYear? {
    areas.count == 1 ? areas[0].year : area(named: name).map { areas[$0].year }
  }

  /// The only area of that name, case, accents and numbers aside.
  /// - Parameter name: of the office, or as a volume calls the area.
  func area(named name: String?) -> Int? {
    let words = PreviousData.words(of: name)
    let found = areas.indices.filter { index in
      [areas[index].name, areas[index].year.department].contains { PreviousData.words(of: $0) == words }
    }
    return words.isEmpty || found.count != 1 ? nil : found[0]
  }

  private static func words(of name: String?) -> [String] {
    FoldedText.words(of: name ?? "").filter { !$0.allSatisfy(\.isNumber) }
  }
}

extension PreviousYear {
  /// Of a report in canonical data.
  fileprivate init?(_ report: JSONValue) {
    guard let list = report["activities"]?.list else { return nil }
    let activities = list.compactMap { activity -> PreviousActivity? in
      guard let name = activity["name"]?.string else { return nil }
      let annual = activity["annual"]
      return PreviousActivity(
        number: activity["number"]?.string, name: name, objective: activity["objective"]?.string,
        unit: activity["unit"]?.string, goal: annual?["goal"]?["value"]?.quantity,
        real: annual?["real"]?["value"]?.quantity)
    }
    self.init(year: report["year"]?.integer, department: report["department"]?.string, activities: activities)
  }
}

extension JSONValue {
  /// An exact number of digits without exponent; nil for any other.
  fileprivate var quantity: Quantity? {
    guard case .number(let text) = self else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let coefficient = Int64(parts.joined()) else { return nil }
    let scale = parts.count == 2 ? parts[1].utf8.count : 0
    return scale <= Quantity.maximumScale ? Quantity(coefficient: coefficient, scale: UInt8(scale)) : nil
  }
}
