import ReportModel

/// Reads the rows under a header. A row that is no activity is set aside and reported, never silently.
struct RowReader {
  private let grid: Grid
  private let header: TableHeader
  private let columns: [TableHeader.Role: Int]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ grid: Grid, _ header: TableHeader) {
    self.grid = grid
    self.header = header
    columns = Dictionary(header.roles.map { ($0.value, $0.key) }) { first, _ in first }
  }

  mutating func read() -> [Activity] {
    var activities: [Activity] = []
    for row in grid.rows[header.rows.upperBound...] where !row.isBlank {
      if isAside(row) {
        let column = row.cells.firstIndex { !$0.isBlank }
        let text = row.cells.map(\.collapsed).filter { !$0.isEmpty }.joined(separator: " ")
        diagnostics.append(.setAside(text, at: grid.location(row, column)))
      } else if let activity = activity(row) {
        activities.append(activity)
      }
    }
    if activities.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(.noActivities(at: grid.location(grid.rows[header.rows.upperBound - 1])))
    }
    return activities
  }

  /// Rows without any figure (notes, headings, signatures), and totals. A row with number and name is an activity even
  /// if every figure is blank.
  private func isAside(_ row: Grid.Row) -> Bool {
    let hasFigures = figureColumns.contains { !row[$0].isBlank }
    guard hasFigures else {
      return [TableHeader.Role.number, .name].contains { role in columns[role].map { row[$0].isBlank } ?? true }
    }
    return [TableHeader.Role.number, .name].contains { role in
      columns[role].map { HeaderKey(row[$0]).description.hasPrefix("TOTAL") } ?? false
    } && columns[.number].map { row[$0].isBlank || HeaderKey(row[$0]).description.hasPrefix("TOTAL") } ?? true
  }

  private var figureColumns: [Int] {
    header.roles.filter { ![.number, .name, .objective].contains($0.value) }.map(\.key)
  }

  private mutating func activity(_ row: Grid.Row) -> Activity? {
    guard hasRightWidth(row) else { return nil }
    let periods = header.periods.indices.map { period in
      PeriodFigures(
        programmed: figure(row, .figure(period: period, .programmed)),
        real: figure(row, .figure(period: period, .real)),
        variance: figure(row, .figure(period: period, .variance)))
    }
    let annual = AnnualFigures(
      goal: figure(row, .goal), real: figure(row, .annualReal), variation: figure(row, .variation))
    guard let name = text(row, .name) else {
      diagnostics.append(.missingName(at: grid.location(row, columns[.name])))
      return nil
    }
    return Activity(
      number: text(row, .number), name: name, objective: text(row, .objective), periods: periods, annual: annual)
  }

  /// More cells than columns, or fewer, mean that figures may have shifted; blank cells at the end do not count.
  private mutating func hasRightWidth(_ row: Grid.Row) -> Bool {
    let used = (row.cells.lastIndex { !$0.isBlank } ?? -1) + 1
    guard used > header.width || row.cells.count < header.width else { return true }
    diagnostics.append(.cellCount(row.cells.count, expected: header.width, at: grid.location(row)))
    return false
  }

  /// nil when there is no such column or the cell is blank. Names are set as one paragraph; objectives keep their lines.
  private func text(_ row: Grid.Row, _ role: TableHeader.Role) -> Sourced<String>? {
    guard let column = columns[role], !row[column].isBlank else { return nil }
    let text = role == .objective ? row[column].trimmed : row[column].collapsed
    return Sourced(text, at: grid.location(row, column))
  }

  /// A column the table does not have gives a blank computed figure, placed on its row.
  private mutating func figure(_ row: Grid.Row, _ role: TableHeader.Role) -> Figure {
    guard let column = columns[role] else {
      return Figure(.blank, text: "", at: grid.location(row), origin: .computed)
    }
    let text = row[column].trimmed
    let place = grid.location(row, column)
    switch FigureGrammar.read(text) {
    case .figure(let value): return Figure(value, text: text, at: place)
    case .ambiguous(let quantity):
      diagnostics.append(.ambiguousDecimal(text, read: quantity, at: place))
      return Figure(.number(quantity), text: text, at: place)
    case .tooLarge: diagnostics.append(.overflow(text, at: place))
    case .spreadsheetError: diagnostics.append(.spreadsheetError(text, at: place))
    case .unreadable: diagnostics.append(.notAFigure(text, at: place))
    }
    return Figure(.blank, text: text, at: place)
  }
}
