import ReportModel

/// Finds and reads a table's header: one to three rows, true or flattened merges, anywhere in the grid.
///
/// The last header row is the first row with both PROG and REAL in it. The rows right above belong to the header as long
/// as they have three cells or more, or name a column, a period or the year; other rows are titles. A label
/// above the last row holds for the columns to its right up to the next label. A column without PROG, REAL or VAR. is
/// what all its header cells together say.
struct HeaderReader {
  let grid: Grid
  private(set) var diagnostics: [Diagnostic] = []

  /// One column under a period: where its label stands, and what it holds.
  private struct Leaf {
    let column: Int
    let meaning: HeaderWords.Meaning
    /// The period's label and the column it stands in; nil when nothing stands above.
    let label: (text: String, row: Int, column: Int)?
  }

  init(_ grid: Grid) { self.grid = grid }

  /// nil, with diagnostics, when there is no header or it cannot be read.
  mutating func read() -> TableHeader? {
    guard let last = grid.rows.firstIndex(where: HeaderReader.isLastHeaderRow) else {
      diagnostics.append(.noHeader(at: SourceLocation(file: grid.file, sheet: grid.sheet)))
      return nil
    }
    let rows = firstHeaderRow(above: last)..<last + 1
    // Blank cells behind the last label are no columns.
    let width = grid.rows[rows].map { ($0.cells.lastIndex { !$0.isBlank } ?? -1) + 1 }.max() ?? 0
    var leaves: [Leaf] = []
    var roles: [Int: TableHeader.Role] = [:]
    for column in 0..<width {
      if let leaf = leaf(column, rows, last) { leaves.append(leaf) } else { readColumn(column, rows, &roles) }
    }
    let periods = readPeriods(leaves, &roles)
    requireNames(roles, at: last)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return TableHeader(rows: rows, roles: roles, periods: periods, year: year(rows), width: width)
  }

  private static func isLastHeaderRow(_ row: Grid.Row) -> Bool {
    let meanings = Set(row.cells.compactMap { figure(in: $0)?.meaning })
    return meanings.contains(.programmed) && meanings.contains(.real)
  }

  /// PROG, REAL or VAR., alone or with its period in the same cell (`Ene-Feb Prog.`).
  private static func figure(in cell: String) -> (meaning: HeaderWords.Meaning, label: String?)? {
    if let meaning = HeaderWords.figure(cell) { return (meaning, nil) }
    let words = cell.collapsed.split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    for (word, rest) in [(last, words.dropLast()), (first, words.dropFirst())] {
      let label = rest.joined(separator: " ")
      if let meaning = HeaderWords.figure(word), PeriodLabel.months(label) != nil { return (meaning, label) }
    }
    return nil
  }

  private func firstHeaderRow(above last: Int) -> Int {
    var first = last
    while first > 0, last - first < 2, belongsToHeader(grid.rows[first - 1]) { first -= 1 }
    return first
  }

  private func belongsToHeader(_ row: Grid.Row) -> Bool {
    let filled = row.cells.enumerated().filter { !$0.element.isBlank }
    return filled.count > 2
      || filled.contains { column, cell in
        HeaderWords.column(cell) != nil || PeriodLabel.months(cell) != nil
          || column > 0 && filled.count == 1 && YearText.year(in: cell) != nil
      }
  }
}

// Columns
extension HeaderReader {
  private func leaf(_ column: Int, _ rows: Range<Int>, _ last: Int) -> Leaf? {
    guard let (meaning, inline) = HeaderReader.figure(in: grid.rows[last][column]) else { return nil }
    if let inline { return Leaf(column: column, meaning: meaning, label: (inline, last, column)) }
    // The column's own words above make it a column by itself: META REAL over a repeated REAL, for instance.
    for row in rows.dropLast().reversed() {
      var left = column
      while left >= 0, grid.rows[row][left].isBlank { left -= 1 }
      guard left >= 0 else { continue }
      let text = grid.rows[row][left].collapsed
      if HeaderWords.column(text) != nil, !HeaderWords.isAnnualGroup(text) { continue }
      if PeriodLabel.months(text) != nil || HeaderWords.isAnnualGroup(text) || row == last - 1 && rows.count > 2 {
        return Leaf(column: column, meaning: meaning, label: (text, row, left))
      }
    }
    return Leaf(column: column, meaning: meaning, label: nil)
  }

  private mutating func readColumn(_ column: Int, _ rows: Range<Int>, _ roles: inout [Int: TableHeader.Role]) {
    let cells = grid.rows[rows].map { $0[column].collapsed }.filter { !$0.isEmpty }
    let text = cells.joined(separator: " ")
    let place = grid.location(grid.rows[rows.lowerBound], column)
    guard !text.isEmpty else {
      if let row = grid.rows[rows.upperBound...].first(where: { !$0[column].isBlank }) {
        diagnostics.append(.unnamedColumn(at: grid.location(row, column)))
      }
      return
    }
    guard let meaning = HeaderWords.column(text), let role = role(meaning) else {
      diagnostics.append(.unknownColumn(text, at: place))
      return
    }
    if roles.values.contains(role) { diagnostics.append(.duplicateColumn(text, at: place)) }
    roles[column] = role
  }

  private func role(_ meaning: HeaderWords.Meaning) -> TableHeader.Role? {
    switch meaning {
    case .number: .number
    case .name: .name
    case .objective: .objective
    case .goal: .goal
    case .annualReal: .annualReal
    case .variation: .variation
    case .programmed, .real, .variance: nil
    }
  }

  private mutating func requireNames(_ roles: [Int: TableHeader.Role], at last: Int) {
    if !roles.values.contains(.name) {
      diagnostics.append(.missingColumn("ACTIVIDADES", at: grid.location(grid.rows[last])))
    }
  }

  private func year(_ rows: Range<Int>) -> Sourced<Int>? {
    for row in grid.rows[rows] {
      for (column, cell) in row.cells.enumerated() {
        if let year = YearText.year(in: cell) { return Sourced(year, at: grid.location(row, column)) }
      }
    }
    return nil
  }
}

// Periods
extension HeaderReader {
  private typealias Group = (label: (text: String, row: Int, column: Int)?, leaves: [Leaf])

  private mutating func readPeriods(_ leaves: [Leaf], _ roles: inout [Int: TableHeader.Role]) -> [Period] {
    var periods: [Period] = []
    var groups = groups(leaves)
    takeAnnualVariation(from: &groups, &roles)
    for group in groups {
      // ANUAL over the only group, or beside annual columns of their own, is a period like any other.
      let mayBeAnnual = groups.count > 1 && !roles.values.contains(.goal)
      if mayBeAnnual, let label = group.label, HeaderWords.isAnnualGroup(label.text) {
        assignAnnual(group, &roles)
      } else {
        assign(group, period: periods.count, &roles)
        periods.append(period(group))
      }
    }
    return periods
  }

  /// Columns under one label; where no label stands, a group begins at each repetition.
  private func groups(_ leaves: [Leaf]) -> [Group] {
    var groups: [Group] = []
    for leaf in leaves {
      let sameLabel =
        groups.last.map { group in
          group.label.map { $0.text } == leaf.label.map { $0.text }
            && (group.label?.column == leaf.label?.column || leaf.label.map { $0.column } == leaf.column)
            && !group.leaves.contains { $0.meaning == leaf.meaning }
        } ?? false
      if sameLabel { groups[groups.count - 1].leaves.append(leaf) } else { groups.append((leaf.label, [leaf])) }
    }
    return groups
  }

  /// A VARIACIÓN behind the last period of a table whose periods have no VAR. is the annual one. So is a second one
  /// under the last period's label.
  private func takeAnnualVariation(from groups: inout [Group], _ roles: inout [Int: TableHeader.Role]) {
    guard !roles.values.contains(.variation), groups.count > 1, let last = groups.last else { return }
    let others = groups.dropLast().contains { $0.leaves.contains { $0.meaning == .variance } }
    let variances = last.leaves.filter { $0.meaning == .variance }
    guard let variance = variances.last, last.leaves.count == 1 || !others else { return }
    roles[variance.column] = .variation
    groups[groups.count - 1].leaves.removeAll { $0.column == variance.column }
    if groups[groups.count - 1].leaves.isEmpty { groups.removeLast() }
  }

  private mutating func assign(_ group: Group, period: Int, _ roles: inout [Int: TableHeader.Role]) {
    for leaf in group.leaves { roles[leaf.column] = .figure(period: period, leaf.meaning) }
    for (meaning, word) in [(HeaderWords.Meaning.programmed, "PROG"), (.real, "REAL")]
    where !group.leaves.contains(where: { $0.meaning == meaning }) {
      diagnostics.append(.incompletePeriod(group.label?.text ?? "", word, at: place(group)))
    }
  }

  private mutating func assignAnnual(_ group: Group, _ roles: inout [Int: TableHeader.Role]) {
    for leaf in group.leaves {
      let role: TableHeader.Role =
        leaf.meaning == .programmed ? .goal : leaf.meaning == .real ? .annualReal : .variation
      if roles.values.contains(role) { diagnostics.append(.duplicateColumn(group.label?.text ?? "", at: place(group))) }
      roles[leaf.column] = role
    }
  }

  private func period(_ group: Group) -> Period {
    let label = group.label?.text ?? "ANUAL"
    return Period(label: label, months: PeriodLabel.months(label), at: place(group))
  }

  private func place(_ group: Group) -> SourceLocation {
    if let label = group.label { return grid.location(grid.rows[label.row], label.column) }
    let last = grid.rows.firstIndex(where: HeaderReader.isLastHeaderRow) ?? 0
    return grid.location(grid.rows[last], group.leaves.first?.column)
  }
}
