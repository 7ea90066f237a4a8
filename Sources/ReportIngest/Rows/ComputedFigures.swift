import ReportModel

/// Figures of columns the table does not have, computed from the others and marked as such.
extension Report {
  func completed() -> Report {
    var report = self
    let period = signs.period ?? .programmedMinusReal
    let annual = signs.annual ?? .realMinusProgrammed
    if signs.period == nil, hasComputedVariances { report.signs.period = period }
    if signs.annual == nil, activities.contains(where: { $0.annual.variation.origin == .computed }) {
      report.signs.annual = annual
    }
    let isWholeYear = periods.count == 1 && periods[0].months == 1...12
    report.activities = activities.map { $0.completed(period, annual, isWholeYear: isWholeYear) }
    return report
  }

  private var hasComputedVariances: Bool {
    activities.contains { $0.periods.contains { $0.variance.origin == .computed } }
  }
}

extension Activity {
  fileprivate func completed(
    _ period: SignConvention, _ yearly: SignConvention, isWholeYear: Bool
  ) -> Activity {
    var activity = self
    activity.periods = periods.map { figures in
      var figures = figures
      figures.variance.compute { period.variance(programmed: figures.programmed.quantity, real: figures.real.quantity) }
      return figures
    }
    // Per cents and other rates have no sum; the only period's is the year's where it is the year.
    if measure.isAdditive || isWholeYear {
      activity.annual.goal.compute { Quantity.sum(of: periods.map(\.programmed)) }
      activity.annual.real.compute { Quantity.sum(of: periods.map(\.real)) }
    }
    let (goal, real) = (activity.annual.goal.quantity, activity.annual.real.quantity)
    activity.annual.variation.compute { yearly.variance(programmed: goal, real: real) }
    return activity
  }
}

extension Figure {
  fileprivate mutating func compute(_ result: () -> Quantity?) {
    guard origin == .computed, let quantity = result() else { return }
    value = .number(quantity)
  }
}
