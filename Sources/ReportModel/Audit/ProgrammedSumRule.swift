/// The periods' programmed figures must add up to the annual goal, where they cover the year. Rates add up to nothing.
struct ProgrammedSumRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    guard report.coversYear else { return [] }
    let check = SumCheck(
      code: DiagnosticCode.programmedSum, parts: LocalizedText(es: "lo programado", en: "the programmed figures"),
      total: "META PROGRAMADA")
    return report.activities.filter { $0.measure.isAdditive }.compactMap {
      check.finding(parts: $0.periods.map(\.programmed), total: $0.annual.goal, of: $0)
    }
  }
}
