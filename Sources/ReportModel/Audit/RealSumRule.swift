/// The periods' real figures must add up to the annual real total, where they cover the year so far. Rates add up to
/// nothing.
struct RealSumRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    guard report.coversYearSoFar else { return [] }
    let check = SumCheck(
      code: DiagnosticCode.realSum, parts: LocalizedText(es: "lo realizado", en: "the real figures"), total: "META REAL"
    )
    return report.activities.filter { $0.measure.isAdditive }.compactMap {
      check.finding(parts: $0.periods.map(\.real), total: $0.annual.real, of: $0)
    }
  }
}
