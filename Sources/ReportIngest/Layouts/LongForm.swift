import ReportModel

/// A table with a row for each activity and period, and a column that says the period (MES, TRIMESTRE, PERIODO): it
/// becomes one with a row for each activity. Where that cannot be, the table is refused: its rows are no activities.
struct LongForm {
  private let grid: Grid
  private let block: HeaderBlock
  private let periodColumn: Int
  /// Rows that name a period.
  private let rows: [Int]
  private let months: [Int: ClosedRange<Int>]

  /// nil where no column says the period of its row.
  init?(_ grid: Grid, _ block: HeaderBlock, rows: some Sequence<Int>) {
    self.grid = grid
    self.block = block
    let rows = Array(rows)
    let labels = HeaderLabels(grid: grid, block: block)
    let width = grid.rows[block.rows].map(\.cells.count).max() ?? 0
    for column in 0..<min(width, 60) {
      let header = labels.own(column).map(\.text).joined(separator: " ")
      guard LongForm.namesPeriods(header), HeaderLocator.figure(in: header) == nil else { continue }
      let months = LongForm.months(grid, rows, column, unit: PeriodLabel.unit(namedIn: header))
      guard let months else { continue }
      (periodColumn, self.months) = (column, months)
      self.rows = months.keys.sorted()
      return
    }
    return nil
  }

  private static func namesPeriods(_ header: String) -> Bool {
    let words = header.split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
    guard (1...4).contains(words.count) else { return false }
    return words.contains { ["MES", "MESES", "PERIODO", "PERIODOS", "MONTH", "PERIOD", "QUARTER"].contains($0) }
      || words.count < 3 && PeriodLabel.unit(namedIn: header) != nil && PeriodLabel.months(header) == nil
  }

  /// The months each row names; nil where a cell names none.
  private static func months(
    _ grid: Grid, _ rows: [Int], _ column: Int, unit: Int?
  ) -> [Int: ClosedRange<Int>]? {
    var months: [Int: ClosedRange<Int>] = [:]
    for row in rows where !grid.rows[row].isBlank(column) {
      let text = grid.rows[row][column]
      let numbered = unit.flatMap { unit in PeriodLabel.ordinalAlone(text).flatMap { PeriodLabel.stretch($0, of: unit) }
      }
      guard let range = PeriodLabel.months(text) ?? numbered else {
        if RowWords.startsTotal(text) || RowWords.startsNote(grid.rows[row].firstText) { continue }
        return nil
      }
      months[row] = range
    }
    return months.isEmpty ? nil : months
  }

  /// The usual arrangement, or why there is none.
  func rearranged() -> Rearranged {
    let place = grid.location(block.figureRow, periodColumn)
    guard let parts = Parts(grid, block, rows, periodColumn, months) else {
      return Rearranged(grid: grid, diagnostics: [.longLayout(header, at: place)])
    }
    let years = Set(rows.compactMap { YearText.year(in: grid.rows[$0][periodColumn]) })
    guard years.count < 2 else {
      return Rearranged(grid: grid, diagnostics: [.severalYears(years.sorted(), at: place)])
    }
    return Rearranged(
      grid: parts.result(periodColumn), diagnostics: [.longForm(rows.count, parts.activities.count, header, at: place)])
  }

  /// For tables that cannot be put into the usual arrangement.
  func refusal(_ block: HeaderBlock) -> Diagnostic {
    .longLayout(header, at: grid.location(block.figureRow, periodColumn))
  }

  private var header: String {
    HeaderLabels(grid: grid, block: block).own(periodColumn).map(\.text).joined(separator: " ")
  }

  /// Activities and periods, taken apart.
  private struct Parts {
    let grid: Grid
    let block: HeaderBlock
    let width: Int
    /// Columns that hold a figure of the row's period, with the word over each.
    let figures: [(column: Int, word: String)]
    let periods: [(months: ClosedRange<Int>, label: Int)]
    /// The rows of each activity, by period.
    private(set) var activities: [(first: Int, rows: [Int: Int])] = []
    private let others: [Int]

    /// nil where figures are not once PROG and once REAL, an activity has a period twice, or a figure has no period.
    init?(
      _ grid: Grid, _ block: HeaderBlock, _ rows: [Int], _ periodColumn: Int, _ months: [Int: ClosedRange<Int>]
    ) {
      (self.grid, self.block) = (grid, block)
      let words = grid.rows[block.figureRow]
      width = grid.rows[block.rows].map(\.cells.count).max() ?? 0
      figures = Parts.figures(words)
      let meanings = figures.compactMap {
        HeaderLocator.figure(in: $0.word)?.meaning ?? HeaderLocator.repeatable($0.word)
      }
      guard meanings.count(where: { $0 == .programmed }) == 1, meanings.count(where: { $0 == .real }) == 1 else {
        return nil
      }
      var labels: [ClosedRange<Int>: Int] = [:]
      for row in rows { if let range = months[row], labels[range] == nil { labels[range] = row } }
      periods = labels.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { ($0.key, $0.value) }
      let last = rows.last ?? 0
      others = (block.rows.upperBound..<grid.rows.count).filter { months[$0] == nil && !grid.rows[$0].isBlank }
      guard zip(periods, periods.dropFirst()).allSatisfy({ !$0.months.overlaps($1.months) }),
        collect(rows, months), !others.contains(where: { $0 < last || hasFigure($0) })
      else { return nil }
    }

    private static func figures(_ words: Grid.Row) -> [(column: Int, word: String)] {
      let cells = words.cells.enumerated().filter { !$0.element.isBlank }
      let exact = cells.filter { HeaderLocator.figure(in: $0.element) != nil }
      let isEnough = [HeaderWords.Meaning.programmed, .real].allSatisfy { wanted in
        exact.contains { HeaderLocator.figure(in: $0.element)?.meaning == wanted }
      }
      let chosen =
        isEnough
        ? exact
        : cells.filter { HeaderLocator.figure(in: $0.element) != nil || HeaderLocator.repeatable($0.element) != nil }
      return chosen.map { ($0.offset, $0.element.collapsed) }
    }

    private func hasFigure(_ row: Int) -> Bool {
      figures.contains { figure in grid.rows[row][figure.column].contains(where: \.isNumber) }
    }

    /// Rows belong together by their names, or where names come again by name and number; a blank or merged one is the
    /// row's above.
    private mutating func collect(_ rows: [Int], _ months: [Int: ClosedRange<Int>]) -> Bool {
      for meanings in [[HeaderWords.Meaning.name], [.name, .number]] {
        let columns = (0..<width).filter { HeaderReader.textMeaning(grid, block, $0).map(meanings.contains) ?? false }
        if !columns.isEmpty, collect(rows, months, by: columns) { return true }
        activities = []
      }
      return false
    }

    private mutating func collect(_ rows: [Int], _ months: [Int: ClosedRange<Int>], by columns: [Int]) -> Bool {
      var places: [[String]: Int] = [:]
      var key: [String] = []
      for row in rows {
        let texts = columns.map { grid.rows[row][$0].collapsed }
        if !texts.allSatisfy(\.isEmpty) { key = texts }
        guard let range = months[row], !key.isEmpty, let period = periods.firstIndex(where: { $0.months == range })
        else {
          return false
        }
        if let place = places[key] {
          guard activities[place].rows.updateValue(row, forKey: period) == nil else { return false }
        } else {
          places[key] = activities.count
          activities.append((row, [period: row]))
        }
      }
      return true
    }

    func result(_ periodColumn: Int) -> Grid {
      let texts = (0..<width).filter { column in column != periodColumn && !figures.contains { $0.column == column } }
      var result = grid
      result.rows = Array(grid.rows[..<block.rows.lowerBound]) + headers(texts)
      result.rows += activities.map { row($0.rows, texts) } + others.map { other($0, texts) }
      result.merges = MergedCells()
      result.hiddenColumns = []
      return result
    }

    private func headers(_ texts: [Int]) -> [Grid.Row] {
      let labels = HeaderLabels(grid: grid, block: block)
      let number = grid.rows[block.figureRow].number
      var (top, bottom) = (RowAssembly(number: number), RowAssembly(number: number))
      for column in texts {
        let own = labels.own(column)
        let place = CellPlace(row: own.first.map { grid.rows[$0.row].number } ?? number, column: column)
        top.append(own.map(\.text).joined(separator: " "), at: place)
        bottom.append("", at: place)
      }
      for period in periods {
        let source = grid.rows[period.label]
        for (index, figure) in figures.enumerated() {
          let place = CellPlace(row: source.number, column: figure.column)
          top.append(index == 0 ? label(period) : "", at: place)
          bottom.append(figure.word, at: CellPlace(row: number, column: figure.column))
        }
      }
      return [top.row, bottom.row]
    }

    /// As the source writes it; a bare number by what it counts.
    private func label(_ period: (months: ClosedRange<Int>, label: Int)) -> String {
      let column = grid.rows[period.label].cells.indices.first {
        PeriodLabel.months(grid.rows[period.label][$0]) == period.months
      }
      return column.map { grid.rows[period.label][$0].collapsed } ?? PeriodGroups.label(period.months)
    }

    private func row(_ rows: [Int: Int], _ texts: [Int]) -> Grid.Row {
      let sources = rows.values.sorted().map { grid.rows[$0] }
      var row = RowAssembly(number: sources[0].number, isHidden: sources.contains { $0.isHidden })
      for column in texts {
        // Numbers of rows are no numbers of activities: the first one stands.
        let isNumber = HeaderReader.textMeaning(grid, block, column) == .number
        let numbered = sources.first { !$0.isBlank(column) } ?? sources[0]
        if isNumber { row.append(numbered, column) } else { row.append(firstOf: sources, column) }
      }
      for period in periods.indices {
        for figure in figures {
          if let index = rows[period] {
            row.append(grid.rows[index], figure.column)
          } else {
            row.append("", at: CellPlace(row: sources[0].number, column: figure.column))
          }
        }
      }
      return row.row
    }

    private func other(_ index: Int, _ texts: [Int]) -> Grid.Row {
      var row = RowAssembly(number: grid.rows[index].number, isHidden: grid.rows[index].isHidden)
      for column in texts { row.append(grid.rows[index], column) }
      let rest = (0..<grid.rows[index].cells.count).filter { !texts.contains($0) && !grid.rows[index].isBlank($0) }
      for column in rest { row.append(grid.rows[index], column) }
      row.appendBlanks(
        periods.count * figures.count - rest.count, at: CellPlace(row: grid.rows[index].number, column: 0))
      return row.row
    }
  }
}
