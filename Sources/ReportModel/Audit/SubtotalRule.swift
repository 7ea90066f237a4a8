/// Columns that sum up periods must give what those periods give.
struct SubtotalRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    report.activities.filter { $0.measure.isAdditive }.flatMap { activity in
      zip(report.subtotals, activity.subtotals).flatMap { columns, figures in
        findings(columns, figures, activity)
      }
    }
  }

  private func findings(_ columns: SubtotalColumns, _ figures: PeriodFigures, _ activity: Activity) -> [Diagnostic] {
    guard !columns.periods.isEmpty else { return [] }
    let covered = columns.periods.map { activity.periods[$0] }
    func check(_ es: String, _ en: String) -> SumCheck {
      SumCheck(
        code: columns.isAccumulated ? DiagnosticCode.accumulatedMismatch : .subtotalMismatch,
        parts: LocalizedText(es: es, en: en), total: columns.label)
    }
    return [
      check("lo programado", "the programmed figures")
        .finding(parts: covered.map(\.programmed), total: figures.programmed, of: activity),
      check("lo realizado", "the real figures")
        .finding(parts: covered.map(\.real), total: figures.real, of: activity),
    ].compactMap { $0 }
  }
}
