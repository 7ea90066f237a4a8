import ReportModel

/// Rows that are activities.
extension RowReader {
  mutating func activity(_ index: Int) -> Activity? {
    guard hasRightWidth(grid.rows[index]), isUnshifted(index) else { return nil }
    let periods = header.periods.indices.map { period in
      PeriodFigures(
        programmed: figure(index, .figure(period: period, .programmed)),
        real: figure(index, .figure(period: period, .real)),
        variance: figure(index, .figure(period: period, .variance)),
        percent: percent(index, .figure(period: period, .percent)))
    }
    let annual = AnnualFigures(
      goal: figure(index, .goal), real: figure(index, .annualReal), variation: figure(index, .variation),
      percent: percent(index, .percent))
    guard let name = sourced(index, .name) else {
      diagnostics.append(.missingName(at: grid.location(index, header.column(.name))))
      return nil
    }
    var subtotals = header.subtotals.indices.map { subtotal(index, $0) }
    if let place = header.annualSubtotal { subtotals[place].real = annual.real }
    return Activity(
      number: sourced(index, .number), name: name, objective: sourced(index, .objective), unit: sourced(index, .unit),
      responsible: sourced(index, .responsible), remarks: sourced(index, .remarks), periods: periods, annual: annual,
      extras: header.extras.indices.map { extra(index, $0) }, subtotals: subtotals)
  }

  /// What stands in a column that is none of the report's own, as it stands.
  private func extra(_ index: Int, _ place: Int) -> Sourced<String>? {
    guard let column = header.column(.extra(place)), !grid.rows[index].isBlank(column) else { return nil }
    return Sourced(grid.rows[index][column].collapsed, at: grid.location(index, column))
  }

  private mutating func subtotal(_ index: Int, _ place: Int) -> PeriodFigures {
    PeriodFigures(
      programmed: figure(index, .subtotal(place, .programmed)), real: figure(index, .subtotal(place, .real)),
      variance: figure(index, .subtotal(place, .variance)), percent: percent(index, .subtotal(place, .percent)))
  }

  /// A row that sums up activities above it: all of them, or those below the last such row, whichever its figures fit.
  mutating func addTotal(_ index: Int) {
    let row = grid.rows[index]
    guard !activities.isEmpty, !RowWords.isMean(row.text) else { return }
    let periods = header.periods.indices.map { period in
      PeriodFigures(
        programmed: totalFigure(index, .figure(period: period, .programmed)),
        real: totalFigure(index, .figure(period: period, .real)),
        variance: totalFigure(index, .figure(period: period, .variance)))
    }
    let annual = AnnualFigures(
      goal: totalFigure(index, .goal), real: totalFigure(index, .annualReal),
      variation: totalFigure(index, .variation))
    let label = Sourced(row.firstText.collapsed, at: grid.location(row, row.firstFilled))
    let candidates = [summed, 0].filter { $0 < activities.count }.map { start in
      TotalRow(label: label, periods: periods, annual: annual, activities: start..<activities.count)
    }
    func held(_ total: TotalRow) -> Int {
      total.pairs(with: Array(activities[total.activities])).count {
        $0.stated.quantity != nil && $0.stated.quantity == Quantity.sum(of: $0.parts)
      }
    }
    let best = candidates.indices.max { (held(candidates[$0]), -$0) < (held(candidates[$1]), -$1) }
    if let best { totals.append(candidates[best]) }
  }

  /// Nothing where a row of totals has something else than a figure.
  private func totalFigure(_ index: Int, _ role: TableHeader.Role) -> Figure {
    guard let column = header.column(role) else {
      return Figure(.blank, text: "", at: grid.location(index), origin: .computed)
    }
    let separator = grid.rows[index].kind(column) == .number ? DecimalSeparator.point : decimal
    let (text, place) = (grid.rows[index][column].trimmed, grid.location(index, column))
    guard case .cell(let cell) = FigureGrammar.read(text, decimal: separator) else {
      return Figure(.blank, text: text, at: place)
    }
    return Figure(cell.value, text: text, at: place)
  }

  /// More cells than columns, or fewer, mean that figures may have shifted; blank cells at the end do not count. Cells of
  /// a spreadsheet have their column; what stands beyond the table is not read.
  private mutating func hasRightWidth(_ row: Grid.Row) -> Bool {
    let used = (row.cells.lastIndex { !$0.isBlank } ?? -1) + 1
    guard used > header.width || grid.separator != nil && row.cells.count < header.width else { return true }
    guard grid.separator != nil else {
      diagnostics.append(.unnamedColumn(at: grid.location(row, used - 1)))
      return false
    }
    // Blank cells of words that a program has left out at the end are no harm if the figures prove where they stand.
    let missing = min(row.cells.count, header.width)..<header.width
    if !missing.isEmpty, missing.allSatisfy({ header.roles[$0]?.isText ?? true }), isProved(row) { return true }
    diagnostics.append(.cellCount(row.cells.count, expected: header.width, at: grid.location(row)))
    return false
  }

  /// A figure where the name or the objective should be, or a sentence in place of the number, means that the row has
  /// slipped sideways.
  private mutating func isUnshifted(_ index: Int) -> Bool {
    for role in [TableHeader.Role.name, .objective] {
      guard let column = header.column(role), isFigure(text(index, role)) else { continue }
      diagnostics.append(.shifted(text(index, role), at: grid.location(index, column)))
      return false
    }
    if let column = header.column(.number), !text(index, .number).isBlank,
      !ActivityNumber.isPlausible(text(index, .number))
    {
      diagnostics.append(.shifted(text(index, .number), at: grid.location(index, column)))
      return false
    }
    guard let first = figureColumns.first, arithmetic.isShifted(figures(grid.rows[index]), from: first) else {
      return true
    }
    diagnostics.append(.shifted(grid.rows[index][first], at: grid.location(index, first)))
    return false
  }

  private func isProved(_ row: Grid.Row) -> Bool {
    let verdict = arithmetic.verdict(figures(row))
    return verdict.failed == 0 && verdict.held > 1
  }

  func isFigure(_ text: String) -> Bool {
    guard case .cell(let cell) = FigureGrammar.read(text), case .number = cell.value else { return false }
    return cell.unit == nil
  }

  /// A column the table does not have gives a blank computed figure, placed on its row.
  private mutating func figure(_ index: Int, _ role: TableHeader.Role) -> Figure {
    guard let column = header.column(role) else {
      return Figure(.blank, text: "", at: grid.location(index), origin: .computed)
    }
    let row = grid.rows[index]
    let text = row[column].trimmed
    let place = grid.location(index, column)
    switch row.kind(column) {
    case .error: diagnostics.append(.spreadsheetError(text, at: place))
    case .uncomputed: diagnostics.append(.uncomputed(at: place))
    case .date: diagnostics.append(.dateForFigure(text, at: place))
    case .number: return figure(text, FigureGrammar.read(text, decimal: .point), at: place)
    case .text:
      if text.isEmpty, let absence = mergedAbsence(index, column) { return absence }
      refuseAmbiguous(text, at: place)
      return figure(text, FigureGrammar.read(text, decimal: decimal), at: place)
    }
    return Figure(.blank, text: text, at: place)
  }

  private mutating func percent(_ index: Int, _ role: TableHeader.Role) -> Figure? {
    guard let column = header.column(role) else { return nil }
    // Of nothing programmed there is no per cent: a spreadsheet says so by an error.
    if grid.rows[index][column].filter({ $0 != "¡" }).trimmed.hasPrefix("#DIV/0"), hasNothingProgrammed(index, role) {
      return Figure(.absent(.notApplicable), text: "", at: grid.location(index, column))
    }
    return figure(index, role)
  }

  private func hasNothingProgrammed(_ index: Int, _ role: TableHeader.Role) -> Bool {
    let programmed: TableHeader.Role
    switch role {
    case .figure(let period, _): programmed = .figure(period: period, .programmed)
    case .subtotal(let place, _): programmed = .subtotal(place, .programmed)
    default: programmed = .goal
    }
    guard let column = header.column(programmed) else { return true }
    return figures(grid.rows[index])[column]?.isZero ?? true
  }

  /// `NO APLICA` over several merged cells of a row holds for each.
  private func mergedAbsence(_ index: Int, _ column: Int) -> Figure? {
    guard let origin = grid.covering(index, column), origin.row == index, figureColumns.contains(origin.column),
      case .cell(let cell) = FigureGrammar.read(grid.rows[index][origin.column]), case .absent = cell.value
    else { return nil }
    return Figure(cell.value, text: grid.rows[index][origin.column].trimmed, at: grid.location(index, column))
  }

  private mutating func refuseAmbiguous(_ text: String, at place: SourceLocation) {
    guard refusesAmbiguous, let digits = FigureGrammar.digits(text), DecimalSeparator.isAmbiguous(digits) else {
      return
    }
    diagnostics.append(.ambiguousFigure(text, at: place))
  }

  private mutating func figure(_ text: String, _ reading: FigureGrammar.Reading, at place: SourceLocation) -> Figure {
    switch reading {
    case .cell(let cell):
      if let mark = cell.mark { diagnostics.append(.footnoteMark(mark, text, at: place)) }
      // Once a table: what is true of one cell is true of all.
      if let unit = cell.unit, !hasUnits {
        hasUnits = true
        diagnostics.append(.unitInCell(unit, text, at: place))
      }
      return Figure(cell.value, text: text, at: place, mark: cell.mark, unit: cell.unit)
    case .tooLarge: diagnostics.append(.overflow(text, at: place))
    case .spreadsheetError: diagnostics.append(.spreadsheetError(text, at: place))
    case .date: diagnostics.append(.dateForFigure(text, at: place))
    case .unreadable: diagnostics.append(.notAFigure(text, at: place))
    }
    return Figure(.blank, text: text, at: place)
  }
}
