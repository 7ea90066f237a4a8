import ReportModel

/// A table as it stands in a file: rows of cells, text untouched, each cell with its place.
struct Grid: Sendable {
  struct Row: Sendable {
    /// The line of the file, or the sheet's row, on which the row begins; counted from 1.
    let number: Int
    let cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    /// The cell of a column counted from 0; empty beyond the row's end.
    subscript(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  let file: String
  /// nil for delimited text.
  let sheet: String?
  let rows: [Row]

  /// The place of a cell, or with no `column` of a row; `column` counts from 0.
  func location(_ row: Row, _ column: Int? = nil) -> SourceLocation {
    SourceLocation(file: file, sheet: sheet, row: row.number, column: column.map { $0 + 1 })
  }
}

extension String {
  var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" } }

  /// Without white space at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Without white space at both ends, and with single spaces inside; line breaks count as white space.
  var collapsed: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
