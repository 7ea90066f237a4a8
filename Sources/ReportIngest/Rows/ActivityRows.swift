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
    return Activity(
      number: sourced(index, .number), name: name, objective: sourced(index, .objective), unit: sourced(index, .unit),
      responsible: sourced(index, .responsible), remarks: sourced(index, .remarks), periods: periods, annual: annual)
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
    header.column(role) == nil ? nil : figure(index, role)
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
      if let unit = cell.unit { diagnostics.append(.unitInCell(unit, text, at: place)) }
      return Figure(cell.value, text: text, at: place, mark: cell.mark, unit: cell.unit)
    case .tooLarge: diagnostics.append(.overflow(text, at: place))
    case .spreadsheetError: diagnostics.append(.spreadsheetError(text, at: place))
    case .date: diagnostics.append(.dateForFigure(text, at: place))
    case .unreadable: diagnostics.append(.notAFigure(text, at: place))
    }
    return Figure(.blank, text: text, at: place)
  }
}
