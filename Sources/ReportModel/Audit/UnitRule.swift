/// Figures of one activity must count the same thing: units written in the cells agree with each other and with the
/// column of units, and either all of them are percentages or none is.
struct UnitRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    report.activities.flatMap { activity in
      let figures =
        activity.periods.flatMap { [$0.programmed, $0.real] } + [activity.annual.goal, activity.annual.real]
      return [units(figures, activity), percentages(figures, activity)].compactMap { $0 }
    }
  }

  private func units(_ figures: [Figure], _ activity: Activity) -> Diagnostic? {
    let stated = activity.unit.map { $0.value.lowercased() }
    var first = stated
    for figure in figures {
      guard let unit = figure.unit?.lowercased() else { continue }
      if let first, first != unit { return finding(.mixedUnits, figure, unit, first, activity) }
      first = unit
    }
    return nil
  }

  private func percentages(_ figures: [Figure], _ activity: Activity) -> Diagnostic? {
    let numbers = figures.filter { $0.origin == .stated && $0.quantity.map { !$0.isZero } ?? false }
    let percent = numbers.first { $0.text.contains("%") }
    guard let percent, let plain = numbers.first(where: { !$0.text.contains("%") }) else { return nil }
    return finding(.mixedPercent, percent, percent.text, plain.text, activity)
  }

  private func finding(_ code: DiagnosticCode, _ figure: Figure, _ a: String, _ b: String, _ activity: Activity)
    -> Diagnostic
  {
    let (es, en) = (activity.designation.es, activity.designation.en)
    return Diagnostic(
      code: code, severity: .warning,
      message: LocalizedText(
        es: "\(es): mezcla unidades: «\(a)» y «\(b)»", en: "\(en): mixes units: “\(a)” and “\(b)”"),
      hint: LocalizedText(
        es: "Escriba todas las cifras de la actividad en la misma unidad.",
        en: "Write all figures of the activity in the same unit."),
      at: figure.location)
  }
}
