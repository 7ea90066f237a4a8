import ReportModel

/// Where a header stands in a grid.
struct HeaderBlock: Hashable, Sendable {
  /// All its rows.
  let rows: Range<Int>
  /// The row with PROG and REAL.
  let figureRow: Int
  /// The row of periods, where they stand below PROG and REAL; nil where they stand above or beside.
  let periodRow: Int?
}

/// Finds the headers of a grid: one to four rows anywhere, each around a row with both PROG and REAL in it.
///
/// A row right above belongs to the header if it has three cells or more, or names a column or a period; a row with one
/// cell only if that stands over the figures and names a year, a period or the whole year. Other rows are titles.
enum HeaderLocator {
  static func headers(in grid: Grid) -> [HeaderBlock] {
    var blocks: [HeaderBlock] = []
    var index = 0
    while index < grid.rows.count {
      if isFigureRow(grid.rows[index]) {
        let block = block(around: fullest(from: index, in: grid), in: grid, after: blocks.last?.rows.upperBound ?? 0)
        blocks.append(block)
        index = block.rows.upperBound
      } else {
        index += 1
      }
    }
    return blocks
  }

  /// META and REAL of the year may stand a row or two above the PROG and REAL of the periods: the row with the most of
  /// these words is the one.
  private static func fullest(from index: Int, in grid: Grid) -> Int {
    let candidates = (index..<min(index + 3, grid.rows.count)).filter { $0 == index || isFigureRow(grid.rows[$0]) }
    let counts = candidates.map { row in
      grid.rows[row].cells.count { mayBeLabel($0) && (figure(in: $0) != nil || repeatable($0) != nil) }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
    return candidates[best]
  }

  /// Words for annual columns count only where each stands more than once, under periods of its own.
  private static func isFigureRow(_ row: Grid.Row) -> Bool {
    guard !hasFigures(row) else { return false }
    let labels = row.cells.filter(mayBeLabel)
    let stated = Set(labels.compactMap { figure(in: $0)?.meaning })
    if stated.isSuperset(of: [.programmed, .real]) { return true }
    let annual = labels.compactMap(repeatable)
    return [HeaderWords.Meaning.programmed, .real].allSatisfy { meaning in annual.count { $0 == meaning } > 1 }
  }

  /// Three cells that begin with a digit or a sign: a row of figures has no PROG and REAL.
  private static func hasFigures(_ row: Grid.Row) -> Bool {
    var count = 0
    for cell in row.cells {
      guard let first = cell.utf8.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x28 else {
        continue
      }
      // "1ER TRIM PROG" begins with a digit and is a label.
      if !cell.utf8.contains(where: { $0 >= 0x41 }) { count += 1 }
      if count == 3 { return true }
    }
    return false
  }

  /// Figures and long texts are no labels; most cells of a table end here.
  private static func mayBeLabel(_ cell: String) -> Bool {
    cell.utf8.count <= 60 && cell.utf8.contains { $0 >= 0x41 || $0 == 0x25 }
  }

  /// Programmed or real under names that are more often annual columns (`Meta programada`, `Meta alcanzada`).
  static func repeatable(_ cell: String) -> HeaderWords.Meaning? {
    switch HeaderWords.column(cell) {
    case .goal: .programmed
    case .annualReal: .real
    case .variation: .variance
    default: nil
    }
  }

  /// PROG, REAL, VAR. or %, alone or with its period in the same cell (`Ene-Feb Prog.`).
  static func figure(in cell: String) -> (meaning: HeaderWords.Meaning, label: String?)? {
    if let meaning = HeaderWords.figure(cell) { return (meaning, nil) }
    // META ANUAL is a column of its own and no META of the period ANUAL.
    guard HeaderWords.column(cell) == nil else { return nil }
    let words = cell.collapsed.split { $0 == " " || $0 == "_" }.map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    for (word, rest) in [(last, words.dropLast()), (first, words.dropFirst())] {
      let label = rest.joined(separator: " ")
      if let meaning = HeaderWords.figure(word), PeriodLabel.months(label) != nil { return (meaning, label) }
    }
    return nil
  }

  private static func block(around figureRow: Int, in grid: Grid, after previous: Int) -> HeaderBlock {
    let firstFigure =
      grid.rows[figureRow].cells.firstIndex { figure(in: $0) != nil || repeatable($0) != nil } ?? 0
    var first = figureRow
    while first > previous, figureRow - first < 3, belongs(grid.rows[first - 1], firstFigure) { first -= 1 }
    let next = figureRow + 1
    let hasPeriodsBelow = next < grid.rows.count && isPeriodRow(grid.rows[next])
    return HeaderBlock(
      rows: first..<(hasPeriodsBelow ? next : figureRow) + 1, figureRow: figureRow,
      periodRow: hasPeriodsBelow ? next : nil)
  }

  /// Nothing but periods, two at least, and names of columns.
  private static func isPeriodRow(_ row: Grid.Row) -> Bool {
    let filled = row.cells.filter { !$0.isBlank }
    return filled.count { PeriodLabel.months($0) != nil } > 1
      && filled.allSatisfy { PeriodLabel.months($0) != nil || HeaderWords.column($0) != nil }
  }

  private static func belongs(_ row: Grid.Row, _ firstFigure: Int) -> Bool {
    let filled = row.cells.enumerated().filter { !$0.element.isBlank }
    guard let only = filled.first, !filled.contains(where: { $0.element.collapsed.hasSuffix(":") }),
      !isData(filled.map(\.element))
    else { return false }
    if filled.count == 1 { return belongs(alone: only.element, column: only.offset, firstFigure) }
    return filled.count > 2
      || filled.contains { HeaderWords.column($0.element) != nil || PeriodLabel.months($0.element) != nil }
      || filled.allSatisfy { belongs(alone: $0.element, column: $0.offset, firstFigure) }
  }

  /// Figures beside words that no header uses.
  private static func isData(_ cells: [String]) -> Bool {
    let words = cells.filter { $0.contains(where: \.isLetter) }
    guard words.count < cells.count else { return false }
    return words.contains { cell in
      HeaderWords.column(cell) == nil && HeaderWords.figure(cell) == nil && PeriodLabel.months(cell) == nil
        && PeriodLabel.unit(namedIn: cell) == nil && !HeaderWords.isAnnualGroup(cell)
        && PeriodLabel.ordinalAlone(cell) == nil && YearText.year(in: cell) == nil
    }
  }

  private static func belongs(alone cell: String, column: Int, _ firstFigure: Int) -> Bool {
    if HeaderWords.column(cell) != nil { return true }
    guard column >= firstFigure, !TitleLines.namesOffice(cell) else { return false }
    return PeriodLabel.months(cell) != nil || YearText.year(in: cell) != nil || HeaderWords.isAnnualGroup(cell)
      || PeriodLabel.unit(namedIn: cell) != nil
  }
}
