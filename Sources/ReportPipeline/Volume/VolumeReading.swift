import ReportConfiguration
import ReportIngest
import ReportLayout
import ReportModel
import Workers

/// The tables of a volume, read and judged, in the order they are bound.
struct VolumeReading: Sendable {
  /// The files, in the order they were named, without those that are left out: nobody is given these.
  let sources: [Source]
  let options: ReportConfiguration
  let volume: Volume
  /// What the configuration says of tables that are not there.
  let problems: [Diagnostic]
  /// The same of tables that are to be left out, which a volume does not carry.
  let absences: [Diagnostic]
  /// What is to be said of the tables, in the order they were named: errors of those that cannot be used, and findings.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - sources: each under its name, with its folder below the volume's.
  ///   - workers: how many of them are read at a time.
  init(_ sources: [Source], options: ReportConfiguration, workers: Int = 1) {
    let omitted = options.volume.areas.filter { $0.isLeftOut && $0.sheet == nil }
    self.sources = sources.filter { source in !omitted.contains { $0.means(source) } }
    self.options = options
    let tables = VolumeTable.tables(of: self.sources, workers: workers)
    let order = VolumeOrder(tables, options.volume.areas)
    let comparison = VolumeComparison(order, options.previous)
    volume = Volume(
      parts: comparison.parts, leftOut: order.leftOut, cover: options.volume.cover, previous: comparison.areas)
    problems = order.problems
    absences = omitted.filter { area in !sources.contains { area.means($0) } }.map(VolumeOrder.noTable)
    let named = options.volume.areas.filter { $0.name != nil }
    diagnostics =
      tables.flatMap { table in
        let isNamed = options.layout.department != nil || named.contains { $0.means(table) }
        return table.diagnostics.filter { !isNamed || !$0.isOfMissingDepartment }
      } + comparison.diagnostics
  }
}

/// One table of a file, or the file that has none for its errors.
struct VolumeTable: Sendable {
  let source: Source
  let sheet: String?
  let part: Part
  /// What reading its file had to say, told with the first of its tables.
  var remarks: [Diagnostic] = []

  enum Part: Sendable {
    case report(Report, findings: [Diagnostic])
    case broken([Diagnostic])
  }

  var diagnostics: [Diagnostic] {
    switch part {
    case .report(_, let findings): remarks + findings
    case .broken(let errors): errors
    }
  }

  /// Those of all files, in their order whoever is faster.
  static func tables(of sources: [Source], workers: Int) -> [VolumeTable] {
    let tables = Monitor<[VolumeTable]>([])
    OrderedWork<[VolumeTable]>(count: sources.count).run(workers: workers) { index, _ in
      VolumeTable.tables(of: sources[index])
    } deliver: { _, read in
      tables.withLock { $0 += read }
    }
    return tables.withLock { $0 }
  }

  private static func tables(of source: Source) -> [VolumeTable] {
    let reading = Job.read(source, sheet: nil)
    guard !reading.reports.isEmpty else {
      let errors = reading.diagnostics.filter { $0.severity == .error }
      return [VolumeTable(source: source, sheet: nil, part: .broken(errors))]
    }
    var tables = reading.reports.map { report, findings in
      VolumeTable(
        source: source, sheet: report.activities.first?.name.location.sheet, part: .report(report, findings: findings))
    }
    tables[0].remarks = reading.diagnostics
    return tables
  }

  /// - Parameter name: what the configuration calls the area.
  func part(named name: String?) -> Volume.Part {
    switch part {
    case .report(let report, let findings):
      let own = name ?? report.department?.value ?? sheet ?? source.stem
      return .area(Volume.Area(name: own, report: report, findings: findings, source: source.path))
    case .broken(let errors):
      return .missing(Volume.MissingArea(name: name ?? source.stem, source: source.path, errors: errors))
    }
  }
}

/// The tables in the order the configuration wants: those it lists, then all others. None is ever left out unless the
/// configuration says so.
struct VolumeOrder {
  private(set) var parts: [Volume.Part] = []
  private(set) var leftOut: [String] = []
  /// What the configuration says of each part; nil where it does not list it.
  private(set) var settings: [VolumeOptions.Area?] = []
  private(set) var problems: [Diagnostic] = []

  /// - Parameter areas: as the configuration lists them.
  init(_ tables: [VolumeTable], _ areas: [VolumeOptions.Area]) {
    var left = Array(tables.indices)
    for area in areas {
      let found = left.filter { area.means(tables[$0]) }
      left.removeAll { found.contains($0) }
      if area.isLeftOut {
        leftOut.append(area.name ?? area.file)
      } else if found.isEmpty {
        problems.append(VolumeOrder.noTable(area))
      } else if area.name != nil || area.previous != nil, found.count > 1 {
        problems.append(VolumeOrder.severalTables(area, found.count))
      } else {
        for index in found { add(tables[index].part(named: area.name), area) }
      }
    }
    for index in left { add(tables[index].part(named: nil), nil) }
  }

  private mutating func add(_ part: Volume.Part, _ settings: VolumeOptions.Area?) {
    parts.append(part)
    self.settings.append(settings)
  }

  static func noTable(_ area: VolumeOptions.Area) -> Diagnostic {
    let name = [area.file, area.sheet].compactMap { $0 }.joined(separator: "!")
    return Diagnostic(
      code: DiagnosticCode.noSuchArea, severity: .error,
      message: LocalizedText(
        es: "areas nombra «\(name)», que no está entre las tablas o ya está en la lista",
        en: "areas names “\(name)”, which is not among the tables, or is in the list already"),
      hint: LocalizedText(
        es: "Escriba el nombre del archivo como está en la carpeta; con subcarpetas, carpeta/archivo.",
        en: "Write the file's name as it is in the folder; with sub-folders, folder/file."),
      at: SourceLocation(file: ConfigurationFile.name))
  }

  private static func severalTables(_ area: VolumeOptions.Area, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.severalAreas, severity: .error,
      message: LocalizedText(
        es: "«\(area.file)» tiene \(count) tablas, y areas les da un solo nombre",
        en: "“\(area.file)” holds \(count) tables, and areas gives them a single name"),
      hint: LocalizedText(es: "Diga con sheet cuál hoja es.", en: "Say by sheet which it is."),
      at: SourceLocation(file: ConfigurationFile.name))
  }
}

extension VolumeOptions.Area {
  func means(_ source: Source) -> Bool { source.path == file || source.name == file }
  fileprivate func means(_ table: VolumeTable) -> Bool {
    means(table.source) && (sheet == nil || sheet == table.sheet)
  }
}
