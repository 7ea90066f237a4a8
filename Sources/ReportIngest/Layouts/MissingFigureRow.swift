import ReportModel

/// Periods of three columns each without the row of PROG, REAL and VAR. below them. Where the third column is the first
/// less the second in every row, the words are known; else the table is refused by what is really missing.
struct MissingFigureRow {
  private let grid: Grid
  /// The row of periods.
  let row: Int
  /// Where each period begins.
  private let starts: [Int]

  /// nil where no row names two periods or more.
  init?(_ grid: Grid) {
    self.grid = grid
    let found = grid.rows.indices.prefix(200).first { index in
      let cells = grid.rows[index].cells
      return cells.count <= 200 && cells.count(where: MissingFigureRow.isPeriod) > 1
    }
    guard let found else { return nil }
    row = found
    starts = grid.rows[found].cells.indices.filter { MissingFigureRow.isPeriod(grid.rows[found][$0]) }
  }

  private static func isPeriod(_ cell: String) -> Bool {
    guard cell.utf8.count <= 40, HeaderWords.sum(cell) == nil, HeaderWords.column(cell) == nil,
      let months = PeriodLabel.months(cell)
    else { return false }
    return months != 1...12
  }

  /// The same table with the words in their place; nil where the figures do not prove them.
  func rearranged() -> Rearranged? {
    let data = (row + 1..<grid.rows.count).filter { !grid.rows[$0].isBlank }
    guard let first = data.first, grid.rows[first].cells.contains(where: isFigure),
      zip(starts, starts.dropFirst()).allSatisfy({ $1 - $0 == 3 }), isProved(HeaderFigures(grid, rows: data))
    else { return nil }
    var words = RowAssembly(number: grid.rows[row].number)
    let width = max(grid.rows[row].cells.count, (starts.last ?? 0) + 3)
    let names: [Int: HeaderWords.Meaning] = [0: .programmed, 1: .real, 2: .variance]
    for column in 0..<width {
      let start = starts.last { $0 <= column && column < $0 + 3 }
      let meaning = start.flatMap { names[column - $0] }
      words.append(meaning.map(HeaderWords.shortest) ?? "", at: CellPlace(row: grid.rows[row].number, column: column))
    }
    var result = grid
    result.rows.insert(words.row, at: row + 1)
    return Rearranged(grid: result, diagnostics: [.missingFigureRowRead(at: grid.location(row, starts.first))])
  }

  var refusal: Diagnostic { .missingFigureRow(at: grid.location(row, starts.first)) }

  /// PROG − REAL = VAR. in every row of every period, and nowhere only by zeros.
  private func isProved(_ figures: HeaderFigures) -> Bool {
    let verdicts = starts.map { figures.isDifference($0 + 2, of: $0, less: $0 + 1) }
    return verdicts.reduce(HeaderFigures.Verdict(), +).isProof
  }

  private func isFigure(_ cell: String) -> Bool {
    guard case .cell(let read) = FigureGrammar.read(cell), case .number = read.value else { return false }
    return true
  }
}
