import ReportModel

/// Those who sign the source: the words ELABORÓ, REVISÓ, AUTORIZÓ … below the table, each over a name and a post.
struct SignatureRows {
  private let grid: Grid
  private(set) var signers: [SourceSigner] = []

  /// One place for a signature: what it stands for, and the lines below it.
  private struct Place {
    let column: Int
    let role: Sourced<String>
    var lines: [Sourced<String>] = []
  }

  /// - Parameter rows: rows below the table that are neither activities nor notes, in their order.
  init(_ grid: Grid, _ rows: [Int]) {
    self.grid = grid
    var places: [Place] = []
    for index in rows {
      let cells = cells(of: index)
      let roles = cells.filter { RowWords.startsRole($0.text.value) }
      if !roles.isEmpty {
        take(places)
        places = roles.map(place)
      } else {
        add(cells, to: &places)
      }
    }
    take(places)
  }

  private func cells(of index: Int) -> [(column: Int, text: Sourced<String>)] {
    let row = grid.rows[index]
    return row.cells.indices.filter { !row.isBlank($0) && row[$0].contains(where: \.isLetter) }
      .map { ($0, Sourced(row[$0].collapsed, at: grid.location(row, $0))) }
  }

  /// `Elaboró: Ana Pérez` names the signer in the same cell.
  private func place(_ cell: (column: Int, text: Sourced<String>)) -> Place {
    let (text, location) = (cell.text.value, cell.text.location)
    guard let colon = text.firstIndex(of: ":") else { return Place(column: cell.column, role: cell.text) }
    var place = Place(column: cell.column, role: Sourced(String(text[..<colon]).trimmed, at: location))
    let name = String(text[text.index(after: colon)...]).trimmed
    if name.contains(where: \.isLetter) { place.lines.append(Sourced(name, at: location)) }
    return place
  }

  /// As many cells as places belong to them in their order; else each to the last place that begins left of it.
  private func add(_ cells: [(column: Int, text: Sourced<String>)], to places: inout [Place]) {
    guard !places.isEmpty else { return }
    for (index, cell) in cells.enumerated() where !RowWords.isSignatureLabel(cell.text.value) {
      let nearest = places.lastIndex { $0.column <= cell.column } ?? 0
      places[cells.count == places.count ? index : nearest].lines.append(cell.text)
    }
  }

  private mutating func take(_ places: [Place]) {
    for place in places {
      guard let name = place.lines.first else { continue }
      let posts = place.lines.dropFirst()
      let post = posts.first.map { Sourced(posts.map(\.value).joined(separator: " "), at: $0.location) }
      signers.append(SourceSigner(role: place.role, name: name, post: post))
    }
  }
}
