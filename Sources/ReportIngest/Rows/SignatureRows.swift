import ReportModel

/// Those who sign the source: the words ELABORÓ, REVISÓ, AUTORIZÓ … below the table, each with a name and a post below it,
/// beside it or, where nothing stands below, above it.
struct SignatureRows {
  private let grid: Grid
  private(set) var signers: [SourceSigner] = []

  /// One place for a signature: what it stands for, and the lines that belong to it.
  private struct Place {
    let column: Int
    let role: Sourced<String>
    var lines: [Sourced<String>] = []
  }

  /// - Parameter rows: rows below the table that are neither activities nor notes, in their order.
  init(_ grid: Grid, _ rows: [Int]) {
    self.grid = grid
    let rows = rows.map(cells).filter { !$0.isEmpty }
    let roles = rows.indices.filter { rows[$0].contains(where: isRole) }
    guard let first = roles.first, let last = roles.last else { return }
    // Names stand below what they sign for; where nothing does, above it.
    let isLastEmpty = last == rows.count - 1 && rows[last].allSatisfy { isRole($0) && place($0).lines.isEmpty }
    if isLastEmpty, first > 0, isNames(rows[first - 1], of: rows[first]) {
      var start = 0
      for role in roles {
        take(rows[role], lines: rows[start..<role].filter { isNames($0, of: rows[role]) })
        start = role + 1
      }
    } else {
      for (role, end) in zip(roles, roles.dropFirst() + [rows.count]) {
        take(rows[role], lines: Array(rows[role + 1..<end]))
      }
    }
  }

  private typealias Cell = (column: Int, text: Sourced<String>)

  private func isRole(_ cell: Cell) -> Bool { RowWords.startsRole(cell.text.value) }

  /// Above what they sign for, names and posts stand one to a place; a date or another remark does not.
  private func isNames(_ cells: [Cell], of row: [Cell]) -> Bool {
    cells.count == row.count(where: isRole) && !cells.contains { $0.text.value.contains(where: \.isNumber) }
  }

  private func cells(of index: Int) -> [Cell] {
    let row = grid.rows[index]
    return row.cells.indices
      .filter { row[$0].contains(where: \.isLetter) && !RowWords.isSignatureLabel(row[$0].collapsed) }
      .map { ($0, Sourced(row[$0].collapsed, at: grid.location(row, $0))) }
  }

  /// Above what they sign for, names and posts stand one to a place; a date or another remark does not.
  private func isNames(_ cells: [(column: Int, text: Sourced<String>)], of places: [Place]) -> Bool {
    cells.count == places.count && !cells.contains { $0.text.value.contains(where: \.isNumber) }
  }

  private func place(_ cell: Cell) -> Place {
    let (text, location) = (cell.text.value, cell.text.location)
    guard let colon = text.firstIndex(of: ":") else { return Place(column: cell.column, role: cell.text) }
    var place = Place(column: cell.column, role: Sourced(String(text[..<colon]).trimmed, at: location))
    let name = String(text[text.index(after: colon)...]).trimmed
    if name.contains(where: \.isLetter) { place.lines.append(Sourced(name, at: location)) }
    return place
  }

  /// As many cells as places belong to them in their order; else each to the last place that begins left of it.
  private func add(_ cells: [Cell], to places: inout [Place]) {
    for (index, cell) in cells.enumerated() {
      let nearest = places.lastIndex { $0.column <= cell.column } ?? 0
      places[cells.count == places.count ? index : nearest].lines.append(cell.text)
    }
  }

  /// The first line; below a line that is a post, the next.
  private func name(among lines: [Sourced<String>]) -> Sourced<String>? {
    guard lines.count > 1, RowWords.startsPost(lines[0].value), !RowWords.startsPost(lines[1].value) else {
      return lines.first
    }
    return lines[1]
  }

  private mutating func take(_ row: [Cell], lines: [[Cell]]) {
    var places = row.filter(isRole).map(place)
    for cells in [row.filter { !isRole($0) }] + lines { add(cells, to: &places) }
    for place in places {
      guard let name = name(among: place.lines) else { continue }
      let posts = place.lines.filter { $0 != name }
      let post = posts.first.map { Sourced(posts.map(\.value).joined(separator: " "), at: $0.location) }
      signers.append(SourceSigner(role: place.role, name: name, post: post))
    }
  }
}
