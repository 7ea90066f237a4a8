public import ReportModel

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
  public static func read(_ bytes: [UInt8], file: String) -> Result {
    do throws(IngestFailure) {
      let text = try TextDecoding.decode(bytes, file: file)
      return read(DelimitedText.grid(text, file: file))
    } catch {
      return Result(reports: [], diagnostics: [error.diagnostic])
    }
  }

  private static func read(_ grid: Grid) -> Result {
    var headers = HeaderReader(grid)
    guard let header = headers.read() else { return Result(reports: [], diagnostics: headers.diagnostics) }
    var rows = RowReader(grid, header)
    let activities = rows.read()
    let diagnostics = headers.diagnostics + rows.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return Result(reports: [], diagnostics: diagnostics)
    }
    let titles = titles(grid, above: header.rows.lowerBound)
    let year =
      header.year
      ?? titles.lazy.compactMap { title in
        YearText.year(in: title.value).map { Sourced($0, at: title.location) }
      }.first
    let report = Report(
      department: titles.last, titleLines: Array(titles.dropLast()), year: year,
      scheme: PeriodScheme(months: header.periods.map(\.months)), periods: header.periods,
      activities: activities, signs: SignConventions(of: activities))
    return Result(reports: [report.completed()], diagnostics: diagnostics)
  }

  /// The lines above the header, each its cells put together.
  private static func titles(_ grid: Grid, above first: Int) -> [Sourced<String>] {
    grid.rows[..<first].compactMap { row in
      guard let column = row.cells.firstIndex(where: { !$0.isBlank }) else { return nil }
      let text = row.cells.map(\.collapsed).filter { !$0.isEmpty }.joined(separator: " ")
      return Sourced(text, at: grid.location(row, column))
    }
  }
}
