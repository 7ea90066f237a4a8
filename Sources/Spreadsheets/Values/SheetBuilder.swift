/// Collects the cells of one sheet, in whatever order a file gives them, and counts them against the limits.
struct SheetBuilder {
  private let part: String
  private let allowance: CellAllowance
  private var rows: [Int: [Cell]] = [:]
  /// As the file gives them: they may overlap, be a million, and reach far beyond the last row.
  private var hiddenRows: [Range<Int>] = []
  private var hiddenColumns: [Range<Int>] = []
  private var merges: [CellRange] = []

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

  mutating func hide(rows: Range<Int>) { hiddenRows.append(rows) }

  mutating func hide(columns: Range<Int>) {
    // Files repeat themselves; what is said twice in a row need not be kept twice.
    if hiddenColumns.last != columns { hiddenColumns.append(columns) }
  }

  mutating func merge(_ range: CellRange) throws(SpreadsheetFailure) {
    guard allowance.take() else { throw .tooLarge(part: part) }
    merges.append(range)
  }

  func sheet(name: String, isHidden: Bool) throws(SpreadsheetFailure) -> Sheet {
    var ordered: [SheetRow] = []
    ordered.reserveCapacity(rows.count)
    let numbers = rows.keys.sorted()
    let hidden = Set(SheetBuilder.covered(numbers, by: hiddenRows))
    for number in numbers {
      ordered.append(
        SheetRow(number: number, isHidden: hidden.contains(number), cells: try inOrder(rows[number] ?? [])))
    }
    let columns = Set(rows.values.joined().map(\.column)).sorted()
    return Sheet(
      name: name, isHidden: isHidden, rows: ordered, merges: merges,
      hiddenColumns: Set(SheetBuilder.covered(columns, by: hiddenColumns)))
  }

  /// Those of `numbers`, which increase, that lie in one of the ranges; both are walked through once.
  private static func covered(_ numbers: [Int], by ranges: [Range<Int>]) -> [Int] {
    let ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var (next, end) = (0, Int.min)
    return numbers.filter { number in
      while next < ranges.count, ranges[next].lowerBound <= number {
        end = max(end, ranges[next].upperBound)
        next += 1
      }
      return number < end
    }
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
