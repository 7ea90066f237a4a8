import ReportModel

/// Reads what the columns of a header hold.
///
/// A column with PROG, REAL, VAR. or % of its own in the row of these words is a figure of a period: the period is the
/// nearest label above it (or below, or in the same cell). Every other column is what all its own cells together say.
struct HeaderReader {
  let grid: Grid
  private let block: HeaderBlock
  private let labels: HeaderLabels
  /// Lines above the header; they may say how the year is divided.
  private let titles: [String]
  /// Rows of the table below the header.
  private let rows: [Int]
  private var roles: [Int: TableHeader.Role] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ grid: Grid, _ table: TableRegion) {
    self.grid = grid
    block = table.block
    titles = table.titles.map(\.value)
    rows = table.rows
    labels = HeaderLabels(grid: grid, block: block)
  }

  /// nil, with diagnostics, when the header cannot be read.
  mutating func read() -> TableHeader? {
    // Blank cells behind the last label are no columns.
    let width = grid.rows[block.rows].map { ($0.cells.lastIndex { !$0.isBlank } ?? -1) + 1 }.max() ?? 0
    let repeated = repeatedFigures(width)
    var leaves: [HeaderLeaf] = []
    for column in 0..<width {
      if let leaf = leaf(column, repeated) { leaves.append(leaf) } else { readColumn(column) }
    }
    var groups = PeriodGroups(leaves, context: context, roles: roles, hasAnnualColumns: hasAnnualColumns)
    let periods = groups.read(grid)
    roles = groups.roles
    diagnostics += groups.diagnostics
    requireNames()
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return TableHeader(rows: block.rows, roles: roles, periods: periods, years: years, width: width)
  }

  private var hasAnnualColumns: Bool { roles.values.contains { $0 == .goal || $0 == .annualReal } }

  /// Months in one period, where header or titles say so in words.
  private var context: Int? {
    let header = grid.rows[block.rows].flatMap(\.cells).lazy.compactMap { PeriodLabel.unit(namedIn: $0) }.first
    return header ?? titles.lazy.compactMap { PeriodLabel.unit(namedIn: $0) }.first
  }

  private mutating func requireNames() {
    if !roles.values.contains(.name) {
      diagnostics.append(.missingColumn("ACTIVIDADES", at: grid.location(block.figureRow)))
    }
  }

  private var years: [Sourced<Int>] {
    block.rows.flatMap { row in
      grid.rows[row].cells.enumerated().compactMap { column, cell in
        YearText.year(in: cell).map { Sourced($0, at: grid.location(row, column)) }
      }
    }
  }
}

// Figures under periods
extension HeaderReader {
  /// Words for annual columns that stand in the row of PROG and REAL more than once, and so under periods; or all of
  /// them, where the whole year is the only period.
  private func repeatedFigures(_ width: Int) -> Set<HeaderKey> {
    let cells = grid.rows[block.figureRow].cells
    var seen: [HeaderKey: Int] = [:]
    for cell in cells where HeaderLocator.repeatable(cell) != nil { seen[HeaderKey(cell), default: 0] += 1 }
    let isAnnual = HeaderLocator.isAnnualOnly(grid.rows[block.figureRow])
    return Set(seen.filter { isAnnual || $0.value > 1 }.keys)
  }

  private mutating func leaf(_ column: Int, _ repeated: Set<HeaderKey>) -> HeaderLeaf? {
    if let periodRow = block.periodRow { return transposed(column, periodRow) }
    let text = grid.rows[block.figureRow][column]
    guard let (meaning, inline) = figure(text, repeated) else { return nil }
    noteSlip(text, inline, column)
    if let inline {
      let label = HeaderLabel(text: inline, row: block.figureRow, column: column)
      return HeaderLeaf(column: column, meaning: meaning, label: label)
    }
    return HeaderLeaf(column: column, meaning: meaning, label: periodLabel(column))
  }

  private func figure(
    _ text: String, _ repeated: Set<HeaderKey>
  ) -> (meaning: HeaderWords.Meaning, label: String?)? {
    if let figure = HeaderLocator.figure(in: text) { return figure }
    return repeated.contains(HeaderKey(text)) ? HeaderLocator.repeatable(text).map { ($0, nil) } : nil
  }

  /// PROG over several periods, REAL over the same ones again.
  private func transposed(_ column: Int, _ periodRow: Int) -> HeaderLeaf? {
    let text = grid.rows[periodRow][column]
    guard PeriodLabel.months(text) != nil, let over = labels.label(block.figureRow, column),
      let meaning = HeaderWords.figure(over.text)
    else { return nil }
    return HeaderLeaf(
      column: column, meaning: meaning, label: HeaderLabel(text: text.collapsed, row: periodRow, column: column))
  }

  /// The nearest label above that names a period or the whole year; else, right above, any that names no column.
  private func periodLabel(_ column: Int) -> HeaderLabel? {
    let above = block.rows.filter { $0 != block.figureRow }.reversed().compactMap { labels.label($0, column) }
    let named = above.first { label in
      (HeaderWords.column(label.text) == nil || HeaderWords.isAnnualGroup(label.text))
        && (PeriodLabel.months(label.text) != nil || HeaderWords.isAnnualGroup(label.text)
          || PeriodLabel.ordinalAlone(label.text) != nil)
    }
    // A single letter is the initial of a month before it is anything else.
    return named ?? above.first { HeaderWords.column($0.text) == nil || $0.text.count == 1 }
  }

  private mutating func noteSlip(_ text: String, _ inline: String?, _ column: Int) {
    guard inline == nil, !HeaderWords.isExact(text) else { return }
    diagnostics.append(.headerSlip(text.collapsed, at: grid.location(block.figureRow, column)))
  }
}

// Columns that stand by themselves
extension HeaderReader {
  private mutating func readColumn(_ column: Int) {
    let own = labels.own(column)
    let text = own.map(\.text).joined(separator: " ")
    guard !text.isEmpty else { return readUnnamed(column) }
    let place = grid.location(own[0].row, column)
    guard let meaning = meaning(own), let role = HeaderReader.role(meaning) else {
      if mayBePeriod(text) { return diagnostics.append(.unreadablePeriod(text, at: place)) }
      if !isCovered(column) { diagnostics.append(.unknownColumn(text, at: place)) }
      return
    }
    if !own.contains(where: { HeaderWords.isExact($0.text) }), !HeaderWords.isExact(text) {
      diagnostics.append(.headerSlip(text, at: place))
    }
    assign(role, meaning, to: column, text, at: place)
  }

  /// PROG or REAL of something nobody knows, in a table where nothing else tells the periods apart: to leave it out would
  /// be to lose the periods.
  private func mayBePeriod(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    let ends = [words.first, words.last].compactMap { $0.flatMap { HeaderWords.figure(String($0)) } }
    return words.count > 1 && HeaderLocator.isAnnualOnly(grid.rows[block.figureRow])
      && ends.contains { $0 == .programmed || $0 == .real }
  }

  /// All cells together, or one of them: the nearest to the figures that says something.
  private func meaning(_ own: [HeaderLabel]) -> HeaderWords.Meaning? {
    HeaderWords.column(own.map(\.text).joined(separator: " "))
      ?? own.reversed().lazy.compactMap { HeaderWords.column($0.text) }.first
  }

  private static func role(_ meaning: HeaderWords.Meaning) -> TableHeader.Role? {
    switch meaning {
    case .number: .number
    case .name: .name
    case .objective: .objective
    case .unit: .unit
    case .responsible: .responsible
    case .remarks: .remarks
    case .percent: .percent
    case .goal: .goal
    case .annualReal: .annualReal
    case .variation: .variation
    case .programmed, .real, .variance: nil
    }
  }

  /// Of two columns that may hold the names, the one with the better word does; any other column can be there once only.
  private mutating func assign(
    _ role: TableHeader.Role, _ meaning: HeaderWords.Meaning, to column: Int, _ text: String, at place: SourceLocation
  ) {
    guard let other = roles.first(where: { $0.value == role })?.key else {
      roles[column] = role
      return
    }
    let otherText = labels.own(other).map(\.text).joined(separator: " ")
    let (rank, otherRank) = (HeaderWords.rank(text, meaning), HeaderWords.rank(otherText, meaning))
    // Two words that are put together of others are no better than each other: the first column is the one.
    let isFirstKept = rank == .max && otherRank == .max && HeaderKey(text) != HeaderKey(otherText)
    guard role.isText, rank != otherRank || isFirstKept else {
      diagnostics.append(.duplicateColumn(text, at: place))
      return
    }
    let (kept, left, leftText) = rank < otherRank ? (column, other, otherText) : (other, column, text)
    roles[left] = nil
    roles[kept] = role
    diagnostics.append(.unknownColumn(leftText, at: grid.location(block.rows.lowerBound, left)))
  }

  /// A column without a header may be blank, or lie under a heading that reaches over it; it must hold nothing.
  private mutating func readUnnamed(_ column: Int) {
    for index in rows {
      let row = grid.rows[index]
      if HeaderReader.isNote(row) { return }
      guard !row.isBlank(column), row.cells.count(where: { !$0.isBlank }) > 2 else { continue }
      return diagnostics.append(.unnamedColumn(at: grid.location(row, column)))
    }
  }

  private static func isNote(_ row: Grid.Row) -> Bool { RowWords.startsNote(row.firstText) }

  private func isCovered(_ column: Int) -> Bool { block.rows.contains { grid.covering($0, column) != nil } }
}
