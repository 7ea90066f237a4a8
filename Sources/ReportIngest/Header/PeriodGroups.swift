import ReportModel

/// One column under a period: what it holds, and the period's label; nil when nothing stands over it.
struct HeaderLeaf: Hashable, Sendable {
  let column: Int
  let meaning: HeaderWords.Meaning
  let label: HeaderLabel?
}

/// Columns put together to periods, and those of the whole year told apart.
struct PeriodGroups {
  private struct Group {
    let label: HeaderLabel?
    var leaves: [HeaderLeaf]
    /// A second group under the label of the one before: a file that lost its merges shows the annual columns so.
    var isRepetition = false

    func has(_ meaning: HeaderWords.Meaning) -> Bool { leaves.contains { $0.meaning == meaning } }
  }

  private var groups: [Group] = []
  private let context: Int?
  private let hasAnnualColumns: Bool
  private(set) var roles: [Int: TableHeader.Role]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - context: months in one period, where the table says so in words.
  ///   - roles: of the columns known already.
  init(_ leaves: [HeaderLeaf], context: Int?, roles: [Int: TableHeader.Role], hasAnnualColumns: Bool) {
    self.context = context
    self.roles = roles
    self.hasAnnualColumns = hasAnnualColumns
    for leaf in leaves { add(leaf) }
  }

  /// Columns of one label belong together wherever they stand; where no label stands, or a word comes twice under one,
  /// a group begins at each repetition.
  private mutating func add(_ leaf: HeaderLeaf) {
    if let label = leaf.label,
      let index = groups.firstIndex(where: { isSame($0.label, label) && !$0.has(leaf.meaning) })
    {
      groups[index].leaves.append(leaf)
    } else if leaf.label == nil, let last = groups.indices.last, groups[last].label == nil,
      !groups[last].has(leaf.meaning)
    {
      groups[last].leaves.append(leaf)
    } else {
      let isRepetition = leaf.label != nil && groups.contains { $0.label == leaf.label }
      groups.append(Group(label: leaf.label, leaves: [leaf], isRepetition: isRepetition))
    }
  }

  /// The same place, or, where every column has its own label (`Ene Prog.`, `Ene Real`), the same months.
  private func isSame(_ a: HeaderLabel?, _ b: HeaderLabel) -> Bool {
    guard let a else { return false }
    if a == b || HeaderWords.isAnnualGroup(a.text) && HeaderKey(a.text) == HeaderKey(b.text) { return true }
    guard let months = PeriodLabel.months(a.text) else { return false }
    return months == PeriodLabel.months(b.text)
  }

  /// The periods in the order of the year; every column has its role then.
  mutating func read(_ grid: Grid) -> [Period] {
    takeAnnualGroup()
    takeLoneAnnualColumns()
    leaveOutSubtotals(grid)
    let months = months(grid)
    let order = order(of: months, grid)
    var periods: [Period] = []
    for index in order {
      assign(groups[index], period: periods.count, grid)
      let label = groups[index].label?.text ?? PeriodGroups.label(months[index])
      periods.append(Period(label: label, months: months[index], at: place(groups[index], grid)))
    }
    return periods
  }

  /// ANUAL over the only group is a period like any other; over the last of several it is the year, unless the table has
  /// annual columns of their own.
  private mutating func takeAnnualGroup() {
    guard groups.count > 1, !hasAnnualColumns, let last = groups.last else { return }
    let index =
      groups.lastIndex { group in group.label.map { isAnnual($0.text) } ?? false }
      ?? (last.isRepetition ? groups.count - 1 : nil)
    guard let index else { return }
    for leaf in groups.remove(at: index).leaves {
      switch leaf.meaning {
      case .programmed: roles[leaf.column] = .goal
      case .real: roles[leaf.column] = .annualReal
      case .percent: roles[leaf.column] = .percent
      default: roles[leaf.column] = .variation
      }
    }
  }

  /// A quarter behind its three months, a half-year behind its quarters: sums of other columns, which are left out and
  /// told.
  private mutating func leaveOutSubtotals(_ grid: Grid) {
    let months = groups.map { group in group.label.flatMap { PeriodLabel.months($0.text) } }
    let subtotals = groups.indices.filter { index in
      guard let whole = months[index] else { return false }
      let parts = months.compactMap { $0 }.filter { part in
        part != whole && whole.contains(part.lowerBound) && whole.contains(part.upperBound)
      }
      return parts.count > 1 && Set(parts.flatMap(Array.init)) == Set(whole)
    }
    for index in subtotals.reversed() {
      let group = groups.remove(at: index)
      diagnostics.append(.subtotalColumns(group.label?.text ?? "", at: place(group, grid)))
    }
  }

  private func isAnnual(_ label: String) -> Bool {
    HeaderWords.isAnnualGroup(label) || PeriodLabel.months(label) == 1...12
  }

  /// A VARIACIÓN or % behind the last period of a table whose other periods have none is the annual one; so is a second
  /// one under the last period's label.
  private mutating func takeLoneAnnualColumns() {
    guard groups.count > 1 else { return }
    for (meaning, role) in [(HeaderWords.Meaning.variance, TableHeader.Role.variation), (.percent, .percent)]
    where !roles.values.contains(role) {
      guard let last = groups.indices.last, let leaf = groups[last].leaves.last(where: { $0.meaning == meaning }),
        groups[last].leaves.count == 1 || !groups.dropLast().contains(where: { $0.has(meaning) })
      else { continue }
      roles[leaf.column] = role
      groups[last].leaves.removeAll { $0.column == leaf.column }
      if groups[last].leaves.isEmpty { groups.removeLast() }
    }
  }
}

// Months
extension PeriodGroups {
  /// The months of each group. Labels that are bare numbers, and groups without labels, need a word that says what they
  /// count.
  private mutating func months(_ grid: Grid) -> [ClosedRange<Int>?] {
    if groups.count == 1, groups[0].label.flatMap({ PeriodLabel.months($0.text) }) == nil { return [1...12] }
    let named = groups.map { $0.label.flatMap { PeriodLabel.months($0.text) } }
    let ordinals = groups.enumerated().map { index, group in
      group.label.map { PeriodLabel.ordinalAlone($0.text) } ?? index + 1
    }
    guard named.allSatisfy({ $0 == nil }), !groups.isEmpty else { return checked(named, grid) }
    if let months = PeriodLabel.initials(groups.compactMap { $0.label?.text }), months.count == groups.count {
      return months
    }
    let isNumbered = groups.allSatisfy { $0.label == nil } || ordinals.allSatisfy { $0 != nil }
    let isShared = groups.count > 1 && Set(groups.map(\.label)).count == 1
    guard isNumbered || isShared else { return checked(named, grid) }
    let counts = isShared ? groups.indices.map { $0 + 1 } : ordinals.compactMap { $0 }
    guard let unit = context ?? PeriodGroups.onlyUnit(counts) else {
      diagnostics.append(.ambiguousPeriods(PeriodGroups.units(counts), at: place(groups[0], grid)))
      return named
    }
    return checked(counts.map { PeriodLabel.stretch($0, of: unit) }, grid)
  }

  /// Divisions of the year that so many numbered periods may be.
  private static func units(_ counts: [Int]) -> [Int] {
    let last = counts.max() ?? 1
    return [1, 2, 3, 4, 6].filter { last <= 12 / $0 }
  }

  private static func onlyUnit(_ counts: [Int]) -> Int? {
    let possible = units(counts)
    return possible.count == 1 ? possible[0] : nil
  }

  /// No month may belong to two periods: such a table is cumulative, or a label is wrong.
  private mutating func checked(_ months: [ClosedRange<Int>?], _ grid: Grid) -> [ClosedRange<Int>?] {
    for (index, range) in months.enumerated() {
      if range == nil {
        diagnostics.append(.unknownPeriod(groups[index].label?.text ?? "", at: place(groups[index], grid)))
      }
      guard let range, let other = months[..<index].firstIndex(where: { $0?.overlaps(range) ?? false }) else {
        continue
      }
      diagnostics.append(
        .overlappingPeriods(
          groups[index].label?.text ?? "", groups[other].label?.text ?? "", at: place(groups[index], grid)))
    }
    return months
  }

  private mutating func order(of months: [ClosedRange<Int>?], _ grid: Grid) -> [Int] {
    let starts = months.compactMap { $0?.lowerBound }
    guard starts.count == months.count, zip(starts, starts.dropFirst()).contains(where: { $0 > $1 }) else {
      return Array(months.indices)
    }
    diagnostics.append(.reorderedPeriods(at: place(groups[0], grid)))
    return months.indices.sorted { starts[$0] < starts[$1] }
  }

  /// For periods that nothing heads: what they are by the words over all of them.
  private static func label(_ months: ClosedRange<Int>?) -> String {
    guard let months, months.count < 12 else { return "ANUAL" }
    let unit = [1: "MES", 2: "BIMESTRE", 3: "TRIMESTRE", 4: "CUATRIMESTRE", 6: "SEMESTRE"][months.count] ?? "PERIODO"
    return "\(unit) \((months.lowerBound - 1) / months.count + 1)"
  }

  private mutating func assign(_ group: Group, period: Int, _ grid: Grid) {
    for leaf in group.leaves { roles[leaf.column] = .figure(period: period, leaf.meaning) }
    for (meaning, word) in [(HeaderWords.Meaning.programmed, "PROG"), (.real, "REAL")] where !group.has(meaning) {
      diagnostics.append(.incompletePeriod(group.label?.text ?? "", word, at: place(group, grid)))
    }
  }

  private func place(_ group: Group, _ grid: Grid) -> SourceLocation {
    if let label = group.label { return grid.location(label.row, label.column) }
    let row = grid.rows.firstIndex { $0.cells.indices.contains { column in group.leaves.first?.column == column } }
    return grid.location(row ?? 0, group.leaves.first?.column)
  }
}
