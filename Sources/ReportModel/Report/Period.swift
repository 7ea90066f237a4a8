/// One column group of the table: a stretch of months of the year.
public struct Period: Hashable, Sendable {
  /// As the source heads it: `ENERO/FEBRERO`.
  public var label: String
  /// The months it covers, 1…12; nil when the label does not tell.
  public var months: ClosedRange<Int>?
  public var location: SourceLocation

  public init(label: String, months: ClosedRange<Int>?, at location: SourceLocation) {
    self.label = label
    self.months = months
    self.location = location
  }
}

/// How the year is divided.
public enum PeriodScheme: String, Hashable, Sendable, CaseIterable {
  case monthly
  case bimonthly
  case quarterly
  case fourMonthly
  case halfYearly
  case annual
  /// Stretches of unequal or unknown length.
  case irregular

  /// Months in one period; nil for `irregular`.
  public var months: Int? {
    switch self {
    case .monthly: 1
    case .bimonthly: 2
    case .quarterly: 3
    case .fourMonthly: 4
    case .halfYearly: 6
    case .annual: 12
    case .irregular: nil
    }
  }
}
