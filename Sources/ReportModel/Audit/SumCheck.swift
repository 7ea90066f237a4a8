/// A stated total against the sum of its parts. A part without a number adds nothing; without any there is no sum.
struct SumCheck {
  let code: DiagnosticCode
  let parts: LocalizedText
  let total: String

  func finding(parts figures: [Figure], total figure: Figure, of activity: Activity) -> Diagnostic? {
    guard figure.origin == .stated, let stated = figure.quantity, let computed = Quantity.sum(of: figures),
      stated != computed
    else { return nil }
    let (es, en) = (activity.designation.es, activity.designation.en)
    return Diagnostic(
      code: code, severity: .warning,
      message: LocalizedText(
        es: "\(es): \(total) dice \(figure.text); \(parts.es) en los periodos suma \(computed)",
        en: "\(en): \(total) says \(figure.text); \(parts.en) of the periods add up to \(computed)"),
      hint: LocalizedText(
        es: "Revise en la fuente los periodos y el total; corrija el que esté mal.",
        en: "Check periods and total in the source; correct the one that is wrong."),
      at: figure.location, discrepancy: Diagnostic.Discrepancy(stated: stated, computed: computed))
  }
}
