import ReportModel

/// A header pasted from a text program, whose merged cells have become single ones: 7 labels, then 6, then 18, over rows
/// of 24 cells. Their numbers alone say where each stands: 3 + 6 × 3 + 3.
struct CollapsedHeader {
  private(set) var grid: Grid
  private(set) var diagnostics: [Diagnostic] = []

  init(_ grid: Grid) {
    self.grid = grid
    guard grid.separator != nil, let width = CollapsedHeader.commonWidth(grid), width > 5 else { return }
    guard let figureRow = grid.rows.indices.prefix(60).first(where: { isCollapsed(grid.rows[$0], below: width) }) else {
      return
    }
    restore(figureRow, width)
  }

  private static func commonWidth(_ grid: Grid) -> Int? {
    var counts: [Int: Int] = [:]
    for row in grid.rows.prefix(200) {
      let figures = row.cells.count { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
      if figures > 2 { counts[row.cells.count, default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Nothing but PROG, REAL … over and over, and fewer cells than the rows below.
  private func isCollapsed(_ row: Grid.Row, below width: Int) -> Bool {
    let cells = row.cells
    guard (4..<width).contains(cells.count), cells.allSatisfy({ !$0.isBlank }) else { return false }
    let meanings = cells.map { HeaderWords.figure($0) }
    guard let length = meanings.dropFirst().firstIndex(where: { $0 == meanings[0] }), length > 1,
      cells.count % length == 0, meanings[0] != nil
    else { return false }
    return meanings.indices.allSatisfy { meanings[$0] != nil && meanings[$0] == meanings[$0 % length] }
  }

  private mutating func restore(_ figureRow: Int, _ width: Int) {
    let figures = grid.rows[figureRow].cells
    let length =
      figures.dropFirst().firstIndex { HeaderWords.figure($0) == HeaderWords.figure(figures[0]) } ?? figures.count
    let count = figures.count / length
    guard figureRow > 0, let shape = shape(above: figureRow, count, figures.count, width) else { return }
    for (row, starts) in shape.rows { place(row, starts, width) }
    place(figureRow, figures.indices.map { shape.left + $0 }, width)
    diagnostics.append(.collapsedHeader(width, at: grid.location(figureRow)))
  }

  /// Where the labels of each row above stand; nil where their numbers leave a doubt.
  private func shape(
    above figureRow: Int, _ count: Int, _ figures: Int, _ width: Int
  ) -> (left: Int, rows: [(Int, [Int])])? {
    let above = grid.rows[figureRow - 1].cells
    let length = figures / count
    if above.count == count, above.allSatisfy({ PeriodLabel.mayBe($0) }) {
      // The periods have a row of their own; the names stand above it, around one label or none for all periods.
      guard figureRow > 1 else { return nil }
      let top = grid.rows[figureRow - 2].cells
      guard top.allSatisfy({ !$0.isBlank }) else { return nil }
      let heads = top.indices.filter { isOverPeriods(top[$0]) }
      let names = top.indices.filter { !heads.contains($0) }
      guard heads.count < 2, names.count + figures == width else { return nil }
      let left = heads.first ?? names.firstIndex { isOfTheYear(top[$0]) } ?? names.count
      let starts = top.indices.map { index in
        index < left ? index : heads.contains(index) ? left : index - heads.count + figures
      }
      return (left, [(figureRow - 2, starts), (figureRow - 1, (0..<count).map { left + $0 * length })])
    }
    // Names and periods in one row.
    let periods = above.indices.filter { PeriodLabel.months(above[$0]) != nil }
    guard periods.count == count, above.count - count + figures == width, let left = periods.first,
      periods == Array(left..<left + count), above.allSatisfy({ !$0.isBlank })
    else { return nil }
    let starts = above.indices.map { index in
      index < left ? index : index < left + count ? left + (index - left) * length : index - count + figures
    }
    return (left, [(figureRow - 1, starts)])
  }

  /// `AÑO 2023`, `AVANCE BIMESTRAL`: over all periods.
  private func isOverPeriods(_ label: String) -> Bool {
    PeriodLabel.months(label) == 1...12 || PeriodLabel.unit(namedIn: label) != nil
      || HeaderWords.column(label) == nil && YearText.year(in: label) != nil
  }

  private func isOfTheYear(_ label: String) -> Bool {
    [.goal, .annualReal, .variation, .percent, .remarks].contains(HeaderWords.column(label))
  }

  private mutating func place(_ index: Int, _ starts: [Int], _ width: Int) {
    let source = grid.rows[index]
    var row = RowAssembly(number: source.number)
    for column in 0..<width {
      if let label = starts.firstIndex(of: column) {
        row.append(source, label)
      } else {
        row.append("", at: CellPlace(row: source.number, column: min(column, source.cells.count - 1)))
      }
    }
    grid.rows[index] = row.row
  }
}
