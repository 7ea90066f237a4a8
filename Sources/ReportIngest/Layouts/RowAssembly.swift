import ReportModel

/// A row put together of cells from several rows of a grid; every cell keeps its place in the file.
struct RowAssembly {
  private(set) var row: Grid.Row

  /// - Parameter number: of the row as which it is told.
  init(number: Int, isHidden: Bool = false) {
    row = Grid.Row(number: number, cells: [], kinds: [], isHidden: isHidden, places: [])
  }

  /// The cell of one row and column; blank cells keep their place, too.
  mutating func append(_ source: Grid.Row, _ column: Int) {
    let place = source.places.flatMap { $0.indices.contains(column) ? $0[column] : nil }
    append(source[column], source.kind(column), at: place ?? CellPlace(row: source.number, column: column))
  }

  /// The first of several cells of a column that is not blank; different texts are put together.
  mutating func append(firstOf sources: [Grid.Row], _ column: Int) {
    let filled = sources.filter { !$0.isBlank(column) }
    var texts: [String] = []
    for source in filled where !texts.contains(source[column].collapsed) { texts.append(source[column].collapsed) }
    guard let first = filled.first ?? sources.first else {
      return append("", .text, at: CellPlace(row: row.number, column: column))
    }
    guard texts.count > 1 else { return append(first, column) }
    append(texts.joined(separator: "; "), .text, at: CellPlace(row: first.number, column: column))
  }

  mutating func append(_ text: String, _ kind: CellKind = .text, at place: CellPlace) {
    row.cells.append(text)
    row.kinds?.append(kind)
    row.places?.append(place)
  }

  mutating func appendBlanks(_ count: Int, at place: CellPlace) {
    for _ in 0..<max(0, count) { append("", at: place) }
  }
}

/// A grid in which every activity is one row again, and what there is to tell of it.
struct Rearranged {
  var grid: Grid
  var diagnostics: [Diagnostic]
  /// The headers of the grid, where they were looked for in the very grid.
  var headers: [HeaderBlock]?
}
