import ReportModel

/// Reads one table into its report.
struct TableReader {
  let grid: Grid
  let table: TableRegion
  /// Whether the table stood otherwise in the file.
  private let isRearranged: Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(_ grid: Grid, _ table: TableRegion, isRearranged: Bool = false) {
    self.grid = grid
    self.table = table
    self.isRearranged = isRearranged
  }

  /// nil, with an error among the diagnostics, when the table cannot be read.
  mutating func read() -> Report? {
    diagnostics = ShortText.diagnostics(grid, table)
    guard diagnostics.isEmpty else { return nil }
    var headers = HeaderReader(grid, table)
    let header = headers.read()
    diagnostics = headers.diagnostics
    guard let header else { return nil }
    diagnostics += ShortText.diagnostics(header)
    if isRearranged || !header.extras.isEmpty || !header.subtotals.isEmpty {
      diagnostics.append(.readAs(ColumnSummary(header), at: grid.location(table.block.figureRow)))
    }
    var mender = RowMender(header)
    let (mended, rows) = mender.mended(grid, table.rows)
    diagnostics += mender.diagnostics
    let report = report(mended, header, rows)
    diagnostics += ShortText.diagnostics(report)
    tellHidden(rows, header)
    tellWhatIsNotNamed(report)
    return diagnostics.contains { $0.severity == .error } ? nil : report
  }

  private mutating func report(_ grid: Grid, _ header: TableHeader, _ rows: [Int]) -> Report {
    let separators = SeparatorEvidence(grid, header, rows)
    let choices = separators.choices.map { decimal in
      var reader = RowReader(grid, header, decimal, refusesAmbiguous: separators.isMixed)
      reader.read(rows)
      return (decimal: decimal, reader: reader, report: report(reader, header))
    }
    // Where the figures' form proves nothing, their sums may: the reading with fewer contradictions is the right one.
    let wrong = choices.count == 1 ? [0] : choices.map { Audit.findings(in: $0.report).count }
    let best = wrong.indices.min { wrong[$0] < wrong[$1] } ?? 0
    diagnostics += choices[best].reader.diagnostics
    if choices[best].report.subtotals.count > header.subtotals.count {
      diagnostics.append(.runningFigures(at: grid.location(table.block.figureRow)))
    }
    tellWhatIsNotComputed(choices[best].report)
    if let example = separators.example, choices.count > 1 {
      diagnostics.append(
        .ambiguousSeparator(
          example.value, choices[best].decimal, isProved: Set(wrong).count > 1, at: example.location))
    }
    return choices[best].report
  }

  private func report(_ reader: RowReader, _ header: TableHeader) -> Report {
    let titles = TitleLines(lines: table.titles)
    let years = titles.years + header.years
    let report = Report(
      department: titles.department, titleLines: titles.others, year: TableReader.year(header.years + titles.years),
      yearMentions: years, scheme: PeriodScheme(months: header.periods.map(\.months)), periods: header.periods,
      activities: reader.activities, signs: SignConventions(of: reader.activities), notes: reader.notes,
      extraColumns: header.extras, subtotals: header.subtotals, totals: reader.totals,
      sourceSigners: reader.signers)
    return (RunningFigures(of: report)?.separated ?? report).completed()
  }

  /// Rates have no sum, and figures up to each period have none either: what the source does not state of the year then
  /// stays unknown, or cannot be read.
  private mutating func tellWhatIsNotComputed(_ report: Report) {
    let rates = report.activities.filter { $0.measure == .rate && $0.annual.real.quantity == nil }
    if let first = rates.first { diagnostics.append(.rateNotAdded(rates.count, at: first.name.location)) }
    let computed = report.activities.filter { $0.annual.real.origin == .computed && $0.measure.isAdditive }
    let active = computed.filter { !$0.isIdle }
    let cumulative = computed.filter { $0.isCumulative }
    let growth = active.allSatisfy(\.mayGrowToGoal) ? active.reduce(0) { $0 + $1.growths } : 0
    guard let first = cumulative.first ?? active.first,
      cumulative.count == active.count || growth >= 5 || neverFalls(active),
      let sum = first.annual.real.quantity, let last = first.periods.last?.real.quantity
    else { return }
    diagnostics.append(
      .cumulativeFigures(first.designation, sum, last, at: first.periods.first?.real.location ?? first.name.location))
  }

  /// Figures that grow in every activity, programmed and real, where a line above says that they are cumulative, or so
  /// many that chance is no explanation.
  private func neverFalls(_ active: [Activity]) -> Bool {
    guard active.allSatisfy({ $0.annual.goal.origin == .computed && $0.neverFalls }) else { return false }
    let saysSo = table.titles.contains { $0.value.uppercased().contains("ACUMULAD") }
    let growths = active.reduce(0) { $0 + $1.growths + $1.programmedGrowths }
    return saysSo && growths > 1 || active.count > 1 && growths >= 8 && active.allSatisfy(\.growsFromNothing)
  }

  /// The year most often named; of several named equally often, the first.
  private static func year(_ mentions: [Sourced<Int>]) -> Sourced<Int>? {
    mentions.max { a, b in
      let (first, second) = (mentions.count { $0.value == a.value }, mentions.count { $0.value == b.value })
      return first < second
    }
  }

  /// The report has no name of its own then, and nothing is guessed.
  private mutating func tellWhatIsNotNamed(_ report: Report) {
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    let place = grid.location(table.block.rows.lowerBound)
    if report.department == nil { diagnostics.append(.noDepartment(at: place)) }
    if report.year == nil { diagnostics.append(.noYear(at: place)) }
  }

  /// What a sheet hides is read like the rest, and told.
  private mutating func tellHidden(_ rows: [Int], _ header: TableHeader) {
    let hidden = rows.filter { grid.rows[$0].isHidden && !grid.rows[$0].isBlank }
    if let first = hidden.first { diagnostics.append(.hiddenRows(hidden.count, at: grid.location(first))) }
    let columns = grid.hiddenColumns.filter { header.roles[$0] != nil }.sorted()
    if let first = columns.first {
      diagnostics.append(.hiddenColumns(columns.count, at: grid.location(header.rows.lowerBound, first)))
    }
  }
}

/// What the figures of a table prove about its decimal separator.
struct SeparatorEvidence {
  /// The separators to read the table with, the likelier first: one if there is proof, or nothing in doubt.
  let choices: [DecimalSeparator]
  /// Both are proved, by different cells.
  let isMixed: Bool
  /// The first figure that means two things.
  let example: Sourced<String>?

  init(_ grid: Grid, _ header: TableHeader, _ rows: [Int]) {
    var proofs: Set<DecimalSeparator> = []
    var example: Sourced<String>?
    var doubtful: Set<Character> = []
    let columns = header.roles.filter { !$0.value.isText }.map(\.key).sorted()
    for index in rows {
      for column in columns where grid.rows[index].kind(column) == .text {
        guard let digits = FigureGrammar.digits(grid.rows[index][column]) else { continue }
        if let proof = DecimalSeparator.proof(in: digits) { proofs.insert(proof) }
        guard DecimalSeparator.isAmbiguous(digits) else { continue }
        doubtful.formUnion(digits.filter { $0 == "." || $0 == "," })
        if example == nil {
          example = Sourced(grid.rows[index][column].trimmed, at: grid.location(index, column))
        }
      }
    }
    // `1,500` beside `1.200`: one of them has three decimals, and nothing says which.
    isMixed = proofs.count > 1 || proofs.isEmpty && doubtful.count > 1
    self.example = example
    // Excel separates cells with semicolons where decimals have a comma; in Mexico they have a point.
    let likely = proofs.count == 1 ? proofs.first ?? .point : grid.separator == ";" ? .comma : .point
    choices = proofs.isEmpty && example != nil ? [likely, likely.other] : [likely]
  }
}

extension Activity {
  /// Whether the programmed figures grow up to the goal that the source states, and so hold all that came before.
  fileprivate var isCumulative: Bool {
    let programmed = periods.compactMap(\.programmed.quantity)
    guard programmed.count > 2, programmed.count == periods.count, annual.goal.origin == .stated,
      let goal = annual.goal.quantity, programmed.last == goal, !goal.isZero, Quantity.sum(programmed) != goal
    else { return false }
    return zip(programmed, programmed.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Whether the real figures never fall and end within a goal that their sum exceeds.
  fileprivate var mayGrowToGoal: Bool {
    let real = periods.compactMap(\.real.quantity)
    guard real.count > 2, real.count == periods.count, annual.goal.origin == .stated,
      let goal = annual.goal.quantity, let last = real.last, last <= goal, let sum = Quantity.sum(real), sum > goal
    else { return false }
    return zip(real, real.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Whether the first figures are like what is added to them from period to period.
  fileprivate var growsFromNothing: Bool {
    [periods.compactMap(\.programmed.quantity), periods.compactMap(\.real.quantity)].allSatisfy { figures in
      guard let first = figures.first?.approximation, let last = figures.last?.approximation else { return false }
      return first * Double(figures.count - 1) <= 2 * (last - first)
    }
  }

  /// How often the real figure of a period is more than that of the one before.
  fileprivate var growths: Int { Activity.growths(periods.compactMap(\.real.quantity)) }

  fileprivate var programmedGrowths: Int { Activity.growths(periods.compactMap(\.programmed.quantity)) }

  private static func growths(_ figures: [Quantity]) -> Int { zip(figures, figures.dropFirst()).count { $0 < $1 } }

  /// Whether no figure, programmed or real, is less than the one before, and none is missing.
  fileprivate var neverFalls: Bool {
    [periods.map(\.programmed.quantity), periods.map(\.real.quantity)].allSatisfy { figures in
      let known = figures.compactMap { $0 }
      return known.count > 2 && known.count == figures.count && zip(known, known.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }
}
