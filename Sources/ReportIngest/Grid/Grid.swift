import ReportModel
import Spreadsheets

/// A table as it stands in a file: rows of cells, text untouched, each cell with its place.
struct Grid: Sendable {
  struct Row: Sendable {
    /// The line of the file, or the sheet's row, on which the row begins; counted from 1.
    let number: Int
    var cells: [String]
    /// What the cells are to a spreadsheet; nil for delimited text, where all is text.
    var kinds: [CellKind]?
    var isHidden = false
    /// Where each cell stands in the file, for rows that were put together of others; nil for a row as it stands.
    var places: [CellPlace]?

    var isBlank: Bool { cells.indices.allSatisfy { isBlank($0) } }

    /// The cell of a column counted from 0; empty beyond the row's end.
    subscript(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

    func kind(_ column: Int) -> CellKind { kinds.map { column < $0.count ? $0[column] : .text } ?? .text }

    /// A formula without a result is not blank: nobody knows what it says.
    func isBlank(_ column: Int) -> Bool { self[column].isBlank && kind(column) != .uncomputed }

    /// The texts of all cells that are not blank.
    var text: String { cells.map(\.collapsed).filter { !$0.isEmpty }.joined(separator: " ") }

    /// The text of the first cell that is not blank.
    var firstText: String { firstFilled.map { cells[$0] } ?? "" }

    var firstFilled: Int? { cells.indices.first { !isBlank($0) } }
  }

  let file: String
  /// nil for delimited text.
  let sheet: String?
  var rows: [Row]
  /// Of delimited text.
  var separator: Unicode.Scalar?
  var merges = MergedCells()
  /// Hidden columns that hold something, counted from 0.
  var hiddenColumns: Set<Int> = []

  /// The place of a cell, or with no `column` of a row; `column` counts from 0.
  func location(_ row: Row, _ column: Int? = nil) -> SourceLocation {
    if let column, let places = row.places, places.indices.contains(column) {
      return SourceLocation(file: file, sheet: sheet, row: places[column].row, column: places[column].column + 1)
    }
    return SourceLocation(file: file, sheet: sheet, row: row.number, column: column.map { $0 + 1 })
  }

  func location(_ index: Int, _ column: Int? = nil) -> SourceLocation { location(rows[index], column) }

  /// The place of the whole file or sheet.
  var location: SourceLocation { SourceLocation(file: file, sheet: sheet) }

  /// The merged rectangle a cell is covered by without being its first cell: where its content stands.
  func covering(_ row: Int, _ column: Int) -> (row: Int, column: Int)? {
    guard let origin = merges.origin(row: rows[row].number, column: column) else { return nil }
    guard let index = index(ofRow: origin.row), (index, origin.column) != (row, column) else { return nil }
    return (index, origin.column)
  }

  /// Rows are in order of their numbers.
  private func index(ofRow number: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? low : nil
  }
}

/// A cell's row as the file counts it, and its column counted from 0.
struct CellPlace: Hashable, Sendable {
  let row: Int
  let column: Int
}

// Texts that no table has
extension Grid {
  /// The most characters that Excel keeps in a cell.
  private static let longestCell = 32_767

  /// - Throws: at a text that would take more time than all others together.
  func check() throws(IngestFailure) {
    var size = 0
    for row in rows {
      for (column, text) in row.cells.enumerated() where text.utf8.count > 60 {
        size += text.utf8.count
        guard size <= TextDecoding.largest else { throw IngestFailure(.tooLargeText(at: location)) }
        let count = text.utf8.count > Grid.longestCell ? text.unicodeScalars.count : 0
        if count > Grid.longestCell { throw IngestFailure(.cellTooLong(count, at: location(row, column))) }
        if TextDecoding.markedLine(text) != nil { throw IngestFailure(.tooManyMarks(at: location(row, column))) }
      }
    }
  }
}

/// What a cell is to the spreadsheet it comes from.
enum CellKind: UInt8, Sendable {
  case text
  /// Digits with a point before decimals: exact, and in no doubt.
  case number
  case date
  case error
  case uncomputed
}

/// Merged cells of a sheet, by the rows they touch.
struct MergedCells: Sendable {
  private var ranges: [Int: [CellRange]] = [:]

  init() {}

  /// - Parameter rows: the numbers of the rows that hold something, in order; other rows do not matter.
  init(_ merges: [CellRange], rows: [Int]) {
    for merge in merges {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < merge.rows.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < rows.count, rows[low] <= merge.rows.upperBound {
        ranges[rows[low], default: []].append(merge)
        low += 1
      }
    }
  }

  /// The first cell of the merged rectangle around a cell; itself if it is the first; nil when it is not merged.
  func origin(row: Int, column: Int) -> (row: Int, column: Int)? {
    ranges[row]?.first { $0.columns.contains(column) }.map { ($0.rows.lowerBound, $0.columns.lowerBound) }
  }

  /// Whether any cell of a row is merged with one beside or below it.
  func touch(row: Int) -> Bool { ranges[row] != nil }
}

extension String {
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }

  /// Without white space at both ends.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Without white space at both ends, and with single spaces inside; line breaks count as white space.
  var collapsed: String {
    if isCollapsed { return self }
    return unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)).trimmed }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  /// Whether there is nothing to collapse, as far as single bytes tell: no byte that white space beyond ASCII begins
  /// with.
  fileprivate var isCollapsed: Bool {
    var wasSpace = true
    for byte in utf8 {
      switch byte {
      case 0x20 where wasSpace: return false
      case 0..<0x20, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
      default: wasSpace = byte == 0x20
      }
    }
    return !wasSpace || isEmpty
  }
}

extension Unicode.Scalar {
  /// White space, and what shows nothing by its nature.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0x21...0x7E: false
    default: properties.isWhitespace || showsNothing
    }
  }
}
