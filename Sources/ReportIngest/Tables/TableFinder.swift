import ReportModel

/// Tells the tables of a grid apart.
///
/// A header that comes again letter for letter, with no other title above it, goes on with the same table: a header
/// repeated on each printed page. A new title, or another header, begins a new table.
struct TableFinder {
  let grid: Grid
  /// Those of the grid, where they were found already.
  private let headers: [HeaderBlock]?
  private(set) var diagnostics: [Diagnostic] = []

  /// Six times the largest table known; more are read for minutes, and by nobody.
  static let mostRows = 30_000

  init(_ grid: Grid, headers: [HeaderBlock]? = nil) { (self.grid, self.headers) = (grid, headers) }

  mutating func tables() -> [TableRegion] {
    let blocks = grid.rows.count <= TableFinder.mostRows ? headers ?? HeaderLocator.headers(in: grid) : nil
    guard let blocks, blocks.count <= HeaderLocator.mostHeaders else {
      diagnostics.append(.tooManyRows(at: grid.location))
      return []
    }
    var tables: [TableRegion] = []
    for (index, block) in blocks.enumerated() {
      let end = index + 1 < blocks.count ? blocks[index + 1].rows.lowerBound : grid.rows.count
      let rows = Array(block.rows.upperBound..<end)
      guard let last = tables.indices.last else {
        tables.append(TableRegion(block: block, titles: titles(0..<block.rows.lowerBound), rows: rows))
        continue
      }
      let between = titleBlock(above: block.rows.lowerBound, after: blocks[index - 1].rows.upperBound)
      let fresh = between.map { grid.rows[$0].text }.filter { text in
        !TitleLines.isPageMark(text) && !tables[last].titles.contains { $0.value == text }
      }
      tables[last].rows.removeAll(where: between.contains)
      if isSame(block, tables[last].block), fresh.isEmpty {
        join(rows, to: &tables[last], at: block)
      } else {
        let own = titles(between)
        tables.append(TableRegion(block: block, titles: own.isEmpty ? tables[last].titles : own, rows: rows))
      }
    }
    return tables
  }

  private func isSame(_ a: HeaderBlock, _ b: HeaderBlock) -> Bool {
    let (first, second) = (grid.rows[a.rows], grid.rows[b.rows])
    return first.count == second.count && zip(first, second).allSatisfy { $0.text == $1.text }
  }

  /// Numbers that begin again under a repeated header may be a second table without a title: that is for the author to
  /// say.
  private mutating func join(_ rows: [Int], to table: inout TableRegion, at block: HeaderBlock) {
    let place = grid.location(block.rows.lowerBound)
    if let again = numbers(rows).first, numbers(table.rows).contains(again) {
      diagnostics.append(.restartedTable(again, at: place))
    }
    diagnostics.append(.repeatedHeader(at: place))
    table.rows += rows
  }

  /// The first cell of rows that begin with a number and have figures.
  private func numbers(_ rows: [Int]) -> [String] {
    rows.compactMap { index in
      let row = grid.rows[index]
      guard let column = row.firstFilled, Int(row[column].trimmed) != nil, row.cells.count(where: { !$0.isBlank }) > 3
      else { return nil }
      return row[column].trimmed
    }
  }

  private func titles(_ rows: some Sequence<Int>) -> [Sourced<String>] {
    rows.flatMap { index -> [Sourced<String>] in
      let row = grid.rows[index]
      // `ÁREA: Obras | FECHA: 10/01/2025` is two lines in one row.
      let labelled = row.cells.indices.filter { row[$0].collapsed.contains(": ") }
      if labelled.count > 1, labelled.count == row.cells.count(where: { !$0.isBlank }) {
        return labelled.map { Sourced(row[$0].collapsed, at: grid.location(row, $0)) }
      }
      return row.firstFilled.map { [Sourced(TitleLines.text(row), at: grid.location(row, $0))] } ?? []
    }
  }

  /// The lines right above a later header, blank ones aside, up to the last row of the table before it.
  private func titleBlock(above end: Int, after start: Int) -> [Int] {
    var rows: [Int] = []
    var index = end - 1
    while index >= start, grid.rows[index].isBlank { index -= 1 }
    while index >= start, isTitle(grid.rows[index]) {
      // Rows of a sheet that are blank are not there at all: their numbers tell.
      if let below = rows.last, grid.rows[below].number - grid.rows[index].number > 1 { break }
      rows.append(index)
      index -= 1
    }
    return rows.reversed()
  }

  private func isTitle(_ row: Grid.Row) -> Bool {
    let filled = row.cells.filter { !$0.isBlank }
    return (1...2).contains(filled.count) && !RowWords.startsNote(row.firstText) && !RowWords.startsTotal(row.text)
      && !row.text.hasPrefix("_")
  }
}
