import ReportModel

/// PROG and REAL as rows instead of columns: each activity takes two rows or more, and a column of its own says which
/// (`P`, `R`; `Programado`, `Realizado`). Such a table becomes the usual one: under each period a PROG and a REAL.
struct AlternatingRows {
  private let grid: Grid
  /// The column that says what a row is.
  private let markColumn: Int
  private let marks: [Int: HeaderWords.Meaning]
  private let firstMark: Int

  /// nil where rows do not alternate so.
  init?(_ grid: Grid) {
    self.grid = grid
    let width = min(grid.rows.map(\.cells.count).max() ?? 0, 60)
    var known = Known()
    let candidates = (0..<width).map { (column: $0, marks: AlternatingRows.marks(grid, $0, &known)) }
    let best = candidates.filter { AlternatingRows.alternate($0.marks) }.max { $0.marks.count < $1.marks.count }
    guard let best, let first = best.marks.keys.min(), first > 0 else { return nil }
    (markColumn, marks, firstMark) = (best.column, best.marks, first)
  }

  private static func marks(
    _ grid: Grid, _ column: Int, _ known: inout Known
  ) -> [Int: HeaderWords.Meaning] {
    var marks: [Int: HeaderWords.Meaning] = [:]
    for (index, row) in grid.rows.enumerated() where mayBeMark(row[column]) {
      // Above all figures, it heads columns.
      if let meaning = known.meaning(row[column]), !marks.isEmpty || known.hasFigures(index, row) {
        marks[index] = meaning
      }
    }
    return marks
  }

  /// A word, not a figure; most cells are told apart by this alone.
  private static func mayBeMark(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40 && text.utf8.contains { $0 >= 0x80 || UInt8(ascii: "A") <= $0 && $0 != 0x7F }
  }

  /// What was found out already: most cells say the same few things, and every column asks of the same rows.
  private struct Known {
    private var meanings: [String: HeaderWords.Meaning?] = [:]
    private var rows: [Int: Bool] = [:]

    mutating func meaning(_ text: String) -> HeaderWords.Meaning? {
      if let known = meanings[text] { return known }
      let meaning = AlternatingRows.meaning(text)
      meanings[text] = .some(meaning)
      return meaning
    }

    mutating func hasFigures(_ index: Int, _ row: Grid.Row) -> Bool {
      if let known = rows[index] { return known }
      let hasFigures = row.cells.indices.contains { AlternatingRows.isFigure(row, $0) }
      rows[index] = hasFigures
      return hasFigures
    }
  }

  /// Beside P, a letter alone is the first of ALCANZADO, EJECUTADO …
  private static func meaning(_ text: String) -> HeaderWords.Meaning? {
    if ["A", "E", "L", "C"].contains(HeaderKey(text).description) { return .real }
    return HeaderWords.isExact(text) ? HeaderWords.figure(text) : nil
  }

  /// Nearly as many rows of programmed as of real, most right beside their other.
  private static func alternate(_ marks: [Int: HeaderWords.Meaning]) -> Bool {
    let programmed = marks.filter { $0.value == .programmed }.keys
    let real = marks.count { $0.value == .real }
    guard !programmed.isEmpty, real > 0 else { return false }
    let paired = programmed.count { row in
      (1...3).contains { marks[row + $0] == .real || marks[row - $0] == .real }
    }
    return 2 * paired > max(programmed.count, real)
  }

  /// For rows that cannot be put into the usual arrangement: where one of a pair is missing, it is named.
  var refusal: Diagnostic {
    for group in allGroups {
      let pair: [HeaderWords.Meaning] = [.programmed, .real]
      guard let missing = pair.first(where: { wanted in !group.contains { marks[$0] == wanted } }) else { continue }
      return .alternatingRowMissing(HeaderWords.shortest(missing), at: grid.location(group.lowerBound, markColumn))
    }
    return .alternatingLayout(at: grid.location(firstMark, markColumn))
  }

  /// nil where no row of periods stands above, or figures stand in rows that say neither PROG nor REAL.
  func rearranged() -> Rearranged? {
    guard let header = headerRows, let groups else { return nil }
    let width = max(
      grid.rows[header].map(\.cells.count).max() ?? 0, groups.joined().map { grid.rows[$0].cells.count }.max() ?? 0)
    let meanings = HeaderWords.underPeriods.filter { meaning in marks.values.contains(meaning) }
    let expanded = Set((0..<width).filter { isExpanded($0, header, groups) })
    guard expanded.contains(where: { column in header.contains { PeriodLabel.mayBe(grid.rows[$0][column]) } }) else {
      return nil
    }
    var shape = Shape(grid: grid, width: width, dropped: markColumn, expanded: expanded, meanings: meanings)
    shape.keep(0..<header.lowerBound)
    for row in header { shape.header(row) }
    shape.words(at: CellPlace(row: grid.rows[firstMark].number, column: markColumn), below: header.upperBound - 1)
    var index = firstMark
    var left = groups[...]
    while index < grid.rows.count {
      if let group = left.first, group.contains(index) {
        shape.activity(group, marks)
        left = left.dropFirst()
        index = group.upperBound
      } else {
        guard shape.other(index) else { return nil }
        index += 1
      }
    }
    let note = Diagnostic.alternatingRows(groups.joined().count, groups.count, at: grid.location(firstMark, markColumn))
    return Rearranged(grid: shape.result, diagnostics: widthErrors(groups, header) + [note])
  }

  /// The rows right above the first activity, as far as they have several cells.
  private var headerRows: Range<Int>? {
    var first = firstMark
    while first > 0, firstMark - first < 3, grid.rows[first - 1].cells.count(where: { !$0.isBlank }) > 2 { first -= 1 }
    return first < firstMark ? first..<firstMark : nil
  }

  /// The rows of each activity; nil where one has a mark twice, or lacks one.
  private var groups: [Range<Int>]? {
    let isWhole = allGroups.allSatisfy { group in
      [HeaderWords.Meaning.programmed, .real].allSatisfy { wanted in group.contains { marks[$0] == wanted } }
    }
    return isWhole ? allGroups : nil
  }

  private var allGroups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var seen: Set<HeaderWords.Meaning> = []
    for row in marks.keys.sorted() {
      guard let meaning = marks[row] else { continue }
      if let last = groups.last, last.upperBound == row, !seen.contains(meaning), !begins(row, after: last) {
        seen.insert(meaning)
        groups[groups.count - 1] = last.lowerBound..<row + 1
      } else {
        groups.append(row..<row + 1)
        seen = [meaning]
      }
    }
    return groups
  }

  /// Another number or name than the activity's above: the row is of the next one.
  private func begins(_ row: Int, after group: Range<Int>) -> Bool {
    nameColumns.contains { column in
      let (own, above) = (grid.rows[row][column].collapsed, grid.rows[group.lowerBound][column].collapsed)
      return !own.isEmpty && !above.isEmpty && own != above
    }
  }

  /// Columns in front of the figures that hold names.
  private var nameColumns: [Int] {
    guard let header = headerRows else { return [] }
    return grid.rows[header].flatMap { row in
      row.cells.indices.filter { $0 != markColumn && HeaderWords.column(row[$0]) == .name }
    }
  }

  /// Periods, sums, and whatever has figures in more than one row of an activity.
  private func isExpanded(_ column: Int, _ header: Range<Int>, _ groups: [Range<Int>]) -> Bool {
    guard column != markColumn else { return false }
    let labels = header.map { grid.rows[$0][column] }.filter { !$0.isBlank }
    // A number, a name or a unit may stand in every row of its activity.
    let texts: [HeaderWords.Meaning] = [.number, .name, .objective, .unit, .responsible, .remarks]
    if labels.contains(where: { HeaderWords.column($0).map(texts.contains) ?? false }) { return false }
    let filled = groups.contains { group in
      group.count { AlternatingRows.isFigure(grid.rows[$0], column) } > 1
    }
    return filled
      || column > markColumn && labels.contains { PeriodLabel.months($0) != nil || HeaderWords.sum($0) != nil }
  }

  private static func isFigure(_ row: Grid.Row, _ column: Int) -> Bool {
    guard case .cell(let cell) = FigureGrammar.read(row[column]), case .number = cell.value else { return false }
    return true
  }

  /// Rows of delimited text need as many cells as their header.
  private func widthErrors(_ groups: [Range<Int>], _ header: Range<Int>) -> [Diagnostic] {
    guard grid.separator != nil, let width = grid.rows[header].map(\.cells.count).max() else { return [] }
    return groups.joined().compactMap { index in
      let count = grid.rows[index].cells.count
      return count == width ? nil : .cellCount(count, expected: width, at: grid.location(index))
    }
  }

  /// The grid as it is put together.
  private struct Shape {
    let grid: Grid
    let width: Int
    let dropped: Int
    let expanded: Set<Int>
    let meanings: [HeaderWords.Meaning]
    private var rows: [Grid.Row] = []

    init(grid: Grid, width: Int, dropped: Int, expanded: Set<Int>, meanings: [HeaderWords.Meaning]) {
      (self.grid, self.width, self.dropped, self.expanded) = (grid, width, dropped, expanded)
      self.meanings = meanings
    }

    var result: Grid {
      var result = grid
      result.rows = rows
      result.merges = MergedCells()
      result.hiddenColumns = []
      return result
    }

    private var columns: [Int] { (0..<width).filter { $0 != dropped } }

    mutating func keep(_ range: Range<Int>) { rows += grid.rows[range] }

    mutating func header(_ index: Int) {
      let source = grid.rows[index]
      var row = RowAssembly(number: source.number, isHidden: source.isHidden)
      for column in columns {
        row.append(source, column)
        if expanded.contains(column) {
          row.appendBlanks(meanings.count - 1, at: CellPlace(row: source.number, column: column))
        }
      }
      rows.append(row.row)
    }

    mutating func words(at place: CellPlace, below index: Int) {
      var row = RowAssembly(number: grid.rows[index].number)
      for column in columns {
        guard expanded.contains(column) else {
          row.append("", at: CellPlace(row: grid.rows[index].number, column: column))
          continue
        }
        for meaning in meanings { row.append(HeaderWords.shortest(meaning), at: place) }
      }
      rows.append(row.row)
    }

    mutating func activity(_ group: Range<Int>, _ marks: [Int: HeaderWords.Meaning]) {
      let sources = group.map { grid.rows[$0] }
      var row = RowAssembly(number: sources[0].number, isHidden: sources.contains { $0.isHidden })
      for column in columns {
        guard expanded.contains(column) else {
          row.append(firstOf: sources, column)
          continue
        }
        for meaning in meanings {
          if let index = group.first(where: { marks[$0] == meaning }) {
            row.append(grid.rows[index], column)
          } else {
            row.append("", at: CellPlace(row: sources[0].number, column: column))
          }
        }
      }
      rows.append(row.row)
    }

    /// A row that is no activity's; false where it holds a figure nobody knows the meaning of.
    mutating func other(_ index: Int) -> Bool {
      let source = grid.rows[index]
      let hasFigures = expanded.contains { column in source[column].contains(where: \.isNumber) }
      guard !hasFigures else { return false }
      var row = RowAssembly(number: source.number, isHidden: source.isHidden)
      var mark = source.isBlank(dropped) ? nil : dropped
      for column in columns {
        row.append(source, column)
        guard expanded.contains(column) else { continue }
        // What stands in the column of marks keeps a cell, too.
        if let word = mark { row.append(source, word) }
        row.appendBlanks(meanings.count - (mark == nil ? 1 : 2), at: CellPlace(row: source.number, column: column))
        mark = nil
      }
      rows.append(row.row)
      return true
    }
  }
}
