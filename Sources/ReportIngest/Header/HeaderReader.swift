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
  private let figures: HeaderFigures
  private var roles: [Int: TableHeader.Role] = [:]
  /// Columns that are none of the report's own.
  private var extras: [Int] = []
  /// Columns that say for another year what a column says already.
  private var rivals: [(column: Int, role: TableHeader.Role)] = []
  /// Columns that sum up all periods beside the one that says it for the year.
  private var sums: [(column: Int, meaning: HeaderWords.Meaning)] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ grid: Grid, _ table: TableRegion) {
    self.grid = grid
    block = table.block
    titles = table.titles.map(\.value)
    rows = table.rows
    labels = HeaderLabels(grid: grid, block: block)
    figures = HeaderFigures(grid, rows: table.rows)
  }

  /// nil, with diagnostics, when the header cannot be read.
  mutating func read() -> TableHeader? {
    // Blank cells behind the last label are no columns.
    var width = grid.rows[block.rows].map { ($0.cells.lastIndex { !$0.isBlank } ?? -1) + 1 }.max() ?? 0
    // A merged heading holds as far as it reaches.
    while width < 200, block.rows.contains(where: { grid.covering($0, width) != nil }) { width += 1 }
    let repeated = repeatedFigures(width)
    var leaves: [HeaderLeaf] = []
    for column in 0..<width {
      if let leaf = leaf(column, repeated) { leaves.append(leaf) } else { readColumn(column) }
    }
    setAsideMoney(&leaves)
    setAsideOtherYears(&leaves)
    // What the columns of several years mean together says nothing more.
    if let years = diagnostics.first(where: {
      $0.has(.severalYears) || $0.has(.noRealFigures) || $0.has(.sideBySideTables)
    }) {
      diagnostics = [years]
      return nil
    }
    var groups = PeriodGroups(
      leaves, context: context, titledPeriod: titledPeriod, roles: roles, figures: figures,
      isTransposed: block.periodRow != nil)
    let periods = groups.read(grid)
    roles = groups.roles
    diagnostics += groups.diagnostics
    takeProvedTotals()
    var subtotals = groups.subtotals
    for sum in sums {
      roles[sum.column] = .subtotal(subtotals.count, sum.meaning)
      subtotals.append(
        SubtotalColumns(
          label: header(sum.column), at: place(sum.column), periods: Array(periods.indices), isAccumulated: false))
    }
    requireNames()
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    for (index, column) in extras.sorted().enumerated() { roles[column] = .extra(index) }
    let columns = extras.sorted().map { ExtraColumn(header: Sourced(header($0), at: place($0))) }
    return TableHeader(
      rows: block.rows, roles: roles, periods: periods, subtotals: subtotals, annualSubtotal: groups.annualSubtotal,
      extras: columns, years: years,
      width: width)
  }

  /// All that stands over a column, outermost first.
  private func header(_ column: Int) -> String {
    var seen: [HeaderLabel] = []
    for label in block.rows.compactMap({ labels.label($0, column) }) where !seen.contains(label) { seen.append(label) }
    return seen.map(\.text).joined(separator: " ")
  }

  private func place(_ column: Int) -> SourceLocation {
    grid.location(labels.own(column).first?.row ?? block.figureRow, column)
  }

  /// Months in one period, where header or titles say so in words.
  private var context: Int? {
    let header = grid.rows[block.rows].flatMap(\.cells).lazy.compactMap { PeriodLabel.unit(namedIn: $0) }.first
    return header ?? titles.lazy.compactMap { PeriodLabel.unit(namedIn: $0) }.first
  }

  /// The months that a title names: `SEGUNDO TRIMESTRE 2024`, `AVANCE AL 31 DE MARZO DE 2024`. Dates of issue name none,
  /// and nor does a month alone, unless it is said to be one.
  private var titledPeriod: ClosedRange<Int>? {
    let named = titles.compactMap { title -> ClosedRange<Int>? in
      if let month = YearText.closingMonth(in: title) { return 1...month }
      return YearText.namesDate(title) ? nil : PeriodLabel.named(in: title)
    }
    return Set(named).count == 1 ? named.first : nil
  }

  private mutating func requireNames() {
    if !roles.values.contains(.name) {
      diagnostics.append(.missingColumn("ACTIVIDADES", at: grid.location(block.figureRow)))
    }
  }

  private var years: [Sourced<Int>] {
    block.rows.flatMap { row in
      grid.rows[row].cells.enumerated().compactMap { column, cell in
        extras.contains(column) ? nil : YearText.year(in: cell).map { Sourced($0, at: grid.location(row, column)) }
      }
    }
  }
}

// What is measured otherwise, or in another year
extension HeaderReader {
  /// Figures of money beside figures of the activity: kept, never counted with them. A table of nothing but money is one
  /// like any other.
  private mutating func setAsideMoney(_ leaves: inout [HeaderLeaf]) {
    let money = leaves.filter { leaf in
      labelsOver(leaf).contains { HeaderWords.isMoney($0) } || isSecondReal(leaf, leaves)
        || grid.rows[block.figureRow][leaf.column].contains("$")
    }
    guard money.count < leaves.count else { return }
    for leaf in money { setAside(leaf.column, .moneyColumn(header(leaf.column), at: place(leaf.column))) }
    leaves.removeAll(where: money.contains)
  }

  /// What stands over a figure, its own words aside.
  private func labelsOver(_ leaf: HeaderLeaf) -> [String] {
    block.rows.filter { $0 != block.figureRow }.compactMap { labels.label($0, leaf.column)?.text }
  }

  /// `EJERCIDO` beside REALIZADO of the same period.
  private func isSecondReal(_ leaf: HeaderLeaf, _ leaves: [HeaderLeaf]) -> Bool {
    guard leaf.meaning == .real, HeaderWords.isMoney(grid.rows[block.figureRow][leaf.column]) else { return false }
    return leaves.contains { $0 != leaf && $0.meaning == .real && $0.label == leaf.label }
  }

  /// Columns that name another year than the report's, unless their figures prove that only the year is wrong.
  private mutating func setAsideOtherYears(_ leaves: inout [HeaderLeaf]) {
    let named = Set(roles.filter { !$0.value.isText }.map(\.key)).union(leaves.map(\.column))
      .union(rivals.map(\.column))
      .reduce(into: [Int: Int]()) { $0[$1] = year(of: $1) }
    guard Set(named.values).count > 1 || isBesideOthers(named, leaves), let year = reportYear(named, leaves) else {
      return
    }
    for rival in rivals where named[rival.column] == year {
      guard let holder = roles.first(where: { $0.value == rival.role })?.key else { continue }
      (roles[rival.column], roles[holder]) = (rival.role, nil)
    }
    for (column, other) in named.sorted(by: { $0.key < $1.key })
    where other != year && !isProved(column, leaves, besides: named, year) {
      setAside(column, .otherYear(header(column), other, report: year, at: place(column)))
      roles[column] = nil
      leaves.removeAll { $0.column == column }
    }
  }

  /// The only year the labels over a column name.
  private func year(of column: Int) -> Int? {
    let years = Set(block.rows.compactMap { labels.label($0, column)?.text }.compactMap(YearText.year))
    return years.count == 1 ? years.first : nil
  }

  private var titledYears: Set<Int> { Set(titles.compactMap(YearText.reportYear)) }

  /// Columns of goals and programmed figures.
  private func programmed(_ leaves: [HeaderLeaf]) -> Set<Int> {
    Set(roles.filter { $0.value == .goal }.map(\.key))
      .union(leaves.filter { $0.meaning == .programmed }.map(\.column))
      .union(rivals.filter { $0.role == .goal }.map(\.column))
  }

  /// `AÑO 2022` over PROG and REAL, beside periods that name no year, below a title that names another.
  private func isBesideOthers(_ named: [Int: Int], _ leaves: [HeaderLeaf]) -> Bool {
    [HeaderWords.Meaning.programmed, .real].contains { meaning in
      let columns = Set(leaves.filter { $0.meaning == meaning }.map(\.column))
      let years = Set(named.filter { columns.contains($0.key) }.map(\.value))
      return years.count == 1 && titledYears.count == 1 && years != titledYears
        && columns.contains { named[$0] == nil }
    }
  }

  /// The year of goals and programmed figures is the report's; where they name several, the titles decide.
  private mutating func reportYear(_ named: [Int: Int], _ leaves: [HeaderLeaf]) -> Int? {
    let programmed = programmed(leaves)
    let years = Set(named.filter { programmed.contains($0.key) }.map(\.value))
    let titles = titledYears
    if isBesideOthers(named, leaves) { return titles.first }
    if years.count == 1 { return years.first }
    let agreed = (years.isEmpty ? Set(named.values) : years).intersection(titles)
    if agreed.count == 1 { return agreed.first }
    let all = years.isEmpty ? Set(named.values) : years
    let words = grid.rows[block.figureRow]
    let real = words.cells.indices.filter {
      (HeaderLocator.figure(in: words[$0])?.meaning ?? HeaderLocator.repeatable(words[$0])) == .real
    }
    if let latest = all.max(), !real.isEmpty, real.allSatisfy({ (year(of: $0) ?? latest) < latest }) {
      diagnostics.append(.noRealFigures(latest, at: grid.location(block.figureRow)))
      return nil
    }
    diagnostics.append(.severalYears(all.sorted(), at: grid.location(block.figureRow)))
    return nil
  }

  /// An annual column that is the sum of the periods is this year's, whatever year it names.
  private func isProved(_ column: Int, _ leaves: [HeaderLeaf], besides named: [Int: Int], _ year: Int) -> Bool {
    let meaning: HeaderWords.Meaning
    switch roles[column] {
    case .goal: meaning = .programmed
    case .annualReal: meaning = .real
    default: return false
    }
    let parts = leaves.filter { $0.meaning == meaning && (named[$0.column] ?? year) == year }.map(\.column)
    return figures.sum(column, of: parts).isProof
  }

  private mutating func setAside(_ column: Int, _ diagnostic: Diagnostic) {
    extras.append(column)
    diagnostics.append(diagnostic)
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
    guard !labels.isFilledDown(column) || HeaderWords.column(text) == nil else { return nil }
    guard let (stated, inline) = figure(text, repeated), !isGoalOverWords(stated, text, column),
      !isGoalBesidePlan(stated, text, column),
      !HeaderWords.isShare(text), !isProgressOfTheYear(text, inline, column)
    else { return nil }
    let isShare = stated == .real && HeaderWords.isProgress(text) && isPercentBesideFigures(column)
    let meaning = isShare ? HeaderWords.Meaning.percent : stated
    noteSlip(text, inline, column)
    if let inline {
      let label = HeaderLabel(text: inline, row: block.figureRow, column: column)
      return HeaderLeaf(column: column, meaning: meaning, label: label)
    }
    return HeaderLeaf(column: column, meaning: meaning, label: periodLabel(column))
  }

  /// META over words heads names.
  private func isGoalOverWords(_ meaning: HeaderWords.Meaning, _ text: String, _ column: Int) -> Bool {
    meaning == .programmed && HeaderWords.isGoalAlone(text) && figures.isWords(column)
  }

  /// META in front of PROG and REAL of the only period: the goal of the year.
  private func isGoalBesidePlan(_ meaning: HeaderWords.Meaning, _ text: String, _ column: Int) -> Bool {
    guard meaning == .programmed, HeaderWords.isGoalAlone(text), periodLabel(column) == nil else { return false }
    return grid.rows[block.figureRow].cells.contains {
      HeaderWords.figure($0) == .programmed && !HeaderWords.isGoalAlone($0)
    }
  }

  /// `AVANCE 2024` by itself, where every period has its name in the cells of its own columns.
  private func isProgressOfTheYear(_ text: String, _ inline: String?, _ column: Int) -> Bool {
    guard inline == nil, HeaderWords.isProgress(text), periodLabel(column) == nil else { return false }
    return grid.rows[block.figureRow].cells.contains { HeaderLocator.figure(in: $0)?.label != nil }
  }

  /// `AVANCE` over per cents, beside PROG and REAL that are none.
  private func isPercentBesideFigures(_ column: Int) -> Bool {
    let cells = grid.rows[block.figureRow].cells
    guard figures.isPercent(column) else { return false }
    return cells.indices.contains {
      HeaderLocator.figure(in: cells[$0])?.meaning == .programmed && !figures.isPercent($0)
    }
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
    guard PeriodLabel.mayBe(text) || HeaderWords.sum(text) != nil,
      let over = labels.label(block.figureRow, column),
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
    let other = above.first {
      HeaderWords.column($0.text) == nil || $0.text.count == 1 || HeaderWords.sum($0.text) != nil
    }
    // The whole year may stand over periods that nobody knows.
    guard let named, let other, PeriodLabel.months(named.text) == 1...12,
      let nearer = above.firstIndex(of: other), let farther = above.firstIndex(of: named), nearer < farther
    else { return named ?? other }
    return other
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
    if HeaderWords.isShare(own.last?.text ?? text) {
      return setAside(column, .shareColumn(header(column), at: place))
    }
    guard let meaning = meaning(own, column), let role = HeaderReader.role(meaning) else {
      if mayBePeriod(text) { return diagnostics.append(.unreadablePeriod(text, at: place)) }
      let label = header(column)
      let isMoney = HeaderWords.isMoney(label)
      return setAside(column, isMoney ? .moneyColumn(label, at: place) : .unknownColumn(label, at: place))
    }
    if !own.contains(where: { HeaderWords.isExact($0.text) }), !HeaderWords.isExact(text) {
      diagnostics.append(.headerSlip(text, at: place))
    }
    assign(role, meaning, to: column, text, at: place)
  }

  /// PROG or REAL of something nobody knows, in a table where nothing else tells the periods apart: to leave it out would
  /// be to lose the periods.
  private func mayBePeriod(_ text: String) -> Bool {
    // A share, and an amount of money, are told from figures of the activity by their own words.
    guard !HeaderWords.isMoney(text), !text.contains("%") else { return false }
    let words = text.split { !$0.isLetter }
    let ends = [words.first, words.last].compactMap { $0.flatMap { HeaderWords.figure(String($0)) } }
    return words.count > 1 && HeaderLocator.isAnnualOnly(grid.rows[block.figureRow])
      && ends.contains { $0 == .programmed || $0 == .real }
  }

  /// All cells together, or one of them: the nearest to the figures that says something.
  private func meaning(_ own: [HeaderLabel], _ column: Int) -> HeaderWords.Meaning? {
    let text = own.map(\.text).joined(separator: " ")
    let meaning =
      HeaderWords.column(text) ?? own.reversed().lazy.compactMap { HeaderWords.column($0.text) }.first
    if meaning == .goal, HeaderWords.isGoalAlone(text), figures.isWords(column) { return .name }
    // AVANCE ANUAL over per cents says how much was done, not what, unless all is in per cent.
    let isShare = meaning == .annualReal && HeaderWords.isProgress(text) && isPercentBesideFigures(column)
    return isShare ? .percent : meaning
  }

  /// What a column of a header holds by its own cells.
  static func textMeaning(_ grid: Grid, _ block: HeaderBlock, _ column: Int) -> HeaderWords.Meaning? {
    HeaderWords.column(HeaderLabels(grid: grid, block: block).own(column).map(\.text).joined(separator: " "))
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
    if !role.isText, let year = year(of: column), let otherYear = self.year(of: other), year != otherYear {
      return rivals.append((column, role))
    }
    let otherText = labels.own(other).map(\.text).joined(separator: " ")
    let (rank, otherRank) = (HeaderWords.rank(text, meaning), HeaderWords.rank(otherText, meaning))
    // Two words that are put together of others are no better than each other: the first column is the one.
    let isFirstKept = rank == .max && otherRank == .max && HeaderKey(text) != HeaderKey(otherText)
    if [.goal, .annualReal].contains(role) { return assignTotal(role, column, other, text, otherText) }
    if role == .name, HeaderKey(text) == HeaderKey(otherText), hasFigures(between: other, and: column) {
      return diagnostics.append(.sideBySide(text, at: place))
    }
    guard role.isText, rank != otherRank || isFirstKept else {
      let otherPlace = self.place(other)
      diagnostics.append(.duplicateColumn(text, otherText, otherPlace, at: place))
      return
    }
    let (kept, left, leftText) = rank < otherRank ? (column, other, otherText) : (other, column, text)
    roles[left] = nil
    roles[kept] = role
    setAside(left, .secondColumn(leftText, at: grid.location(block.rows.lowerBound, left)))
  }

  private func hasFigures(between first: Int, and last: Int) -> Bool {
    (first..<last).contains { HeaderLocator.figure(in: grid.rows[block.figureRow][$0]) != nil }
  }

  /// TOTAL or ANUAL over one column alone: the goal or the real total, if the figures say which.
  private mutating func takeProvedTotals() {
    for column in extras {
      let label = header(column)
      guard HeaderWords.sum(label) == .total || HeaderWords.isAnnualGroup(label) else { continue }
      let proved = [(HeaderWords.Meaning.programmed, TableHeader.Role.goal), (.real, .annualReal)].filter {
        meaning, _ in
        let parts = roles.filter { role in
          if case .figure(_, meaning) = role.value { true } else { false }
        }
        return figures.sum(column, of: parts.map(\.key)).isProof
      }
      guard proved.count == 1, let role = proved.first?.1, !roles.values.contains(role) else { continue }
      roles[column] = role
      extras.removeAll { $0 == column }
      let location = place(column)
      diagnostics.removeAll { $0.has(.unknownColumn) && $0.location == location }
    }
  }

  /// META ANUAL and TOTAL PROG both say what was programmed: the one that says it by the word is the goal, and the sum is
  /// kept beside it. `AVANCE 2024` behind the real total is a share of it, or none of the report's.
  private mutating func assignTotal(
    _ role: TableHeader.Role, _ column: Int, _ other: Int, _ text: String, _ otherText: String
  ) {
    func isWeaker(_ text: String) -> Bool { HeaderWords.sum(text) != nil || HeaderWords.isProgress(text) }
    guard isWeaker(text) != isWeaker(otherText) || HeaderWords.isProgress(text) != HeaderWords.isProgress(otherText)
    else {
      return diagnostics.append(.duplicateColumn(text, otherText, place(other), at: place(column)))
    }
    let isNewWeaker = HeaderWords.isProgress(text) || isWeaker(text) && !HeaderWords.isProgress(otherText)
    let (kept, left) = isNewWeaker ? (other, column) : (column, other)
    roles[left] = nil
    roles[kept] = role
    if HeaderWords.sum(isNewWeaker ? text : otherText) == .total {
      sums.append((left, role == .goal ? .programmed : .real))
      return diagnostics.append(.subtotalColumns(isNewWeaker ? text : otherText, at: place(left)))
    }
    let leftText = isNewWeaker ? text : otherText
    if role == .annualReal, HeaderWords.isProgress(leftText), let goal = roles.first(where: { $0.value == .goal })?.key,
      figures.ratio(left, kept, goal).isProof, !roles.values.contains(.percent)
    {
      roles[left] = .percent
    } else {
      setAside(left, .secondColumn(leftText, at: place(left)))
    }
  }

  /// A column without a header may be blank, or lie under a heading that reaches over it; it must hold nothing.
  private mutating func readUnnamed(_ column: Int) {
    // Words below a heading that reaches over them are its: `1ER. SEMESTRE` over PROG, REAL and a column of remarks.
    let heading = header(column)
    if !heading.isEmpty, figures.isWords(column) {
      return setAside(column, .unknownColumn(heading, at: grid.location(block.figureRow, column)))
    }
    for index in rows {
      let row = grid.rows[index]
      if HeaderReader.isNote(row) { return }
      guard !row.isBlank(column), row.cells.count(where: { !$0.isBlank }) > 2 else { continue }
      return diagnostics.append(.unnamedColumn(at: grid.location(row, column)))
    }
  }

  private static func isNote(_ row: Grid.Row) -> Bool { RowWords.startsNote(row.firstText) }
}
