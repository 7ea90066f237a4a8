import ReportModel

/// Puts a table that is arranged otherwise into the usual arrangement: periods side by side, each with PROG and REAL, and
/// one row an activity. What is arranged so already stays as it is.
enum UsualLayout {
  static func of(_ grid: Grid) -> Rearranged {
    let torn = TornHeader(grid)
    let collapsed = CollapsedHeader(torn.grid)
    let grid = ShareColumns.rearranged(collapsed.grid)
    let rearranged = rearranged(grid)
    return Rearranged(
      grid: rearranged?.grid ?? grid,
      diagnostics: torn.diagnostics + collapsed.diagnostics + (rearranged?.diagnostics ?? []),
      headers: rearranged?.headers)
  }

  /// nil where no table was found.
  private static func rearranged(_ grid: Grid) -> Rearranged? {
    guard grid.rows.count <= TableFinder.mostRows else { return nil }
    if let alternating = AlternatingRows(grid)?.rearranged() { return alternating }
    let blocks = HeaderLocator.headers(in: grid)
    guard let block = blocks.first else { return MissingFigureRow(grid)?.rearranged() }
    // META and REAL of the year alone stand over periods that nothing parts.
    if block.periodRow == nil, HeaderLocator.isAnnualOnly(grid.rows[block.figureRow]),
      let missing = MissingFigureRow(grid),
      block.rows.contains(missing.row)
    {
      return missing.rearranged() ?? Rearranged(grid: grid, diagnostics: [missing.refusal])
    }
    let ends = blocks.dropFirst().map(\.rows.lowerBound) + [grid.rows.count]
    let long = zip(blocks, ends).compactMap { block, end in LongForm(grid, block, rows: block.rows.upperBound..<end) }
    guard let first = long.first else { return Rearranged(grid: grid, diagnostics: [], headers: blocks) }
    // Several tables in a row of this kind would have to be told apart by their titles.
    return blocks.count == 1 ? first.rearranged() : Rearranged(grid: grid, diagnostics: [first.refusal(block)])
  }

  /// Whether there is a table in a sheet, however it is arranged.
  static func hasTable(_ grid: Grid) -> Bool {
    HeaderLocator.isHeader(in: grid.rows) || AlternatingRows(grid)?.rearranged() != nil
      || MissingFigureRow(grid)?.rearranged() != nil
  }

  /// Why nothing was found in a grid, as far as can be told.
  static func refusal(of grid: Grid) -> Diagnostic? {
    if let alternating = AlternatingRows(grid) { return alternating.refusal }
    return MissingFigureRow(grid)?.refusal
  }
}
