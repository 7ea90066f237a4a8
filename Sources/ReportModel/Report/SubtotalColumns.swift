/// Columns of the source that sum up some of its periods: kept and checked, never added to them.
public struct SubtotalColumns: Hashable, Sendable {
  /// As the source heads them: `SUBTOTAL 1° TRIM.`.
  public var label: String
  public var location: SourceLocation
  /// The periods they sum up, by their places in `Report.periods`.
  public var periods: [Int]
  /// Of all periods up to a point, as `ACUMULADO` says.
  public var isAccumulated: Bool

  public init(label: String, at location: SourceLocation, periods: [Int], isAccumulated: Bool) {
    self.label = label
    self.location = location
    self.periods = periods
    self.isAccumulated = isAccumulated
  }
}
