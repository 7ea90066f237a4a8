/// Title and header must name one year.
struct YearConflictRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    guard let year = report.year else { return [] }
    return report.yearMentions.filter { $0.value != year.value }.map { mention in
      Diagnostic(
        code: DiagnosticCode.yearConflict, severity: .warning,
        message: LocalizedText(
          es: "aquí dice \(mention.value), pero el informe es de \(year.value)",
          en: "this says \(mention.value), but the report is for \(year.value)"),
        hint: LocalizedText(
          es: "Corrija en la fuente el año que esté mal.", en: "Correct the wrong year in the source."),
        at: mention.location)
    }
  }
}
