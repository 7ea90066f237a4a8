/// A column of the table, by what it holds.
enum TableColumn: Hashable, Sendable {
  case number
  case name
  case objective
  case programmed(period: Int)
  case real(period: Int)
  case variance(period: Int)
  case goal
  case annualReal
  case variation

  /// The period the column belongs to; nil for the others.
  var period: Int? {
    switch self {
    case .programmed(let period), .real(let period), .variance(let period): period
    default: nil
    }
  }

  var isAnnual: Bool { self == .goal || self == .annualReal || self == .variation }
  var isText: Bool { self == .number || self == .name || self == .objective }
}
