/// What an office's table of an earlier year says, as far as this year's is compared with it.
public struct PreviousYear: Hashable, Sendable {
  /// nil when the earlier table names none.
  public var year: Int?
  /// The office, as written.
  public var department: String?
  public var activities: [PreviousActivity]

  public init(year: Int?, department: String?, activities: [PreviousActivity]) {
    self.year = year
    self.department = department
    self.activities = activities
  }
}

/// One activity of the earlier year.
public struct PreviousActivity: Hashable, Sendable {
  /// As written; nil when the cell was blank.
  public var number: String?
  public var name: String
  public var objective: String?
  /// Unit of measure; nil when the table had no such column or the cell was blank.
  public var unit: String?
  /// META PROGRAMADA; nil when the cell held no number.
  public var goal: Quantity?
  /// META REAL; nil when the cell held no number.
  public var real: Quantity?

  public init(
    number: String?, name: String, objective: String? = nil, unit: String? = nil, goal: Quantity? = nil,
    real: Quantity? = nil
  ) {
    self.number = number
    self.name = name
    self.objective = objective
    self.unit = unit
    self.goal = goal
    self.real = real
  }
}
