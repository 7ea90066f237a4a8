import ReportModel

/// Puts rows of delimited text together again that a line break inside a cell without quotes has torn.
///
/// Only where there is no doubt: consecutive rows that are each too short, and together, joined at a cell of words that
/// has text on both sides, have exactly the columns of the header.
struct RowMender {
  let header: TableHeader
  private(set) var diagnostics: [Diagnostic] = []

  init(_ header: TableHeader) { self.header = header }

  /// The grid with such rows joined, and the rows left to read.
  mutating func mended(_ grid: Grid, _ rows: [Int]) -> (grid: Grid, rows: [Int]) {
    guard grid.separator != nil else { return (grid, rows) }
    var (grid, left, position) = (grid, [Int](), 0)
    while position < rows.count {
      let (joined, count) = joined(grid, rows[position...])
      if let joined {
        diagnostics.append(.joinedRows(count, at: grid.location(rows[position])))
        grid.rows[rows[position]].cells = joined
      }
      left.append(rows[position])
      position += count
    }
    return (grid, left)
  }

  /// The cells of the row that begins here and how many rows it takes; nil and 1 when it is whole or beyond help.
  private func joined(_ grid: Grid, _ rows: ArraySlice<Int>) -> (cells: [String]?, count: Int) {
    guard let first = rows.first, isTorn(grid.rows[first].cells) else { return (nil, 1) }
    var cells = grid.rows[first].cells
    for (offset, index) in rows.dropFirst().prefix(20).enumerated() {
      let next = grid.rows[index].cells
      guard next.count < header.width, let head = next.first, !head.isBlank, Int(head.trimmed) == nil else { break }
      cells = cells.dropLast() + [(cells.last ?? "") + "\n" + head] + next.dropFirst()
      if cells.count == header.width { return (cells, offset + 2) }
      guard isTorn(cells) else { break }
    }
    return (nil, 1)
  }

  /// Too short, with a number or name, and ending in a cell of words that is not blank.
  private func isTorn(_ cells: [String]) -> Bool {
    guard cells.count < header.width, cells.count > 1, let last = cells.last, !last.isBlank,
      let role = header.roles[cells.count - 1], role.isText, role != .number
    else { return false }
    guard let number = header.column(.number), number < cells.count - 1 else { return true }
    return !cells[number].isBlank
  }
}
