/// `B12`, and `B12:D14`, as row and column.
enum CellReference {
  /// Row counted from 1, column from 0; nil when `text` is no reference.
  static func parse(_ text: UnsafePointer<UInt8>) -> (row: Int, column: Int)? {
    var (index, column, row) = (0, 0, 0)
    while (0x41...0x5A).contains(text[index] & 0xDF), text[index] >= 0x41, index < 3 {
      column = column * 26 + Int(text[index] & 0xDF) - 0x40
      index += 1
    }
    let letters = index
    while (0x30...0x39).contains(text[index]), index < letters + 7 {
      row = row * 10 + Int(text[index]) - 0x30
      index += 1
    }
    guard letters > 0, index > letters, text[index] == 0, row > 0 else { return nil }
    return (row, column - 1)
  }

  /// `B12` for row 12 and column 1.
  static func text(row: Int, column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }

  static func range(_ text: String) -> CellRange? {
    let corners = text.split(separator: ":").compactMap { corner in String(corner).withUTF8Terminated(parse) }
    guard let first = corners.first, let last = corners.last, corners.count <= 2, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return CellRange(rows: first.row...last.row, columns: first.column...last.column)
  }
}

extension String {
  fileprivate func withUTF8Terminated<Result>(_ body: (UnsafePointer<UInt8>) -> Result?) -> Result? {
    (Array(utf8) + [0]).withUnsafeBufferPointer { buffer in buffer.baseAddress.flatMap(body) }
  }
}
