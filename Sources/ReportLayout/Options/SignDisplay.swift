public import ReportModel

/// Which sign variations are shown with.
public enum SignDisplay: Hashable, Sendable {
  /// As the source has them.
  case source
  /// All in one convention; the pages say where that is not the source's.
  case normalised(SignConvention)
}

extension Report {
  /// The report as pages show it: variations of a column in the other convention change their sign. A column whose
  /// convention its figures do not tell stays as it is.
  func shown(with display: SignDisplay) -> Report {
    let flipped = flippedSigns(display)
    guard case .normalised(let convention) = display, flipped.period || flipped.annual else { return self }
    var report = self
    if flipped.period { report.signs.period = convention }
    if flipped.annual { report.signs.annual = convention }
    for index in report.activities.indices {
      if flipped.period {
        report.activities[index].periods.negateVariances()
        report.activities[index].subtotals.negateVariances()
      }
      if flipped.annual { report.activities[index].annual.variation.negate() }
    }
    for index in report.totals.indices {
      if flipped.period { report.totals[index].periods.negateVariances() }
      if flipped.annual { report.totals[index].annual.variation.negate() }
    }
    return report
  }

  /// Which columns' signs are not the source's.
  func flippedSigns(_ display: SignDisplay) -> (period: Bool, annual: Bool) {
    guard case .normalised(let convention) = display else { return (false, false) }
    return (signs.period.map { $0 != convention } ?? false, signs.annual.map { $0 != convention } ?? false)
  }
}

extension [PeriodFigures] {
  fileprivate mutating func negateVariances() {
    for index in indices { self[index].variance.negate() }
  }
}

extension Figure {
  fileprivate mutating func negate() {
    if let negated = quantity?.negated { value = .number(negated) }
  }
}
