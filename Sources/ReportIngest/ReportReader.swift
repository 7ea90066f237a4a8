public import ReportModel
import Spreadsheets

/// Reads one input file into the reports it holds.
public enum ReportReader {
  /// What reading gave: reports when there is no error among the diagnostics, else none.
  public struct Result: Sendable {
    public var reports: [Report]
    public var diagnostics: [Diagnostic]
  }

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name as the user gave it, for locations.
  ///   - sheet: the only sheet to read, by name or by number from 1; nil for all that are not hidden.
  public static func read(_ bytes: [UInt8], file: String, sheet: String? = nil) -> Result {
    do throws(IngestFailure) {
      var source = try SourceGrids.read(bytes, file: file, sheet: sheet)
      var reports: [Report] = []
      for grid in source.grids { reports += self.reports(in: grid, &source.diagnostics) }
      let isReadable = !source.diagnostics.contains { $0.severity == .error }
      if reports.isEmpty, isReadable {
        let refusal = (source.grids + source.withoutTable).lazy.compactMap(UsualLayout.refusal).first
        throw IngestFailure(refusal ?? .noHeader(at: SourceLocation(file: file, sheet: sheet)))
      }
      return Result(reports: isReadable ? reports : [], diagnostics: source.diagnostics)
    } catch {
      return Result(reports: [], diagnostics: [error.diagnostic])
    }
  }

  static func reports(in grid: Grid, _ diagnostics: inout [Diagnostic]) -> [Report] {
    let usual = UsualLayout.of(grid)
    diagnostics += usual.diagnostics
    guard !usual.diagnostics.contains(where: { $0.severity == .error }) else { return [] }
    var finder = TableFinder(usual.grid, headers: usual.headers)
    var reports: [Report] = []
    for table in finder.tables() {
      var reader = TableReader(usual.grid, table, isRearranged: !usual.diagnostics.isEmpty)
      if let report = reader.read() { reports.append(report) }
      diagnostics += reader.diagnostics
    }
    diagnostics += finder.diagnostics
    return reports
  }
}

/// The grids of a file: its sheets, or its text.
struct SourceGrids {
  var grids: [Grid]
  /// Sheets without a table.
  var withoutTable: [Grid] = []
  var diagnostics: [Diagnostic] = []

  static func read(_ bytes: [UInt8], file: String, sheet: String?) throws(IngestFailure) -> SourceGrids {
    let workbook: Workbook?
    do throws(SpreadsheetFailure) {
      workbook = try Spreadsheet.workbook(bytes)
    } catch {
      throw IngestFailure(.spreadsheet(error, file))
    }
    if let workbook { return try read(workbook, file, sheet) }
    let decoded = try TextDecoding.decode(bytes, file: file)
    if let sheet { throw IngestFailure(.noSuchSheet(sheet, among: [], at: SourceLocation(file: file))) }
    var grid = DelimitedText.grid(decoded.text, file: file)
    try grid.check()
    let folded = try grid.foldCharacters()
    return SourceGrids(grids: [grid], diagnostics: decoded.diagnostics + folded)
  }

  private static func read(_ workbook: Workbook, _ file: String, _ wanted: String?) throws(IngestFailure) -> SourceGrids
  {
    let place = SourceLocation(file: file)
    guard workbook.sheets.contains(where: { !$0.rows.isEmpty }) else { throw IngestFailure(.emptyFile(at: place)) }
    var source = SourceGrids(grids: [])
    if let wanted {
      let number = Int(wanted).map { $0 - 1 } ?? -1
      let chosen =
        workbook.sheets.first { $0.name == wanted }
        ?? (workbook.sheets.indices.contains(number) ? workbook.sheets[number] : nil)
      guard let chosen else { throw IngestFailure(.noSuchSheet(wanted, among: workbook.sheets.map(\.name), at: place)) }
      var grid = try Grid(chosen, file: file)
      try grid.check()
      source.diagnostics += try grid.foldCharacters()
      source.grids = [grid]
      return source
    }
    for sheet in workbook.sheets where !sheet.rows.isEmpty {
      var grid = try Grid(sheet, file: file)
      try grid.check()
      let folded = try grid.foldCharacters()
      if sheet.isHidden {
        source.diagnostics.append(.hiddenSheet(at: grid.location))
      } else if !UsualLayout.hasTable(grid) {
        source.withoutTable.append(grid)
        source.diagnostics.append(.sheetWithoutTable(at: grid.location))
      } else {
        source.grids.append(grid)
        source.diagnostics += folded
      }
    }
    return source
  }
}
