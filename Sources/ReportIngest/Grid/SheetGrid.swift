import ReportModel
import Spreadsheets

/// Sheets as grids.
extension Grid {
  /// - Throws: when the sheet is too large to be a table.
  init(_ sheet: Sheet, file: String) throws(IngestFailure) {
    let merges = try Grid.bounded(sheet, file)
    self.init(
      file: file, sheet: sheet.name, rows: sheet.rows.map(Row.init), separator: nil,
      merges: MergedCells(merges, rows: sheet.rows.map(\.number)),
      hiddenColumns: sheet.hiddenColumns.intersection(sheet.rows.flatMap { $0.cells.map(\.column) }))
  }

  /// Sheets are kept by their filled cells; a grid has all up to the last of each row. A few cells far out in many rows
  /// would take memory out of proportion, and so would merged cells over many rows.
  private static func bounded(_ sheet: Sheet, _ file: String) throws(IngestFailure) -> [CellRange] {
    let dense = sheet.rows.reduce(0) { $0 + ($1.cells.last?.column ?? 0) + 1 }
    let merges = sheet.merges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
    let touched = merges.reduce(0) { $0 + min($1.rows.count, sheet.rows.count) }
    guard dense <= 3 * SpreadsheetLimits.cells, touched <= SpreadsheetLimits.cells else {
      throw IngestFailure(.tooLarge(sheet.name, at: SourceLocation(file: file, sheet: sheet.name)))
    }
    return merges
  }
}

extension Grid.Row {
  fileprivate init(_ row: SheetRow) {
    let width = (row.cells.last?.column ?? -1) + 1
    var cells = [String](repeating: "", count: width)
    var kinds = [CellKind](repeating: .text, count: width)
    for cell in row.cells {
      switch cell.content {
      case .text(let text): cells[cell.column] = TextDecoding.normalized(text)
      case .number(let digits): (cells[cell.column], kinds[cell.column]) = (digits, .number)
      case .date(let text): (cells[cell.column], kinds[cell.column]) = (text, .date)
      case .error(let text): (cells[cell.column], kinds[cell.column]) = (text, .error)
      case .uncomputed: kinds[cell.column] = .uncomputed
      }
    }
    self.init(number: row.number, cells: cells, kinds: kinds, isHidden: row.isHidden)
  }
}
