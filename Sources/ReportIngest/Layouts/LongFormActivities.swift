import ReportModel

/// The activities of a long table, and the usual table they make.
struct LongFormActivities {
  struct LongActivity {
    /// Its rows by the places of their periods.
    var rows: [Int: Int] = [:]
    /// Rows that sum up its periods, by the months they name.
    var sums: [ClosedRange<Int>?: Int] = [:]
  }

  private let grid: Grid
  private let block: HeaderBlock
  private let rows: LongFormRows
  private let width: Int
  private let order: [Int]
  private let periods: [(months: ClosedRange<Int>, row: Int)]
  private let others: [Int]
  private(set) var all: [LongActivity] = []
  /// Rows that sum up all activities.
  private(set) var sumsOfAll: [Int] = []
  /// A row of sums whose figures are none.
  private(set) var unproved: Int?

  init(_ grid: Grid, _ block: HeaderBlock, _ rows: LongFormRows) {
    (self.grid, self.block, self.rows) = (grid, block, rows)
    width = grid.rows[block.rows].map(\.cells.count).max() ?? 0
    order = rows.entries.keys.sorted()
    var first: [ClosedRange<Int>: Int] = [:]
    for row in order {
      if case .period(let months)? = rows.entries[row], first[months] == nil { first[months] = row }
    }
    periods = first.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { ($0.key, $0.value) }
    others = (block.rows.upperBound..<grid.rows.count).filter {
      rows.entries[$0] == nil && !grid.rows[$0].isBlank
    }
  }

  /// A row between the others that is none of them.
  var unreadable: Int? { others.first { $0 < order.last ?? 0 } }

  /// Rows belong together by their names, or where names come again by name and number; a blank or merged one is the
  /// row's above. False where figures are not once PROG and once REAL, periods overlap, or an activity has one twice.
  mutating func collect() -> Bool {
    guard rows.column(.programmed) != nil, rows.column(.real) != nil,
      zip(periods, periods.dropFirst()).allSatisfy({ !$0.months.overlaps($1.months) })
    else { return false }
    for columns in [rows.names, rows.names + rows.numbers] where !columns.isEmpty {
      (all, sumsOfAll, unproved) = ([], [], nil)
      if collect(by: columns) { return true }
    }
    return false
  }

  private mutating func collect(by columns: [Int]) -> Bool {
    var places: [[String]: Int] = [:]
    var key: [String] = []
    var sums: [(row: Int, months: ClosedRange<Int>?, place: Int?)] = []
    for row in order {
      let texts = columns.map { grid.rows[row][$0].collapsed }
      let isSumByName = rows.isSumByName(row)
      if !texts.allSatisfy(\.isEmpty), !isSumByName || isPeriod(row) { key = texts }
      guard let entry = rows.entries[row], !key.isEmpty else { return false }
      switch entry {
      case .sum(let months): sums.append((row, months, places[key]))
      case .period(let months):
        guard let period = periods.firstIndex(where: { $0.months == months }) else { return false }
        if places[key] == nil {
          places[key] = all.count
          all.append(LongActivity())
        }
        guard let place = places[key], all[place].rows.updateValue(row, forKey: period) == nil else { return false }
      }
    }
    for sum in sums where unproved == nil { take(sum.row, sum.months, sum.place) }
    return true
  }

  private func isPeriod(_ row: Int) -> Bool { if case .period? = rows.entries[row] { true } else { false } }

  /// Of its activity's periods, or of all that stands above.
  private mutating func take(_ row: Int, _ months: ClosedRange<Int>?, _ place: Int?) {
    let within = all.map { activity in
      activity.rows.filter { period, _ in months.map { $0.overlaps(periods[period].months) } ?? true }.map(\.value)
    }
    if let place, all[place].sums[months] == nil, isSum(row, of: within[place]) {
      all[place].sums[months] = row
    } else if isSum(row, of: Array(within.joined())) {
      sumsOfAll.append(row)
    } else {
      unproved = row
    }
  }

  private func isSum(_ row: Int, of parts: [Int]) -> Bool {
    let figures = HeaderFigures(grid, rows: [])
    var isProved = false
    for meaning in [HeaderWords.Meaning.programmed, .real] {
      guard let column = rows.column(meaning), let stated = figures.value(row, column) else { continue }
      guard Quantity.sum(parts.compactMap { figures.value($0, column) }) == stated else { return false }
      isProved = isProved || !stated.isZero
    }
    return isProved
  }
}

// The usual table
extension LongFormActivities {
  /// A stretch of columns: a period, or a sum that every activity has.
  private struct Stretch {
    let label: String
    let place: CellPlace
    /// Of each activity; nil where it has none.
    let rows: [Int?]
  }

  /// Rows that sum up all activities, and those that only some activities have: proved, and of no use any more.
  var sumsLeftOut: [Int] {
    (sumsOfAll + all.flatMap { $0.sums.filter { !isShared($0.key) }.map(\.value) }).sorted()
  }

  private func isShared(_ sum: ClosedRange<Int>?) -> Bool { all.allSatisfy { $0.sums[sum] != nil } }

  private var stretches: [Stretch] {
    let periods = periods.indices.map { period in
      Stretch(
        label: label(self.periods[period].months, self.periods[period].row), place: place(self.periods[period].row),
        rows: all.map { $0.rows[period] })
    }
    let sums = (all.first?.sums ?? [:]).sorted { $0.value < $1.value }.filter { isShared($0.key) }
    return periods
      + sums.map { months, row in
        let text = grid.rows[row][rows.periodColumn].collapsed
        return Stretch(label: text.isEmpty ? "TOTAL" : text, place: place(row), rows: all.map { $0.sums[months] })
      }
  }

  private func place(_ row: Int) -> CellPlace { CellPlace(row: grid.rows[row].number, column: rows.periodColumn) }

  /// As the source writes it; a bare number by what it counts.
  private func label(_ months: ClosedRange<Int>, _ row: Int) -> String {
    let text = grid.rows[row][rows.periodColumn].collapsed
    return PeriodLabel.months(text) == months ? text : PeriodGroups.label(months)
  }

  var result: Grid {
    let stretches = stretches
    let columns = rows.figures + varyingColumns
    let texts = (0..<width).filter { column in
      column != rows.periodColumn && !columns.contains { $0.column == column }
    }
    var result = grid
    result.rows = Array(grid.rows[..<block.rows.lowerBound]) + headers(texts, stretches, columns)
    result.rows += all.indices.map { row($0, texts, stretches, columns) }
    result.rows += others.map { other($0, texts, stretches.count * columns.count) }
    result.merges = MergedCells()
    result.hiddenColumns = []
    return result
  }

  /// Columns nobody knows with a figure for each period: they stay apart, period by period.
  private var varyingColumns: [(column: Int, word: String)] {
    let labels = HeaderLabels(grid: grid, block: block)
    return (0..<width).compactMap { column in
      guard column != rows.periodColumn, !rows.figures.contains(where: { $0.column == column }),
        HeaderReader.textMeaning(grid, block, column) == nil
      else { return nil }
      let figures = HeaderFigures(grid, rows: [])
      let isVarying = all.contains { activity in
        let values = activity.rows.values.compactMap { figures.value($0, column) }
        return values.count > 1 && Set(values).count > 1
      }
      let header = labels.own(column).map(\.text).joined(separator: " ")
      return isVarying && !header.isEmpty ? (column, header) : nil
    }
  }

  private func headers(
    _ texts: [Int], _ stretches: [Stretch], _ columns: [(column: Int, word: String)]
  ) -> [Grid.Row] {
    let labels = HeaderLabels(grid: grid, block: block)
    let number = grid.rows[block.figureRow].number
    var (top, bottom) = (RowAssembly(number: number), RowAssembly(number: number))
    for column in texts {
      let own = labels.own(column)
      let place = CellPlace(row: own.first.map { grid.rows[$0.row].number } ?? number, column: column)
      top.append(own.map(\.text).joined(separator: " "), at: place)
      bottom.append("", at: place)
    }
    for stretch in stretches {
      for (index, column) in columns.enumerated() {
        top.append(
          index == 0 ? stretch.label : "",
          at: CellPlace(row: stretch.place.row, column: index == 0 ? stretch.place.column : column.column))
        bottom.append(column.word, at: CellPlace(row: number, column: column.column))
      }
    }
    return [top.row, bottom.row]
  }

  private func row(
    _ activity: Int, _ texts: [Int], _ stretches: [Stretch], _ columns: [(column: Int, word: String)]
  ) -> Grid.Row {
    let own = all[activity].rows.values.sorted().map { grid.rows[$0] }
    let sums = all[activity].sums.values.sorted().map { grid.rows[$0] }
    var row = RowAssembly(number: own[0].number, isHidden: (own + sums).contains { $0.isHidden })
    for column in texts {
      let isName = (rows.names + rows.numbers).contains(column)
      // Numbers of rows are no numbers of activities: the first one stands.
      if isName {
        row.append(own.first { !$0.isBlank(column) } ?? own[0], column)
      } else {
        row.append(firstOf: own + sums, column)
      }
    }
    for stretch in stretches {
      for column in columns {
        if let index = stretch.rows[activity] {
          row.append(grid.rows[index], column.column)
        } else {
          row.append("", at: CellPlace(row: own[0].number, column: column.column))
        }
      }
    }
    return row.row
  }

  private func other(_ index: Int, _ texts: [Int], _ blanks: Int) -> Grid.Row {
    let source = grid.rows[index]
    var row = RowAssembly(number: source.number, isHidden: source.isHidden)
    for column in texts { row.append(source, column) }
    let rest = (0..<source.cells.count).filter { !texts.contains($0) && !source.isBlank($0) }
    for column in rest { row.append(source, column) }
    row.appendBlanks(blanks - rest.count, at: CellPlace(row: source.number, column: 0))
    return row.row
  }
}
