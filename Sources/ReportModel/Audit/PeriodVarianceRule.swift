/// VAR. of a period against programmed and real, in the table's own sign convention.
struct PeriodVarianceRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    let check = VariationCheck(
      convention: report.signs.period ?? .programmedMinusReal, isShown: report.signs.period != nil,
      mismatch: DiagnosticCode.varianceMismatch, sign: DiagnosticCode.varianceSign,
      name: "VAR.")
    return report.activities.flatMap { activity in
      zip(report.periods, activity.periods).compactMap { period, figures in
        check.finding(
          programmed: figures.programmed, real: figures.real, variation: figures.variance, of: activity,
          in: period.label)
      }
    }
  }
}
