/// A stated per cent against real and programmed: `95`, `95%` and `0.95` all mean 95 per cent. As many decimals as are
/// written must be right, rounded or cut.
struct PercentRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    report.activities.flatMap { activity in
      let periods = activity.periods.map { ($0.percent, $0.programmed, $0.real) }
      let annual = (activity.annual.percent, activity.annual.goal, activity.annual.real)
      return (periods + [annual]).compactMap { percent, programmed, real in
        percent.flatMap { finding($0, programmed, real, of: activity) }
      }
    }
  }

  private func finding(_ percent: Figure, _ programmed: Figure, _ real: Figure, of activity: Activity) -> Diagnostic? {
    guard let stated = percent.quantity, let goal = programmed.quantity, let done = real.quantity, goal > .zero
    else { return nil }
    let isPercent = percent.text.contains("%")
    let asPercent = isRight(stated, done, goal, factor: 100)
    guard !asPercent, isPercent || !isRight(stated, done, goal, factor: 1) else { return nil }
    let exact = Percentage(of: done, in: goal)?.quantity.description ?? "…"
    let (es, en) = (activity.designation.es, activity.designation.en)
    return Diagnostic(
      code: DiagnosticCode.percentMismatch, severity: .warning,
      message: LocalizedText(
        es: "\(es): el porcentaje dice \(percent.text); \(real.text) de \(programmed.text) es \(exact) %",
        en: "\(en): the percentage says \(percent.text); \(real.text) of \(programmed.text) is \(exact) %"),
      hint: LocalizedText(
        es: "Revise en la fuente el porcentaje y sus cifras.", en: "Check the percentage and its figures in the source."
      ),
      at: percent.location)
  }

  /// Whether `stated` is `factor` × done ÷ goal to within one unit of its last decimal.
  private func isRight(_ stated: Quantity, _ done: Quantity, _ goal: Quantity, factor: Int) -> Bool {
    let exact = factor == 100 ? done.approximation * 100 / goal.approximation : done.approximation / goal.approximation
    var unit = 1.0
    for _ in 0..<stated.scale { unit /= 10 }
    return abs(stated.approximation - exact) < unit * 1.000001
  }
}
