/// A row of the source that sums up activities: kept and checked, no activity.
public struct TotalRow: Hashable, Sendable {
  public var label: Sourced<String>
  /// One entry for each of `Report.periods`.
  public var periods: [PeriodFigures]
  public var annual: AnnualFigures
  /// The activities it sums up, by their places in `Report.activities`.
  public var activities: Range<Int>

  public init(label: Sourced<String>, periods: [PeriodFigures], annual: AnnualFigures, activities: Range<Int>) {
    self.label = label
    self.periods = periods
    self.annual = annual
    self.activities = activities
  }
}
