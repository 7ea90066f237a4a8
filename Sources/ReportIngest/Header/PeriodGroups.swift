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

    var columns: [HeaderWords.Meaning: Int] {
      Dictionary(leaves.map { ($0.meaning, $0.column) }) { first, _ in first }
    }

    func has(_ meaning: HeaderWords.Meaning) -> Bool { leaves.contains { $0.meaning == meaning } }
  }

  private var groups: [Group] = []
  private let context: Int?
  /// The months that the lines above the table name.
  private let titledPeriod: ClosedRange<Int>?
  private let figures: HeaderFigures
  /// Whether PROG stands over all periods, and REAL over the same ones again.
  private let isTransposed: Bool
  /// Groups that sum up others, with those they sum up by their labels' places.
  private var sums: [(group: Group, covers: [HeaderLabel?], isAccumulated: Bool)] = []
  private(set) var roles: [Int: TableHeader.Role]
  private(set) var subtotals: [SubtotalColumns] = []
  /// The one of them whose real figure is the year's, too.
  private(set) var annualSubtotal: Int?
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - context: months in one period, where the table says so in words.
  ///   - roles: of the columns known already.
  ///   - isTransposed: whether PROG stands over all periods, and REAL over the same ones again.
  ///   - figures: what stands below, which proves what sums up what.
  init(
    _ leaves: [HeaderLeaf], context: Int?, titledPeriod: ClosedRange<Int>?, roles: [Int: TableHeader.Role],
    figures: HeaderFigures, isTransposed: Bool
  ) {
    self.isTransposed = isTransposed
    self.context = context
    self.titledPeriod = titledPeriod
    self.roles = roles
    self.figures = figures
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
    // SUBTOTAL under PROG and SUBTOTAL under REAL, where these stand over the periods.
    let isSum = HeaderWords.isAnnualGroup(a.text) || HeaderWords.sum(a.text) != nil
    if a == b || (isSum || isTransposed) && HeaderKey(a.text) == HeaderKey(b.text) { return true }
    guard let months = PeriodLabel.months(a.text) else { return false }
    return months == PeriodLabel.months(b.text)
  }

  /// The periods in the order of the year; every column has its role then.
  mutating func read(_ grid: Grid) -> [Period] {
    takeAnnualGroup()
    takeLoneAnnualColumns()
    takeSums(grid)
    let months = months(grid)
    takeVariationOfTheOnlyPeriod()
    let order = order(of: months, grid)
    var periods: [Period] = []
    for index in order {
      assign(groups[index], period: periods.count, grid)
      let label = groups[index].label?.text ?? PeriodGroups.label(months[index])
      periods.append(Period(label: label, months: months[index], at: place(groups[index], grid)))
    }
    assignSums(order.map { groups[$0].label }, periods.map(\.months), grid)
    return periods
  }

  private var hasAnnualColumns: Bool { roles.values.contains { $0 == .goal || $0 == .annualReal } }

  /// ANUAL over the only group is a period like any other; over the last of several it is the year, unless the table has
  /// annual columns of their own.
  private mutating func takeAnnualGroup() {
    guard groups.count > 1, !hasAnnualColumns, let last = groups.last else { return }
    let index =
      groups.lastIndex { group in group.label.map { isAnnual($0.text) } ?? false }
      ?? (last.isRepetition ? groups.count - 1 : nil)
    guard let index, !sumsUpAPart(index) else { return }
    for leaf in groups.remove(at: index).leaves {
      switch leaf.meaning {
      case .programmed: roles[leaf.column] = .goal
      case .real: roles[leaf.column] = .annualReal
      case .percent: roles[leaf.column] = .percent
      default: roles[leaf.column] = .variation
      }
    }
  }

  /// SUMA or TOTAL may be the sum of some periods only: of those before it, where others follow, or of those since the
  /// last such group. What every row proves to be the sum of all is the year.
  private func sumsUpAPart(_ index: Int) -> Bool {
    func isSum(_ group: Group) -> Bool { group.label.map { HeaderWords.sum($0.text) != nil } ?? false }
    let group = groups[index]
    let others = groups.indices.filter { $0 != index && !isSum(groups[$0]) }.map { groups[$0] }
    guard isSum(group), !verdict(group, others).isProof else { return false }
    let isLast = index == groups.count - 1
    let saysYear = group.label.map { HeaderKey($0.text).description.contains("ANUAL") } ?? false
    let start = groups[..<index].lastIndex(where: isSum).map { $0 + 1 } ?? 0
    let since = groups[start..<index].filter { !isSum($0) }
    return !isLast && !saysYear || since.count < others.count && verdict(group, since).isProof
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

// Groups that sum up others
extension PeriodGroups {
  /// Takes the groups out that sum up others: by their words, or because every row proves it. What remains without months
  /// is refused (`months`), never added.
  private mutating func takeSums(_ grid: Grid) {
    var kept: [Group] = []
    var sinceLast: [Group] = []
    for (index, group) in groups.enumerated() {
      let sum = sum(of: group, index, kept, sinceLast)
      if let sum {
        sums.append((group, sum.covers.map(\.label), sum.isAccumulated))
        if !sum.isAccumulated { sinceLast = [] }
        diagnostics.append(.subtotalColumns(group.label?.text ?? "", at: place(group, grid)))
      } else {
        kept.append(group)
        sinceLast.append(group)
      }
    }
    // A table of nothing but a total is one of the whole year.
    guard !kept.isEmpty else {
      sums = []
      diagnostics.removeAll { $0.has(.subtotalColumns) }
      return
    }
    groups = kept
  }

  private func sum(
    of group: Group, _ index: Int, _ before: [Group], _ sinceLast: [Group]
  ) -> (covers: [Group], isAccumulated: Bool)? {
    guard groups.count > 1 else { return nil }
    let text = group.label?.text ?? ""
    let word = group.label.flatMap { HeaderWords.sum($0.text) }
    let months = PeriodLabel.months(text)
    if word == nil, let months { return parts(filling: months, besides: index).map { ($0, false) } }
    if let word { return sum(word, text, group, index, before, sinceLast) }
    // Where no group names its months, none is told from the others by its words.
    guard PeriodLabel.ordinalAlone(text) == nil, !isInitials, groups.contains(where: isNamed) else { return nil }
    return [sinceLast, before].first { isProved(group, $0) }.map {
      ($0, $0.count == before.count && before.count != sinceLast.count)
    }
  }

  private func isNamed(_ group: Group) -> Bool { group.label.flatMap { PeriodLabel.months($0.text) } != nil }

  private var isInitials: Bool {
    PeriodLabel.initials(groups.compactMap { $0.label?.text })?.count == groups.count
  }

  /// The groups whose months together are `months`, two at least.
  private func parts(filling months: ClosedRange<Int>, besides index: Int) -> [Group]? {
    let parts = groups.enumerated().filter { other in
      guard other.offset != index, let part = other.element.label.flatMap({ PeriodLabel.months($0.text) }) else {
        return false
      }
      return part != months && months.contains(part.lowerBound) && months.contains(part.upperBound)
    }.map(\.element)
    let filled = Set(parts.compactMap { $0.label.flatMap { PeriodLabel.months($0.text) } }.flatMap { Array($0) })
    return parts.count > 1 && filled == Set(months) ? parts : nil
  }

  /// By its word: of the months it names, else of what the figures say, else of what stands before it.
  private func sum(
    _ word: HeaderWords.Sum, _ text: String, _ group: Group, _ index: Int, _ before: [Group], _ sinceLast: [Group]
  ) -> (covers: [Group], isAccumulated: Bool) {
    let isAccumulated = word == .accumulated
    let all = groups.indices.filter { $0 != index && groups[$0].label.flatMap { HeaderWords.sum($0.text) } == nil }
      .map { groups[$0] }
    if let months = PeriodLabel.months(HeaderWords.withoutSum(text)), months != 1...12 {
      let covered = all.filter { other in
        guard let part = other.label.flatMap({ PeriodLabel.months($0.text) }) else { return false }
        return isAccumulated ? part.upperBound <= months.upperBound : months.contains(part.lowerBound)
      }
      if !covered.isEmpty { return (covered, isAccumulated) }
    }
    let candidates = isAccumulated ? [before, all, sinceLast] : [sinceLast, before, all]
    let verdicts = candidates.map { verdict(group, $0) }
    let best = candidates.indices.max { (verdicts[$0].held, -$0) < (verdicts[$1].held, -$1) } ?? 0
    let covers = candidates[best].isEmpty ? all : candidates[best]
    return (covers, isAccumulated)
  }

  private func verdict(_ group: Group, _ parts: [Group]) -> HeaderFigures.Verdict {
    [HeaderWords.Meaning.programmed, .real].reduce(HeaderFigures.Verdict()) { verdict, meaning in
      guard let total = group.columns[meaning] else { return verdict }
      return verdict + figures.sum(total, of: parts.compactMap { $0.columns[meaning] })
    }
  }

  private func isProved(_ group: Group, _ parts: [Group]) -> Bool {
    parts.count > 1 && verdict(group, parts).isProof
  }

  /// Their columns' roles. The real figure of a total over all periods, or of the year so far, is the year's where no
  /// column of its own says it.
  private mutating func assignSums(
    _ periods: [HeaderLabel?], _ months: [ClosedRange<Int>?], _ grid: Grid
  ) {
    for sum in sums {
      let covered = sum.covers.compactMap { label in periods.firstIndex { $0 == label } }
      let startsInJanuary = months.contains { $0?.lowerBound == 1 }
      if isYearsReal(covered.count == periods.count || sum.isAccumulated && !startsInJanuary),
        let real = sum.group.columns[.real]
      {
        roles[real] = .annualReal
        annualSubtotal = subtotals.count
      }
      let place = subtotals.count
      for leaf in sum.group.leaves where roles[leaf.column] == nil {
        roles[leaf.column] = .subtotal(place, leaf.meaning)
      }
      // The year so far of a table that does not begin in January sums up more than is shown.
      let isWhole = !sum.isAccumulated || startsInJanuary
      subtotals.append(
        SubtotalColumns(
          label: sum.group.label?.text ?? "", at: self.place(sum.group, grid), periods: isWhole ? covered : [],
          isAccumulated: sum.isAccumulated))
    }
  }

  /// Of all periods shown; or of the year so far, where the table does not show all of it.
  private func isYearsReal(_ saysTheYear: Bool) -> Bool {
    saysTheYear && roles.values.contains(.goal) && !roles.values.contains(.annualReal)
  }

  /// VARIACIÓN and % behind the only period of a table with META ANUAL are the period's where its figures say so.
  private mutating func takeVariationOfTheOnlyPeriod() {
    guard groups.count == 1, let programmed = groups[0].columns[.programmed], let real = groups[0].columns[.real] else {
      return
    }
    let figures = figures
    let goal = roles.first { $0.value == .goal }?.key
    let annual = roles.first { $0.value == .annualReal }?.key
    take(.variation, as: .variance) { column in
      if let goal, let annual, figures.difference(column, goal, annual).isProof { return HeaderFigures.Verdict() }
      return figures.difference(column, programmed, real)
    }
    take(.percent, as: .percent) { column in
      if let goal, let annual, figures.ratio(column, annual, goal).isProof { return HeaderFigures.Verdict() }
      return figures.ratio(column, real, programmed)
    }
  }

  private mutating func take(
    _ role: TableHeader.Role, as meaning: HeaderWords.Meaning, _ verdict: (Int) -> HeaderFigures.Verdict
  ) {
    guard let column = roles.first(where: { $0.value == role })?.key, !groups[0].has(meaning), verdict(column).isProof
    else { return }
    roles[column] = nil
    groups[0].leaves.append(HeaderLeaf(column: column, meaning: meaning, label: groups[0].label))
  }
}

// Months
extension PeriodGroups {
  /// The months of each group. Labels that are bare numbers, and groups without labels, need a word that says what they
  /// count.
  private mutating func months(_ grid: Grid) -> [ClosedRange<Int>?] {
    if groups.count == 1, groups[0].label.flatMap({ PeriodLabel.months($0.text) }) == nil {
      // AVANCE TRIMESTRAL is one of four quarters: the title may say which, and it is never the year.
      guard let label = groups[0].label?.text, let unit = PeriodLabel.unit(namedIn: label), unit < 12 else {
        return [groups[0].label == nil ? titledPeriod ?? 1...12 : 1...12]
      }
      return [titledPeriod?.count == unit ? titledPeriod : nil]
    }
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
      if range == nil { refuse(groups[index], grid) }
      guard let range, let other = months[..<index].firstIndex(where: { $0?.overlaps(range) ?? false }) else {
        continue
      }
      diagnostics.append(
        .overlappingPeriods(
          groups[index].label?.text ?? "", groups[other].label?.text ?? "", at: place(groups[index], grid)))
    }
    return months
  }

  /// A group that may be a period more or a sum of others is read as neither.
  private mutating func refuse(_ group: Group, _ grid: Grid) {
    let label = group.label?.text ?? header(group, grid)
    diagnostics.append(.unprovenGroup(label, among: groups.count, at: place(group, grid)))
  }

  /// What its own columns say, where nothing stands over them.
  private func header(_ group: Group, _ grid: Grid) -> String {
    let row = place(group, grid).row
    guard let leaf = group.leaves.first, let cells = grid.rows.first(where: { $0.number == row }) else { return "" }
    return cells[leaf.column].collapsed
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
  static func label(_ months: ClosedRange<Int>?) -> String {
    guard let months, months.count < 12 else { return "ANUAL" }
    let units = [1: "MES", 2: "BIMESTRE", 3: "TRIMESTRE", 4: "CUATRIMESTRE", 6: "SEMESTRE"]
    guard let unit = units[months.count], (months.lowerBound - 1) % months.count == 0 else {
      return "\(PeriodLabel.monthNames[months.lowerBound - 1])-\(PeriodLabel.monthNames[months.upperBound - 1])"
    }
    return "\(unit) \((months.lowerBound - 1) / months.count + 1)"
  }

  private mutating func assign(_ group: Group, period: Int, _ grid: Grid) {
    for leaf in group.leaves { roles[leaf.column] = .figure(period: period, leaf.meaning) }
    for (meaning, word) in [(HeaderWords.Meaning.programmed, "PROG"), (.real, "REAL")] where !group.has(meaning) {
      diagnostics.append(.incompletePeriod(group.label?.text ?? header(group, grid), word, at: place(group, grid)))
    }
  }

  private func place(_ group: Group, _ grid: Grid) -> SourceLocation {
    if let label = group.label { return grid.location(label.row, label.column) }
    let row = grid.rows.firstIndex { $0.cells.indices.contains { column in group.leaves.first?.column == column } }
    return grid.location(row ?? 0, group.leaves.first?.column)
  }
}
