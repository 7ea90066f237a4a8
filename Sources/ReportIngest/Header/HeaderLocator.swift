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
  /// More headers than any office's workbook has on a sheet: the search ends, and the file is refused.
  static let mostHeaders = 200

  /// Twelve periods of four columns and as many others again; wider rows are no header.
  private static let mostColumns = 200

  /// Whether there is a header in these rows.
  static func isHeader(in rows: some Sequence<Grid.Row>) -> Bool { rows.contains { figureLabels($0) != nil } }

  static func headers(in grid: Grid) -> [HeaderBlock] {
    var blocks: [HeaderBlock] = []
    var index = 0
    while index < grid.rows.count, blocks.count <= mostHeaders {
      if let labels = figureLabels(grid.rows[index]) {
        let figureRow = fullest(from: index, labels, in: grid)
        let block = block(around: figureRow, in: grid, after: blocks.last?.rows.upperBound ?? 0)
        blocks.append(block)
        index = block.rows.upperBound
      } else {
        index += 1
      }
    }
    return blocks
  }

  /// META and REAL of the year may stand a row or two above the PROG and REAL of the periods: the row with the most
  /// pairs of them is the one, of equals the one whose words repeat (META 2022 and REAL 2022 may stand above PROG and REAL
  /// twice), then the one that begins further left.
  private static func fullest(from index: Int, _ labels: FigureLabels, in grid: Grid) -> Int {
    let below = (index + 1..<min(index + 5, grid.rows.count)).compactMap { row in
      figureLabels(grid.rows[row]).map { (row, $0) }
    }
    let candidates = [(index, labels)] + below
    let scores = candidates.map { pairs($0.1) }
    let best = scores.indices.max { a, b in
      (scores[a].count, scores[a].repeated, -scores[a].first) < (scores[b].count, scores[b].repeated, -scores[b].first)
    }
    return candidates[best ?? 0].0
  }

  /// How many columns of programmed and of real, whichever are fewer; how many repeat a word of the
  /// row; and where they begin.
  private static func pairs(_ labels: FigureLabels) -> (count: Int, repeated: Int, first: Int) {
    func count(_ wanted: HeaderWords.Meaning) -> Int { labels.count { ($0.figure ?? $0.annual) == wanted } }
    let first = labels.all.filter { $0.figure != nil || $0.annual != nil }.map(\.first).min()
    let repeated = labels.all.filter { $0.figure != nil || $0.annual != nil }.reduce(0) { $0 + $1.count - 1 }
    return (min(count(.programmed), count(.real)), repeated, first ?? 0)
  }

  /// The labels of a row with both PROG and REAL; nil for any other row. Words for annual columns count where they stand
  /// more than once, under periods of their own, or where nothing but the whole year is there.
  private static func figureLabels(_ row: Grid.Row) -> FigureLabels? {
    guard row.cells.count <= mostColumns, !hasFigures(row), !isLetters(row) else { return nil }
    let labels = FigureLabels(row)
    let hasBoth = [HeaderWords.Meaning.programmed, .real].allSatisfy { wanted in
      labels.all.contains { $0.figure == wanted } || labels.count { $0.annual == wanted } > 1
    }
    return hasBoth || labels.isAnnualOnly ? labels : nil
  }

  /// One column of goals and one of results: the whole year is the only period.
  static func isAnnualOnly(_ row: Grid.Row) -> Bool { FigureLabels(row).isAnnualOnly }

  /// `A B C D …`: names of columns, in which P and R are no PROG and REAL.
  static func isLetters(_ row: Grid.Row) -> Bool {
    guard row.firstText.trimmed == "A" else { return false }
    let letters = row.cells.filter { !$0.isBlank }.map(\.trimmed)
    guard letters.count > 3 else { return false }
    return letters.enumerated().allSatisfy { $0.element == SourceLocation.columnLetters($0.offset + 1) }
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
    guard !HeaderWords.isListed(cell), HeaderPhrase.column(cell) == nil else { return nil }
    return inline(cell)
  }

  /// Up to three words at either end that say what the figure is; the rest names the period.
  private static func inline(_ cell: String) -> (meaning: HeaderWords.Meaning, label: String?)? {
    let text = cell.collapsed
    let words = text.split { !$0.isLetterOrDigit && $0 != "%" }
    guard words.count > 1 else { return nil }
    for count in 1...min(3, words.count - 1) {
      let (tail, head) = (words[words.count - count].startIndex, words[count - 1].endIndex)
      for (word, rest) in [(text[tail...], text[..<tail]), (text[..<head], text[head...])] {
        let names = { PeriodLabel.months(String(rest)) != nil || HeaderWords.sum(String(rest)) != nil }
        if let meaning = HeaderWords.figure(String(word)), names() {
          return (meaning, PeriodLabel.bare(rest))
        }
      }
    }
    return nil
  }

  private static func block(around figureRow: Int, in grid: Grid, after previous: Int) -> HeaderBlock {
    let firstFigure =
      grid.rows[figureRow].cells.firstIndex { figure(in: $0) != nil || repeatable($0) != nil } ?? 0
    var first = figureRow
    while figureRow - first < 4, let above = rowAbove(first, in: grid, after: previous),
      belongs(grid.rows[above], firstFigure) || partsPeriods(above, in: grid, after: previous, firstFigure)
    {
      first = above
    }
    let next = figureRow + 1
    let hasPeriodsBelow = next < grid.rows.count && isPeriodRow(grid.rows[next])
    return HeaderBlock(
      rows: first..<(hasPeriodsBelow ? next : figureRow) + 1, figureRow: figureRow,
      periodRow: hasPeriodsBelow ? next : nil)
  }

  /// One blank line may part the rows of a header.
  private static func rowAbove(_ row: Int, in grid: Grid, after previous: Int) -> Int? {
    guard row > previous else { return nil }
    guard row - 1 > previous, grid.rows[row - 1].isBlank else { return row - 1 }
    // A title may stand above a blank line, but has few cells.
    return grid.rows[row - 2].cells.count { !$0.isBlank } > 2 ? row - 2 : nil
  }

  /// Nothing but periods, two at least, and names of columns.
  private static func isPeriodRow(_ row: Grid.Row) -> Bool {
    let filled = row.cells.filter { !$0.isBlank }
    if isTwiceNumbered(filled) { return true }
    return filled.count { PeriodLabel.months($0) != nil } > 1
      && filled.allSatisfy {
        PeriodLabel.months($0) != nil || HeaderWords.column($0) != nil || HeaderWords.sum($0) != nil
      }
  }

  /// `I II III IV TOTAL I II III IV TOTAL`, `E F M … E F M …`: numbers or initials of all periods, below PROG and again
  /// below REAL.
  private static func isTwiceNumbered(_ cells: [String]) -> Bool {
    let labels = cells.filter { HeaderWords.sum($0) == nil && (HeaderWords.column($0) == nil || $0.trimmed.count == 1) }
    guard labels.count > 3, labels.count % 2 == 0 else { return false }
    let half = Array(labels.prefix(labels.count / 2))
    guard half == Array(labels.suffix(half.count)) else { return false }
    return PeriodLabel.initials(half) != nil || half.map(PeriodLabel.ordinalAlone) == half.indices.map { $0 + 1 }
  }

  private static func belongs(_ row: Grid.Row, _ firstFigure: Int) -> Bool {
    let filled = row.cells.enumerated().filter { !$0.element.isBlank }
    guard let only = filled.first, !isTitleLine(filled.map(\.element)), !isData(filled.map(\.element)) else {
      return false
    }
    if filled.count == 1 { return belongs(alone: only.element, column: only.offset, firstFigure) }
    // `UNIDAD RESPONSABLE | Dirección de Obras` is a line of the title.
    if filled.count == 2, HeaderWords.isListed(only.element), !isHeaderWord(filled[1].element) { return false }
    return filled.contains { isHeaderWord($0.element) }
      || filled.allSatisfy { belongs(alone: $0.element, column: $0.offset, firstFigure) }
  }

  /// A line that parts each period into measures (`FÍSICO | FINANCIERO`): words over the figures alone, right below a row
  /// of periods.
  private static func partsPeriods(_ row: Int, in grid: Grid, after previous: Int, _ firstFigure: Int) -> Bool {
    let filled = grid.rows[row].cells.enumerated().filter { !$0.element.isBlank }
    guard filled.count > 1, filled.allSatisfy({ $0.offset >= firstFigure && !$0.element.contains(where: \.isNumber) }),
      let above = rowAbove(row, in: grid, after: previous)
    else { return false }
    return grid.rows[above].cells.count { PeriodLabel.months($0) != nil } > 0 && belongs(grid.rows[above], firstFigure)
  }

  private static func isHeaderWord(_ cell: String) -> Bool {
    HeaderWords.column(cell) != nil || HeaderWords.figure(cell) != nil || PeriodLabel.months(cell) != nil
      || PeriodLabel.unit(namedIn: cell) != nil || HeaderWords.isAnnualGroup(cell)
      || PeriodLabel.ordinalAlone(cell) != nil || YearText.year(in: cell) != nil || HeaderWords.sum(cell) != nil
  }

  /// Figures beside words that no header uses; a year is none.
  private static func isData(_ cells: [String]) -> Bool {
    let words = cells.filter { $0.contains(where: \.isLetter) || YearText.isYear($0) }
    // `MUNICIPIO | 2023` is a line of the title.
    let hasFigures = cells.contains { cell in
      cell.contains(where: \.isNumber) && !cell.contains(where: \.isLetter)
        && (cells.count < 3 || !YearText.isYear(cell))
    }
    return hasFigures && words.contains { !isHeaderWord($0) }
  }

  /// `FECHA | 15/01/2025`, `TRIMESTRE: SEGUNDO | EJERCICIO FISCAL 2024`: a label with what it stands for, or a date, in a
  /// row too short for a header.
  private static func isTitleLine(_ cells: [String]) -> Bool {
    if cells.contains(where: { $0.collapsed.hasSuffix(":") }) { return true }
    return cells.count < 4 && cells.contains { $0.collapsed.contains(": ") || YearText.namesDate($0) }
  }

  private static func belongs(alone cell: String, column: Int, _ firstFigure: Int) -> Bool {
    // `METAS DE ACTIVIDAD 2024` in front of the figures is a title.
    if HeaderWords.isListed(cell), HeaderWords.column(cell) != nil {
      return column >= firstFigure || YearText.year(in: cell) == nil
    }
    guard column >= firstFigure, !TitleLines.namesOffice(cell), !TitleLines.isTitle(cell) else { return false }
    return PeriodLabel.months(cell) != nil || YearText.year(in: cell) != nil || HeaderWords.isAnnualGroup(cell)
      || PeriodLabel.unit(namedIn: cell) != nil
  }
}
