import ReportModel

/// What the header says: which columns hold what, and the periods they belong to.
struct TableHeader: Sendable {
  enum Role: Hashable, Sendable {
    case number
    case name
    case objective
    case figure(period: Int, HeaderWords.Meaning)
    case goal
    case annualReal
    case variation
  }

  /// Rows of the grid the header takes.
  let rows: Range<Int>
  /// Role of each column, counted from 0.
  let roles: [Int: Role]
  let periods: [Period]
  /// From the header's own words.
  let year: Sourced<Int>?
  /// Columns the table has; a row must have as many cells.
  let width: Int

  func column(_ role: Role) -> Int? { roles.first { $0.value == role }?.key }
}
