import ReportModel

/// Puts rows of words together again that a line break inside a header's cell, without quotes, has torn.
///
/// Only where there is no doubt: two rows of delimited text without figures, each too short, that together, joined at a
/// cell with text on both sides, have exactly the cells that most rows of the table have.
struct TornHeader {
  private(set) var grid: Grid
  private(set) var diagnostics: [Diagnostic] = []

  init(_ grid: Grid) {
    self.grid = grid
    guard grid.separator != nil, let width = TornHeader.commonWidth(grid), width > 4 else { return }
    var index = 0
    while index + 1 < min(self.grid.rows.count, 40) {
      join(index, width)
      index += 1
    }
  }

  private static func commonWidth(_ grid: Grid) -> Int? {
    var counts: [Int: Int] = [:]
    for row in grid.rows.prefix(200) where row.cells.count > 1 { counts[row.cells.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private mutating func join(_ index: Int, _ width: Int) {
    let (first, second) = (grid.rows[index].cells, grid.rows[index + 1].cells)
    guard first.count > 2, first.count < width, second.count < width, first.count + second.count - 1 == width,
      let tail = first.last, let head = second.first, !tail.isBlank, !head.isBlank,
      (first + second).allSatisfy({ $0.isBlank || $0.contains(where: \.isLetter) || $0.contains("%") })
    else { return }
    grid.rows[index].cells = first.dropLast() + [tail + "\n" + head] + second.dropFirst()
    grid.rows.remove(at: index + 1)
    diagnostics.append(.joinedRows(2, at: grid.location(index)))
  }
}
