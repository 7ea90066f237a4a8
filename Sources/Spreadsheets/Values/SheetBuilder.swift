/// Collects the cells of one sheet, in whatever order a file gives them, and counts them against the limits.
struct SheetBuilder {
  private let part: String
  private let allowance: CellAllowance
  private var rows: [Int: [Cell]] = [:]
  private var hiddenRows: Set<Int> = []
  private var merges: [CellRange] = []
  var hiddenColumns: Set<Int> = []

  init(part: String, allowance: CellAllowance) {
    self.part = part
    self.allowance = allowance
  }

  /// - Parameters:
  ///   - row: counted from 1.
  ///   - column: counted from 0.
  mutating func add(_ content: Cell.Content, row: Int, column: Int) throws(SpreadsheetFailure) {
    if case .text(let text) = content, text.isEmpty { return }
    guard (1...SpreadsheetLimits.rows).contains(row), column >= 0 else { throw .damaged(part: part) }
    guard column < SpreadsheetLimits.columns, allowance.take() else { throw .tooLarge(part: part) }
    rows[row, default: []].append(Cell(column: column, content: content))
  }

  mutating func hide(row: Int) { hiddenRows.insert(row) }

  mutating func merge(_ range: CellRange) throws(SpreadsheetFailure) {
    guard allowance.take() else { throw .tooLarge(part: part) }
    merges.append(range)
  }

  func sheet(name: String, isHidden: Bool) throws(SpreadsheetFailure) -> Sheet {
    var ordered: [SheetRow] = []
    ordered.reserveCapacity(rows.count)
    for number in rows.keys.sorted() {
      ordered.append(
        SheetRow(number: number, isHidden: hiddenRows.contains(number), cells: try inOrder(rows[number] ?? [])))
    }
    return Sheet(name: name, isHidden: isHidden, rows: ordered, merges: merges, hiddenColumns: hiddenColumns)
  }

  /// A file that gives one cell twice contradicts itself.
  private func inOrder(_ cells: [Cell]) throws(SpreadsheetFailure) -> [Cell] {
    func isIncreasing(_ cells: [Cell]) -> Bool { zip(cells, cells.dropFirst()).allSatisfy { $0.column < $1.column } }
    if isIncreasing(cells) { return cells }
    let sorted = cells.sorted { $0.column < $1.column }
    guard isIncreasing(sorted) else { throw .damaged(part: part) }
    return sorted
  }
}

/// How many cells the sheets of one workbook may still have.
final class CellAllowance {
  private var left = SpreadsheetLimits.cells

  /// False when there is none left.
  func take() -> Bool {
    left -= 1
    return left >= 0
  }
}
