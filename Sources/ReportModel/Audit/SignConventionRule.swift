/// A table whose variations follow both sign conventions equally often has none.
struct SignConventionRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    [
      finding(SignConventions.periodVotes(report.activities), "VAR."),
      finding(SignConventions.annualVotes(report.activities), "VARIACIÓN"),
    ].compactMap { $0 }
  }

  private func finding(_ votes: [SignConvention: [Figure]], _ name: String) -> Diagnostic? {
    guard let subtracted = votes[.programmedMinusReal], let added = votes[.realMinusProgrammed],
      subtracted.count == added.count, let a = subtracted.first, let b = added.first
    else { return nil }
    return Diagnostic(
      code: DiagnosticCode.signConflict, severity: .warning,
      message: LocalizedText(
        es: "\(name) sigue dos convenciones de signo por igual: \(a.text) y \(b.text)",
        en: "\(name) follows two sign conventions equally: \(a.text) and \(b.text)"),
      hint: LocalizedText(
        es: "Use en toda la columna programado − real, o real − programado.",
        en: "Use programmed − real, or real − programmed, in the whole column."),
      at: b.location)
  }
}
