/// Blank programmed and real figures want an explanation: `N/A`, `S/P`, or words in the remarks. A period that is blank
/// for every activity is one not yet reported, and is told once.
struct BlankFigureRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    let blankPeriods = report.periods.indices.filter { index in
      report.activities.allSatisfy { isBlank($0.periods[index].programmed) && isBlank($0.periods[index].real) }
    }
    return blankPeriods.compactMap { blankPeriod($0, report) }
      + report.activities.compactMap { blanks(in: $0, report.periods, except: blankPeriods) }
  }

  private func isBlank(_ figure: Figure) -> Bool { figure.origin == .stated && figure.value == .blank }

  private func blankPeriod(_ index: Int, _ report: Report) -> Diagnostic? {
    guard let first = report.activities.first else { return nil }
    let label = report.periods[index].label
    return Diagnostic(
      code: DiagnosticCode.blankPeriod, severity: .warning,
      message: LocalizedText(
        es: "el periodo \(label) está en blanco en todas las actividades",
        en: "the period \(label) is blank for every activity"),
      hint: LocalizedText(
        es: "Si no se ha informado, escriba S/D; si no hubo nada, escriba 0.",
        en: "If it has not been reported, write S/D; if there was nothing, write 0."),
      at: first.periods[index].programmed.location)
  }

  private func blanks(in activity: Activity, _ periods: [Period], except known: [Int]) -> Diagnostic? {
    guard activity.remarks == nil else { return nil }
    let inPeriods = activity.periods.enumerated().filter { !known.contains($0.offset) }
      .flatMap { [$0.element.programmed, $0.element.real] }
    let blank = (inPeriods + [activity.annual.goal, activity.annual.real]).filter(isBlank)
    guard let first = blank.first else { return nil }
    let (es, en) = (activity.designation.es, activity.designation.en)
    return Diagnostic(
      code: DiagnosticCode.unexplainedBlank, severity: .warning,
      message: LocalizedText(
        es: "\(es): \(blank.count) celdas en blanco sin explicación",
        en: "\(en): \(blank.count) blank cells unexplained"),
      hint: LocalizedText(
        es: "Escriba 0, o por qué no hay cifra: N/A, S/P o S/D.",
        en: "Write 0, or why there is no figure: N/A, S/P or S/D."),
      at: first.location)
  }
}
