/// What a spreadsheet file holds: its sheets, in their order.
public struct Workbook: Equatable, Sendable {
  public var sheets: [Sheet]
}

/// One sheet; blank cells and blank rows are not kept.
public struct Sheet: Equatable, Sendable {
  public var name: String
  public var isHidden: Bool
  /// In order of their numbers.
  public var rows: [SheetRow]
  public var merges: [CellRange]
  /// Hidden columns, counted from 0.
  public var hiddenColumns: Set<Int>
}

/// The cells of one row that hold something, in order of their columns.
public struct SheetRow: Equatable, Sendable {
  /// Counted from 1, as users see it.
  public var number: Int
  /// By hand, or by a filter.
  public var isHidden: Bool
  public var cells: [Cell]
}

/// One cell that holds something.
public struct Cell: Equatable, Sendable {
  /// Counted from 0.
  public var column: Int
  public var content: Content

  /// Values as text: a number keeps its decimal digits and never becomes binary floating point.
  public enum Content: Hashable, Sendable {
    case text(String)
    /// Digits with a point before decimals, `-` in front, and `%` behind if the cell shows a percentage.
    case number(String)
    /// As short as the cell shows it: `2023-01-31`, `enero 2023`, `1-ene`.
    case date(String)
    /// `#DIV/0!` and the like.
    case error(String)
    /// A formula whose result the file does not hold.
    case uncomputed
  }
}

/// A rectangle of cells merged into one; rows counted from 1, columns from 0.
public struct CellRange: Hashable, Sendable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
