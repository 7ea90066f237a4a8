import ReportModel

/// What the figures of one row say about each other: VAR. is the difference of its period, the annual columns are the
/// sums of the periods'. The sign of a difference does not matter here.
struct RowArithmetic {
  private var differences: [(programmed: Int, real: Int, variation: Int)] = []
  private var sums: [(parts: [Int], total: Int)] = []

  init(_ header: TableHeader) {
    for period in header.periods.indices {
      addDifference(
        header, .figure(period: period, .programmed), .figure(period: period, .real),
        .figure(period: period, .variance))
    }
    addDifference(header, .goal, .annualReal, .variation)
    for (meaning, total) in [(HeaderWords.Meaning.programmed, TableHeader.Role.goal), (.real, .annualReal)] {
      let parts = header.periods.indices.compactMap { header.column(.figure(period: $0, meaning)) }
      if let total = header.column(total) { sums.append((parts, total)) }
    }
  }

  private mutating func addDifference(
    _ header: TableHeader, _ programmed: TableHeader.Role, _ real: TableHeader.Role, _ variation: TableHeader.Role
  ) {
    guard let programmed = header.column(programmed), let real = header.column(real),
      let variation = header.column(variation)
    else { return }
    differences.append((programmed, real, variation))
  }

  /// How many relations hold, those among zeros aside, and how many do not; a figure that is missing decides nothing.
  func verdict(_ figures: [Quantity?]) -> (held: Int, failed: Int) {
    var (held, failed) = (0, 0)
    func judge(_ stated: Quantity, _ computed: Quantity?) {
      guard let computed else { return }
      if stated != computed, stated != computed.negated { failed += 1 } else if !stated.isZero { held += 1 }
    }
    func figure(_ column: Int) -> Quantity? { column < figures.count ? figures[column] : nil }
    for (programmed, real, variation) in differences {
      guard let programmed = figure(programmed), let real = figure(real), let variation = figure(variation) else {
        continue
      }
      judge(variation, programmed.subtracting(real))
    }
    for (parts, total) in sums {
      let known = parts.compactMap(figure)
      guard let total = figure(total), !known.isEmpty else { continue }
      judge(total, Quantity.sum(known))
    }
    return (held, failed)
  }

  /// Whether the row makes no sense as it stands, but does with one cell put in or taken out: it has slipped sideways.
  func isShifted(_ figures: [Quantity?], from first: Int) -> Bool {
    let asIs = verdict(figures)
    guard asIs.failed > 1, first < figures.count else { return false }
    return (first..<figures.count).contains { column in
      var left = figures
      left.insert(nil, at: column)
      var right = figures
      right.remove(at: column)
      let candidates = (figures.last == .some(nil) ? [left] : []) + (figures[column] == nil ? [right] : [])
      return candidates.contains { candidate in
        let moved = verdict(candidate)
        // The cell that is missing may break one sum.
        return moved.held > asIs.held && moved.held >= 2 + moved.failed && moved.failed <= 1
      }
    }
  }
}
