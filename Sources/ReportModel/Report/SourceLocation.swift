/// Where something was read: a file, and within it a row and column, both counted from 1.
///
/// In delimited text the row is the physical line of the file (blank lines count) and the column the field. In a
/// spreadsheet they are the sheet's row and column, and `cell` names them as the user sees them.
public struct SourceLocation: Hashable, Sendable {
  public var file: String
  /// Name of the sheet; nil for delimited text.
  public var sheet: String?
  /// nil when the whole file is meant.
  public var row: Int?
  /// nil when the whole row is meant.
  public var column: Int?

  public init(file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// `Avance!M12` for a cell of a spreadsheet; nil for delimited text.
  public var cell: String? {
    guard let sheet, let row, let column else { return nil }
    return "\(sheet)!\(SourceLocation.columnLetters(column))\(row)"
  }

  /// 1 → `A`, 26 → `Z`, 27 → `AA`.
  public static func columnLetters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file`, `file:row` or `file:row:column`, with ` (Sheet!M12)` behind it for a spreadsheet.
  public var description: String {
    let place = [row, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return file + place + (cell.map { " (\($0))" } ?? "")
  }
}
