/// One check of a report; each rule in a file of its own, with its words. A rule never changes the report.
public protocol AuditRule: Sendable {
  func findings(in report: Report) -> [Diagnostic]
}

/// All rules over one report.
public enum Audit {
  public static let rules: [any AuditRule] = [
    PeriodVarianceRule(), ProgrammedSumRule(), RealSumRule(), AnnualVariationRule(), SignConventionRule(),
    PercentRule(), YearConflictRule(), ObjectiveNumberRule(), CumulativeRule(), ActivityNumberRule(), BlankFigureRule(),
    UnitRule(), SubtotalRule(), TotalRowRule(),
  ]

  /// Findings in order of place.
  public static func findings(in report: Report) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: report) }
      .sorted { ($0.location.row ?? 0, $0.location.column ?? 0) < ($1.location.row ?? 0, $1.location.column ?? 0) }
  }
}
