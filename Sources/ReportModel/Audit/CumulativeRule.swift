/// Columns that seem to hold totals up to their period: figures that never fall, do not add up to the annual one, and
/// end in it.
struct CumulativeRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    report.activities.filter(\.measure.isAdditive).flatMap { activity in
      [
        finding(activity.periods.map(\.programmed), activity.annual.goal, of: activity),
        finding(activity.periods.map(\.real), activity.annual.real, of: activity),
      ].compactMap { $0 }
    }
  }

  private func finding(_ figures: [Figure], _ total: Figure, of activity: Activity) -> Diagnostic? {
    let known = figures.compactMap(\.quantity)
    guard known.count > 2, known.count == figures.count, total.origin == .stated, let annual = total.quantity,
      known.last == annual, annual > .zero, zip(known, known.dropFirst()).allSatisfy({ $0 <= $1 }),
      Set(known.filter { !$0.isZero }).count > 1, Quantity.sum(known) != annual, let place = figures.first?.location
    else { return nil }
    let (es, en) = (activity.designation.es, activity.designation.en)
    return Diagnostic(
      code: DiagnosticCode.cumulativeSuspected, severity: .warning,
      message: LocalizedText(
        es: "\(es): las cifras parecen acumuladas: crecen y la última es el total \(total.text)",
        en: "\(en): the figures seem cumulative: they grow and the last is the total \(total.text)"),
      hint: LocalizedText(
        es: "Ponga en cada periodo solo lo de ese periodo.", en: "Put in each period only what belongs to it."),
      at: place)
  }
}
