import ReportModel

/// A table with a row for each activity and period, and a column that says the period (MES, TRIMESTRE, PERIODO): it
/// becomes one with a row for each activity. Rows that sum up periods become columns that do, where their figures prove
/// it. Where that cannot be, the table is refused: its rows are no activities.
struct LongForm {
  private let grid: Grid
  private let block: HeaderBlock
  private let rows: LongFormRows

  /// nil where no column says the period of its row.
  init?(_ grid: Grid, _ block: HeaderBlock, rows: some Sequence<Int>) {
    self.grid = grid
    self.block = block
    let below = Array(rows)
    let labels = HeaderLabels(grid: grid, block: block)
    let width = grid.rows[block.rows].map(\.cells.count).max() ?? 0
    for column in 0..<min(width, 60) {
      let header = labels.own(column).map(\.text).joined(separator: " ")
      guard LongForm.namesPeriods(header), HeaderLocator.figure(in: header) == nil,
        HeaderLocator.figure(in: grid.rows[block.figureRow][column]) == nil,
        let rows = LongFormRows(grid, block, below, periods: column, unit: PeriodLabel.unit(namedIn: header))
      else { continue }
      self.rows = rows
      return
    }
    return nil
  }

  private static func namesPeriods(_ header: String) -> Bool {
    let words = header.split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
    guard (1...4).contains(words.count) else { return false }
    return words.contains { ["MES", "MESES", "PERIODO", "PERIODOS", "MONTH", "PERIOD", "QUARTER"].contains($0) }
      || words.count < 3 && PeriodLabel.unit(namedIn: header) != nil && PeriodLabel.months(header) == nil
  }

  /// The usual arrangement, or why there is none.
  func rearranged() -> Rearranged {
    var activities = LongFormActivities(grid, block, rows)
    if let row = rows.unreadable ?? activities.unreadable {
      return refused(.longLayoutRow(grid.rows[row].text, at: grid.location(row)))
    }
    guard activities.collect() else { return refused(refusal(block)) }
    if let row = activities.unproved {
      return refused(.longLayoutSum(grid.rows[row].text, at: grid.location(row)))
    }
    let named = rows.entries.keys.compactMap { YearText.year(in: grid.rows[$0][rows.periodColumn]) }
    let years = Set(named).sorted()
    guard years.count < 2 else { return refused(.severalYears(years, at: grid.location(block.figureRow))) }
    let note = Diagnostic.longForm(
      rows.entries.count, activities.all.count, header, at: grid.location(block.figureRow, rows.periodColumn))
    let sums = activities.sumsLeftOut.map { row in
      Diagnostic.setAside(grid.rows[row].text, .total, at: grid.location(grid.rows[row], grid.rows[row].firstFilled))
    }
    return Rearranged(grid: activities.result, diagnostics: [note] + sums)
  }

  private func refused(_ diagnostic: Diagnostic) -> Rearranged { Rearranged(grid: grid, diagnostics: [diagnostic]) }

  /// For tables that cannot be put into the usual arrangement.
  func refusal(_ block: HeaderBlock) -> Diagnostic {
    .longLayout(header, at: grid.location(block.figureRow, rows.periodColumn))
  }

  private var header: String {
    HeaderLabels(grid: grid, block: block).own(rows.periodColumn).map(\.text).joined(separator: " ")
  }
}
