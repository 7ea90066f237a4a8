import ReportModel

/// Reads the rows under a header. A row that is no activity is set aside and reported, never silently.
struct RowReader {
  let grid: Grid
  let header: TableHeader
  let decimal: DecimalSeparator
  let figureColumns: [Int]
  private(set) var activities: [Activity] = []
  private(set) var notes: [Sourced<String>] = []
  var totals: [TotalRow] = []
  /// Rows below the table that may be of those who sign.
  private(set) var signatures: [Int] = []
  private(set) var signers: [SourceSigner] = []
  /// A figure with its unit in the cell has come.
  var hasUnits = false
  var diagnostics: [Diagnostic] = []
  /// A note or a line for signatures has come: the table is over unless figures follow.
  private var hasFooter = false
  /// The line of the file or row of the sheet on which a note was read last.
  private var lastNote: Int?
  /// The last row that holds a name and a figure.
  private var lastFigures = 0
  /// Activities above the last subtotal.
  private(set) var summed = 0
  let arithmetic: RowArithmetic
  /// Whether figures that do not say which separator they use are errors.
  let refusesAmbiguous: Bool

  init(_ grid: Grid, _ header: TableHeader, _ decimal: DecimalSeparator, refusesAmbiguous: Bool) {
    self.grid = grid
    self.header = header
    self.decimal = decimal
    self.refusesAmbiguous = refusesAmbiguous
    arithmetic = RowArithmetic(header)
    figureColumns = header.roles.filter { !$0.value.isText }.map(\.key).sorted()
  }

  mutating func read(_ rows: [Int]) {
    let rows = rows.filter { !grid.rows[$0].isBlank }
    lastFigures =
      rows.last { index in
        !isBlank(.name, index) && figureColumns.contains { isFigure(grid.rows[index][$0]) }
      } ?? 0
    for (position, index) in rows.enumerated() where !isHopeless {
      read(index, next: position + 1 < rows.count ? rows[position + 1] : nil)
    }
    readSigners()
    if activities.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(.noActivities(at: grid.location(header.rows.upperBound - 1)))
    }
  }

  /// Errors by the thousand say no more than the first of them.
  private var isHopeless: Bool {
    diagnostics.count > 2000 && diagnostics.suffix(2000).contains { $0.severity == .error }
  }

  private mutating func read(_ index: Int, next: Int?) {
    let row = grid.rows[index]
    if isColumnNumbers(row) || isSignature(row) || isWordsAfterAll(index) { return setAside(index) }
    if isTotal(index) {
      addTotal(index)
      summed = activities.count
      diagnostics.append(.setAside(row.text, .total, at: grid.location(row, row.firstFilled)))
      return
    }
    guard figureColumns.contains(where: { !row.isBlank($0) }) else { return readWords(index, next: next) }
    if let activity = activity(index) { activities.append(activity) }
  }

  /// Rows without any figure: an activity whose figures are all blank, more text of the one before, or what is no
  /// activity at all.
  private mutating func readWords(_ index: Int, next: Int?) {
    let row = grid.rows[index]
    // A number merged with the row above is that row's.
    let hasNumber = header.column(.number).map { !row[$0].isBlank } ?? false
    if hasNumber, !isBlank(.name, index), !RowWords.startsNote(row.firstText),
      ActivityNumber.isPlausible(text(index, .number)), !isSection(index, next: next)
    {
      if let activity = activity(index) { activities.append(activity) }
    } else if !hasNumber, !activities.isEmpty, continues(row) {
      extend(index)
    } else {
      setAside(index)
    }
  }

  /// `1 SEGURIDAD` above `1.1 …`: the heading of a section.
  private func isSection(_ index: Int, next: Int?) -> Bool {
    guard let next else { return false }
    let number = text(index, .number).collapsed
    let stem = number.hasSuffix(".") ? number : number + "."
    return text(next, .number).collapsed.hasPrefix(stem)
  }

  func isBlank(_ role: TableHeader.Role, _ index: Int) -> Bool { text(index, role).isBlank }

  /// Words below the table, wherever they stand: a line for signatures and the names under it.
  private func isSignature(_ row: Grid.Row) -> Bool {
    guard !activities.isEmpty, hasFooter || RowWords.startsNote(row.firstText) else { return false }
    return figureColumns.allSatisfy { column in
      let text = row[column]
      return text.isBlank
        || row.kind(column) == .text && !text.contains(where: \.isNumber)
          && AbsenceWords.absence(text.trimmed) == nil
    }
  }

  /// Below the last figure of the table, words where figures belong, in a row without number or name: names and posts of
  /// those who sign.
  private func isWordsAfterAll(_ index: Int) -> Bool {
    guard !activities.isEmpty, index > lastFigures else { return false }
    let row = grid.rows[index]
    let hasWords = figureColumns.contains { column in
      !row[column].isBlank && [.text, .date].contains(row.kind(column)) && !isFigure(row[column])
        && AbsenceWords.absence(row[column].trimmed) == nil
    }
    let isActivity = !isBlank(.name, index) && (header.column(.number) == nil || !isBlank(.number, index))
    return hasWords && (!isActivity || row.cells.count { !$0.isBlank } * 2 < header.width)
  }

  /// Names above the words for which they stand are known for what they are only now.
  private mutating func readSigners() {
    signers = SignatureRows(grid, signatures).signers
    let lines = Set(signers.flatMap { [$0.role, $0.name, $0.post].compactMap { $0?.location.row } })
    for (place, diagnostic) in diagnostics.enumerated()
    where diagnostic.has(.rowSetAside) && diagnostic.location.row.map(lines.contains) ?? false {
      guard let index = signatures.first(where: { grid.rows[$0].number == diagnostic.location.row }) else { continue }
      diagnostics[place] = .setAside(grid.rows[index].text, .signature, at: diagnostic.location)
    }
  }

  private mutating func setAside(_ index: Int) {
    let row = grid.rows[index]
    var kind = Diagnostic.RowKind.other
    if !activities.isEmpty, RowWords.startsNote(row.firstText) { hasFooter = true }
    if !activities.isEmpty, RowWords.startsExplanation(row.firstText) || continuesNote(row) {
      notes.append(Sourced(row.text, at: grid.location(row, row.firstFilled)))
      lastNote = row.number
      kind = .note
    } else if !activities.isEmpty, index > lastFigures {
      // Names may stand above the words of those who sign, so that every row here may be theirs.
      signatures.append(index)
      if hasFooter || row.cells.contains(where: RowWords.startsRole) { kind = .signature }
    }
    diagnostics.append(.setAside(row.text, kind, at: grid.location(row, row.firstFilled)))
  }

  /// The line right below a note, of one cell, goes on with it or is the next of several.
  private func continuesNote(_ row: Grid.Row) -> Bool {
    lastNote == row.number - 1 && row.cells.count { !$0.isBlank } == 1 && !RowWords.startsNote(row.firstText)
  }

  /// `1 2 3 4 …` under the header: numbers of columns.
  private func isColumnNumbers(_ row: Grid.Row) -> Bool {
    if HeaderLocator.isLetters(row) { return true }
    guard activities.isEmpty, let name = header.column(.name), !row[name].isBlank else { return false }
    let numbers = row.cells.filter { !$0.isBlank }.map { Int($0.filter(\.isNumber)) }
    let isPlain = row.cells.allSatisfy { $0.allSatisfy { $0.isNumber || "() .-".contains($0) || $0.isWhitespace } }
    return isPlain && numbers.count >= 4 && numbers.enumerated().allSatisfy { $0.element == $0.offset + 1 }
  }
}

// Texts
extension RowReader {
  /// The numbers of a row by their columns.
  func figures(_ row: Grid.Row) -> [Quantity?] {
    var figures = [Quantity?](repeating: nil, count: header.width)
    for column in figureColumns where column < row.cells.count {
      let separator = row.kind(column) == .number ? DecimalSeparator.point : decimal
      if case .cell(let cell) = FigureGrammar.read(row[column], decimal: separator),
        case .number(let quantity) = cell.value
      {
        figures[column] = quantity
      }
    }
    return figures
  }

  /// The text of a cell; of a merged one, what its first cell says if that stands under the header too.
  func text(_ index: Int, _ role: TableHeader.Role) -> String {
    guard let column = header.column(role) else { return "" }
    let text = grid.rows[index][column]
    guard text.isBlank, let origin = grid.covering(index, column), origin.row >= header.rows.upperBound,
      origin.column == column
    else { return text }
    return grid.rows[origin.row][column]
  }

  /// nil when there is no such column or the cell is blank. Names are set as one paragraph; objectives keep their lines.
  mutating func sourced(_ index: Int, _ role: TableHeader.Role) -> Sourced<String>? {
    guard let column = header.column(role) else { return nil }
    let place = grid.location(index, column)
    switch grid.rows[index].kind(column) {
    case .error: diagnostics.append(.spreadsheetError(grid.rows[index][column], at: place))
    case .uncomputed: diagnostics.append(.uncomputed(at: place))
    case .date where role == .number: diagnostics.append(.dateForFigure(grid.rows[index][column], at: place))
    default: break
    }
    let text = text(index, role)
    guard !text.isBlank else { return nil }
    return Sourced(role == .objective || role == .remarks ? text.trimmed : text.collapsed, at: place)
  }

  /// More text of the activity above: something in the objective, or a name that goes on in small letters.
  private func continues(_ row: Grid.Row) -> Bool {
    guard !RowWords.startsNote(row.firstText), row.cells.count <= header.width || grid.separator == nil else {
      return false
    }
    let known = header.roles.filter { $0.value.isText }.map(\.key)
    guard row.cells.indices.allSatisfy({ row[$0].isBlank || known.contains($0) }) else { return false }
    if let objective = header.column(.objective), !row[objective].isBlank { return true }
    guard let name = header.column(.name), let first = row[name].trimmed.unicodeScalars.first else { return false }
    return first.properties.isLowercase
  }

  private mutating func extend(_ index: Int) {
    let last = activities.count - 1
    let row = grid.rows[index]
    func more(_ role: TableHeader.Role) -> String? {
      header.column(role).flatMap { row[$0].isBlank ? nil : row[$0].trimmed }
    }
    if let text = more(.name) { activities[last].name.value += " " + text.collapsed }
    if let text = more(.objective) {
      if activities[last].objective == nil {
        activities[last].objective = Sourced(text, at: grid.location(row, header.column(.objective)))
      } else {
        activities[last].objective?.value += "\n" + text
      }
    }
    for (role, path) in [
      (TableHeader.Role.unit, \Activity.unit), (.responsible, \Activity.responsible), (.remarks, \Activity.remarks),
    ] {
      guard let text = more(role) else { continue }
      let before = activities[last][keyPath: path].map { $0.value + " " } ?? ""
      activities[last][keyPath: path] = Sourced(before + text, at: grid.location(row, header.column(role)))
    }
    diagnostics.append(.continued(row.text, at: grid.location(row, row.firstFilled)))
  }
}
