import ReportModel

/// Figures of a table that hold all up to their period, not what belongs to it alone. Proved where the year's figure is in
/// every activity the last one and no sum of them. A period's own figure is then the difference to the one before; what
/// the source says is kept as a running sum.
struct RunningFigures {
  private let report: Report
  private let programmed: Bool
  private let real: Bool

  /// nil where nothing proves it.
  init?(of report: Report) {
    self.report = report
    let active = report.activities.filter { $0.measure.isAdditive && !$0.isIdle }
    let programmed = RunningFigures.proof(active, \.programmed, \.goal)
    let real = RunningFigures.proof(active, \.real, \.real)
    // One activity with a wrong goal may look so by chance; in both its rows of figures it does not.
    let isBoth = programmed.isRunning && real.isRunning
    let isOne = max(programmed.held, real.held) > 1 && programmed.isRunning != real.isRunning
    let others = programmed.isRunning ? real : programmed
    guard report.periods.count > 2, report.subtotals.isEmpty, isBoth || isOne && others.isSum else { return nil }
    (self.programmed, self.real) = (programmed.isRunning, real.isRunning)
    // A stated variation of a running figure and one that is none means nothing known.
    let hasVariations = report.activities.contains { activity in
      activity.periods.contains { $0.variance.origin == .stated || $0.percent != nil }
    }
    guard isBoth || !hasVariations else { return nil }
  }

  private typealias Proof = (held: Int, isRunning: Bool, isSum: Bool)

  private static func proof(
    _ activities: [Activity], _ path: KeyPath<PeriodFigures, Figure>, _ total: KeyPath<AnnualFigures, Figure>
  ) -> Proof {
    var (held, isRunning, isSum) = (0, true, true)
    for activity in activities {
      let figures = activity.periods.compactMap { $0[keyPath: path].quantity }
      let annual = activity.annual[keyPath: total]
      guard figures.count == activity.periods.count, annual.origin == .stated, let stated = annual.quantity,
        let sum = Quantity.sum(figures)
      else { return (0, false, false) }
      let isGrowing = zip(figures, figures.dropFirst()).allSatisfy { $0 <= $1 }
      if !isGrowing || figures.last != stated { isRunning = false }
      if sum != stated { isSum = false }
      if isGrowing, figures.last == stated, sum != stated { held += 1 }
    }
    return (held, isRunning && held > 0, isSum)
  }

  /// The report with each period's own figures.
  var separated: Report {
    var report = report
    report.subtotals = report.periods.indices.map { index in
      SubtotalColumns(
        label: report.periods[index].label, at: report.periods[index].location, periods: Array(0...index),
        isAccumulated: true)
    }
    report.activities = self.report.activities.map(separated)
    report.totals = self.report.totals.map { row in
      var row = row
      row.periods = differences(row.periods)
      return row
    }
    return report
  }

  private func separated(_ activity: Activity) -> Activity {
    var activity = activity
    guard activity.measure.isAdditive else {
      activity.subtotals = activity.periods.map { blank($0, keepsPercent: false) }
      return activity
    }
    activity.subtotals = activity.periods.map { figures in
      var figures = figures
      if !programmed { figures.programmed = blank(figures.programmed) }
      if !real { figures.real = blank(figures.real) }
      return figures
    }
    activity.periods = differences(activity.periods)
    return activity
  }

  private func differences(_ periods: [PeriodFigures]) -> [PeriodFigures] {
    periods.indices.map { index in
      var figures = blank(periods[index], keepsPercent: !(programmed && real))
      let before = index > 0 ? periods[index - 1] : nil
      figures.programmed = programmed ? own(periods[index].programmed, before?.programmed) : periods[index].programmed
      figures.real = real ? own(periods[index].real, before?.real) : periods[index].real
      return figures
    }
  }

  private func own(_ figure: Figure, _ before: Figure?) -> Figure {
    guard let quantity = figure.quantity else { return figure }
    let difference = before.map { $0.quantity.flatMap { quantity.subtracting($0) } } ?? quantity
    return Figure(
      difference.map(Figure.Value.number) ?? .blank, text: "", at: figure.location, origin: .computed, unit: figure.unit
    )
  }

  private func blank(_ figures: PeriodFigures, keepsPercent: Bool) -> PeriodFigures {
    PeriodFigures(
      programmed: blank(figures.programmed), real: blank(figures.real), variance: blank(figures.variance),
      percent: keepsPercent ? figures.percent : nil)
  }

  private func blank(_ figure: Figure) -> Figure { Figure(.blank, text: "", at: figure.location, origin: .computed) }
}

extension Activity {
  /// Nothing programmed and nothing done.
  var isIdle: Bool {
    periods.allSatisfy { $0.programmed.quantity?.isZero ?? true && $0.real.quantity?.isZero ?? true }
  }
}
