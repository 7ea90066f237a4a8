/// One label of a header and where it stands.
struct HeaderLabel: Hashable, Sendable {
  let text: String
  let row: Int
  let column: Int
}

/// What stands over a column. A true merge reaches exactly as far as it says; where a sheet has none, or a text file has
/// lost them, a label holds for the blank cells to its right up to the next label.
struct HeaderLabels {
  let grid: Grid
  let block: HeaderBlock

  /// The column's own cells, top to bottom; a text that comes again right below, as programs fill merged cells, once.
  func own(_ column: Int) -> [HeaderLabel] {
    var labels: [HeaderLabel] = []
    for row in block.rows {
      let text = grid.rows[row][column].collapsed
      guard !text.isEmpty, labels.last?.text != text else { continue }
      labels.append(HeaderLabel(text: text, row: row, column: column))
    }
    return labels
  }

  /// Whether all rows of the header say the same of a column.
  func isFilledDown(_ column: Int) -> Bool {
    let texts = block.rows.map { grid.rows[$0][column].collapsed }
    return texts.count > 1 && !texts[0].isEmpty && Set(texts).count == 1
  }

  /// The label that holds for a column in one row; its own, or one to the left that reaches over it.
  func label(_ row: Int, _ column: Int) -> HeaderLabel? {
    let text = grid.rows[row][column].collapsed
    if !text.isEmpty { return HeaderLabel(text: text, row: row, column: column) }
    if let origin = grid.covering(row, column), block.rows.contains(origin.row) {
      let text = grid.rows[origin.row][origin.column].collapsed
      return text.isEmpty ? nil : HeaderLabel(text: text, row: origin.row, column: origin.column)
    }
    guard row != block.rows.upperBound - 1 else { return nil }
    return flattened(row, column)
  }

  private func flattened(_ row: Int, _ column: Int) -> HeaderLabel? {
    var left = column - 1
    while left >= 0 {
      let text = grid.rows[row][left].collapsed
      if !text.isEmpty {
        // A label with a merge of its own ends where the merge ends.
        let isMerged = grid.merges.origin(row: grid.rows[row].number, column: left) != nil
        return isMerged ? nil : HeaderLabel(text: text, row: row, column: left)
      }
      if grid.covering(row, left) != nil { return nil }
      left -= 1
    }
    return nil
  }
}
