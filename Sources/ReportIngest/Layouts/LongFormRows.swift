import ReportModel

/// What each row of a long table is: one period of an activity, a sum of periods, or none of both.
struct LongFormRows {
  enum Entry: Hashable {
    case period(ClosedRange<Int>)
    /// Of these months; nil for a sum that names none.
    case sum(ClosedRange<Int>?)
  }

  let periodColumn: Int
  /// The columns that hold the names of activities, or else their numbers.
  let names: [Int]
  let numbers: [Int]
  /// Columns that hold a figure of the row's period, with the word over each.
  let figures: [(column: Int, word: String)]
  private(set) var entries: [Int: Entry] = [:]
  /// A row with figures that names no period.
  private(set) var unreadable: Int?

  private let grid: Grid
  private let unit: Int?

  /// nil where the column is none of periods: hardly a row names one.
  init?(_ grid: Grid, _ block: HeaderBlock, _ rows: [Int], periods: Int, unit: Int?) {
    self.grid = grid
    self.unit = unit
    periodColumn = periods
    figures = LongFormRows.figures(grid.rows[block.figureRow])
    let width = grid.rows[block.rows].map(\.cells.count).max() ?? 0
    let meanings = (0..<width).map { HeaderReader.textMeaning(grid, block, $0) }
    names = meanings.indices.filter { meanings[$0] == .name }
    numbers = meanings.indices.filter { meanings[$0] == .number }
    var last: ClosedRange<Int>?
    var unreadable: [Int] = []
    for row in rows where !grid.rows[row].isBlank {
      if let entry = entry(row, last) {
        entries[row] = entry
        if case .period(let months) = entry { last = months }
      } else if hasFigure(row) {
        unreadable.append(row)
      }
    }
    guard entries.count > unreadable.count,
      entries.values.contains(where: { if case .period = $0 { true } else { false } })
    else { return nil }
    self.unreadable = unreadable.first
    tellSums()
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
    // META in front of PROG and REAL is the year's.
    let hasPlan = chosen.contains {
      HeaderWords.figure($0.element) == .programmed && !HeaderWords.isGoalAlone($0.element)
    }
    return chosen.filter { !hasPlan || !HeaderWords.isGoalAlone($0.element) }.map { ($0.offset, $0.element.collapsed) }
  }

  /// The column of what was programmed, or done, in a row's period; nil where there is none or more than one. Money beside
  /// figures of the activity does not count.
  func column(_ wanted: HeaderWords.Meaning) -> Int? {
    let all = figures.filter {
      (HeaderLocator.figure(in: $0.word)?.meaning ?? HeaderLocator.repeatable($0.word)) == wanted
    }
    let counted = all.filter { !HeaderWords.isMoney($0.word) }
    let columns = counted.isEmpty ? all : counted
    return columns.count == 1 ? columns[0].column : nil
  }

  private func hasFigure(_ row: Int) -> Bool {
    figures.contains { figure in grid.rows[row][figure.column].contains(where: \.isNumber) }
  }

  /// What an activity is called in its row; empty where it is the one above.
  func name(_ row: Int) -> String { names.lazy.map { grid.rows[row][$0].collapsed }.first { !$0.isEmpty } ?? "" }

  /// `TOTAL` in place of a name.
  func isSumByName(_ row: Int) -> Bool {
    (names + numbers).contains { RowWords.startsTotal(grid.rows[row][$0]) || RowWords.isSumOfAll(grid.rows[row][$0]) }
  }

  private func entry(_ row: Int, _ last: ClosedRange<Int>?) -> Entry? {
    let text = grid.rows[row][periodColumn]
    guard !text.isBlank else {
      guard hasFigure(row) else { return nil }
      if isSumByName(row) { return .sum(nil) }
      // Merged periods in front of the names: MES, then the activities of each.
      let isInFront = names.first.map { periodColumn < $0 } ?? false
      return isInFront && !name(row).isEmpty ? last.map(Entry.period) : nil
    }
    let numbered = unit.flatMap { unit in PeriodLabel.ordinalAlone(text).flatMap { PeriodLabel.stretch($0, of: unit) } }
    if HeaderWords.sum(text) != nil || RowWords.startsTotal(text) {
      return hasFigure(row) ? .sum(PeriodLabel.months(HeaderWords.withoutSum(text))) : nil
    }
    return (PeriodLabel.months(text) ?? numbered).map(Entry.period)
  }

  /// `1ER SEMESTRE` beside its quarters, and ANUAL beside anything shorter, are sums.
  private mutating func tellSums() {
    let all = Set(entries.values.compactMap { entry in if case .period(let months) = entry { months } else { nil } })
    let sums = all.filter { sum in
      let parts = all.filter { $0 != sum && sum.contains($0.lowerBound) && sum.contains($0.upperBound) }
      return parts.count > 1 && Set(parts.joined()) == Set(sum) || sum == 1...12 && !parts.isEmpty
    }
    for (row, entry) in entries {
      if case .period(let months) = entry, sums.contains(months) { entries[row] = .sum(months) }
    }
  }
}
