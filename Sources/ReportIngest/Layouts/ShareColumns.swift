import ReportModel

/// A row below PROG and REAL that parts each into an amount and a per cent (`Absoluta | %`, `Meta | %`), as official forms
/// have it: the amounts are the figures, and the per cents are columns of their own.
enum ShareColumns {
  static func rearranged(_ grid: Grid) -> Grid {
    var grid = grid
    var index = 1
    while index < min(grid.rows.count, 2000) {
      if isParting(grid.rows[index]), let words = wordRow(above: index, in: grid) { fold(index, into: words, &grid) }
      index += 1
    }
    return grid
  }

  private static let amounts: Set<String> = [
    "ABSOLUTA", "ABSOLUTO", "ABSOLUTAS", "ABS", "CANTIDAD", "CANT", "VALOR", "NUM", "NUMERO", "NO", "META", "AMOUNT",
  ]
  private static let shares: Set<String> = ["%", "PORCENTAJE", "RELATIVA", "RELATIVO", "PORC", "REL"]

  /// Amounts and per cents by turns, two pairs at least, and nothing else.
  private static func isParting(_ row: Grid.Row) -> Bool {
    let cells = row.cells.filter { !$0.isBlank }
    guard cells.count >= 4, cells.count % 2 == 0 else { return false }
    // None of the words is as long as a name or an objective.
    return cells.enumerated().allSatisfy { index, cell in
      cell.utf8.count <= 40 && (index % 2 == 0 ? amounts : shares).contains(HeaderKey(cell).description)
    }
  }

  /// The row right above, if it holds PROG and REAL.
  private static func wordRow(above index: Int, in grid: Grid) -> Int? {
    let cells = grid.rows[index - 1].cells.filter { !$0.isBlank }.map {
      HeaderLocator.figure(in: $0)?.meaning ?? HeaderLocator.repeatable($0)
    }
    return cells.contains(.programmed) && cells.contains(.real) ? index - 1 : nil
  }

  /// `Programada` over `Absoluta` and `%` becomes `Programada` and `Programada: %`.
  private static func fold(_ index: Int, into words: Int, _ grid: inout Grid) {
    let (source, parting) = (grid.rows[words], grid.rows[index])
    var row = RowAssembly(number: source.number, isHidden: source.isHidden)
    var word = ""
    for column in 0..<max(source.cells.count, parting.cells.count) {
      if !source.isBlank(column) { word = source[column].collapsed }
      let key = HeaderKey(parting[column]).description
      if shares.contains(key) {
        row.append(
          word + HeaderWords.shareMark + parting[column].collapsed, at: CellPlace(row: parting.number, column: column))
      } else {
        row.append(source, column)
      }
    }
    grid.rows[words] = row.row
    grid.rows.remove(at: index)
  }
}
