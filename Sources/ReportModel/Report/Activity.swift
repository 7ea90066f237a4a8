/// One activity: a row of the table.
public struct Activity: Hashable, Sendable {
  /// As written: `3`, `1.1`, `2 bis`; nil when the cell is blank.
  public var number: Sourced<String>?
  public var name: Sourced<String>
  /// nil when the table has no such column or the cell is blank.
  public var objective: Sourced<String>?
  /// Unit of measure; nil like the objective, and so are the next two.
  public var unit: Sourced<String>?
  public var responsible: Sourced<String>?
  public var remarks: Sourced<String>?
  /// One entry for each of `Report.periods`, in their order.
  public var periods: [PeriodFigures]
  public var annual: AnnualFigures
  /// What the source says in `Report.extraColumns`, in their order; nil for a blank cell.
  public var extras: [Sourced<String>?]
  /// The figures in `Report.subtotals`, in their order.
  public var subtotals: [PeriodFigures]

  public init(
    number: Sourced<String>?, name: Sourced<String>, objective: Sourced<String>?, unit: Sourced<String>? = nil,
    responsible: Sourced<String>? = nil, remarks: Sourced<String>? = nil, periods: [PeriodFigures],
    annual: AnnualFigures, extras: [Sourced<String>?] = [], subtotals: [PeriodFigures] = []
  ) {
    self.number = number
    self.name = name
    self.objective = objective
    self.unit = unit
    self.responsible = responsible
    self.remarks = remarks
    self.periods = periods
    self.annual = annual
    self.extras = extras
    self.subtotals = subtotals
  }
}

/// The figures of one activity in one period.
public struct PeriodFigures: Hashable, Sendable {
  public var programmed: Figure
  public var real: Figure
  /// VAR., as stated.
  public var variance: Figure
  /// Real in per cent of programmed, as stated; nil when the table has no such column.
  public var percent: Figure?

  public init(programmed: Figure, real: Figure, variance: Figure, percent: Figure? = nil) {
    self.percent = percent
    self.programmed = programmed
    self.real = real
    self.variance = variance
  }
}

/// The figures of one activity for the whole year.
public struct AnnualFigures: Hashable, Sendable {
  /// META PROGRAMADA.
  public var goal: Figure
  /// META REAL.
  public var real: Figure
  /// VARIACIÓN, as stated.
  public var variation: Figure
  /// Real in per cent of the goal, as stated; nil when the table has no such column.
  public var percent: Figure?

  public init(goal: Figure, real: Figure, variation: Figure, percent: Figure? = nil) {
    self.percent = percent
    self.goal = goal
    self.real = real
    self.variation = variation
  }
}
