import ReportModel

/// What the header says: which columns hold what, and the periods they belong to.
struct TableHeader: Sendable {
  enum Role: Hashable, Sendable {
    case number
    case name
    case objective
    case unit
    case responsible
    case remarks
    case figure(period: Int, HeaderWords.Meaning)
    case goal
    case annualReal
    case variation
    case percent
    /// A figure of columns that sum up periods, by their place in `subtotals`.
    case subtotal(Int, HeaderWords.Meaning)
    /// None of the report's own, by its place in `extras`.
    case extra(Int)

    /// Columns of words, or of what is kept as it stands; not of the report's figures.
    var isText: Bool {
      if case .extra = self { return true }
      return [.number, .name, .objective, .unit, .responsible, .remarks].contains(self)
    }
  }

  /// Rows of the grid the header takes.
  let rows: Range<Int>
  /// Role of each column, counted from 0.
  let roles: [Int: Role]
  let columns: [Role: Int]
  let periods: [Period]
  let subtotals: [SubtotalColumns]
  /// The subtotal whose real figure is the year's, too; by its place.
  let annualSubtotal: Int?
  let extras: [ExtraColumn]
  /// Every year the header names for its report, in reading order.
  let years: [Sourced<Int>]
  /// Columns the table has; a row of delimited text must have as many cells.
  let width: Int

  init(
    rows: Range<Int>, roles: [Int: Role], periods: [Period], subtotals: [SubtotalColumns] = [],
    annualSubtotal: Int? = nil,
    extras: [ExtraColumn] = [], years: [Sourced<Int>], width: Int
  ) {
    self.rows = rows
    self.roles = roles
    columns = Dictionary(roles.map { ($0.value, $0.key) }) { first, _ in first }
    self.periods = periods
    self.subtotals = subtotals
    self.annualSubtotal = annualSubtotal
    self.extras = extras
    self.years = years
    self.width = width
  }

  func column(_ role: Role) -> Int? { columns[role] }
}
