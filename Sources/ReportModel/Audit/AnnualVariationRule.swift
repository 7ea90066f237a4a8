/// The annual VARIACIÓN against goal and real total, in the column's own sign convention.
struct AnnualVariationRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    let check = VariationCheck(
      convention: report.signs.annual ?? .realMinusProgrammed, isShown: report.signs.annual != nil,
      mismatch: DiagnosticCode.variationMismatch, sign: DiagnosticCode.variationSign,
      name: "VARIACIÓN")
    return report.activities.compactMap { activity in
      check.finding(
        programmed: activity.annual.goal, real: activity.annual.real, variation: activity.annual.variation,
        of: activity, in: nil)
    }
  }
}
