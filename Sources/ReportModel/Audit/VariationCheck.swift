/// One stated variation against what its two figures give. Figures that are missing, and variations the table does not
/// state, are not judged.
struct VariationCheck {
  let convention: SignConvention
  /// Whether the table's figures show the convention; where they do not, no sign is wrong.
  let isShown: Bool
  /// Codes for a wrong amount, and for the right amount with the other convention's sign.
  let mismatch: DiagnosticCode
  let sign: DiagnosticCode
  let name: String

  func finding(
    programmed: Figure, real: Figure, variation: Figure, of activity: Activity, in period: String?
  ) -> Diagnostic? {
    guard variation.origin == .stated, let stated = variation.quantity,
      let computed = convention.variance(programmed: programmed.quantity, real: real.quantity), stated != computed
    else { return nil }
    let isSign = stated == computed.negated
    guard isShown || !isSign else { return nil }
    let place = period.map { " (\($0))" } ?? ""
    let what = "\(name)\(place)"
    return Diagnostic(
      code: isSign ? sign : mismatch, severity: .warning,
      message: message(what, activity, isSign: isSign, stated: variation.text, computed: computed),
      hint: hint(programmed, real), at: variation.location,
      discrepancy: Diagnostic.Discrepancy(stated: stated, computed: computed))
  }

  private func message(
    _ what: String, _ activity: Activity, isSign: Bool, stated: String, computed: Quantity
  ) -> LocalizedText {
    let (es, en) = (activity.designation.es, activity.designation.en)
    return isSign
      ? LocalizedText(
        es: "\(es): \(what) dice \(stated), con el signo contrario al de la tabla; el cálculo da \(computed)",
        en: "\(en): \(what) says \(stated), with the opposite of the table's sign; the sum gives \(computed)")
      : LocalizedText(
        es: "\(es): \(what) dice \(stated); el cálculo da \(computed)",
        en: "\(en): \(what) says \(stated); the sum gives \(computed)")
  }

  private func hint(_ programmed: Figure, _ real: Figure) -> LocalizedText {
    let (minuend, subtrahend) = convention == .programmedMinusReal ? (programmed, real) : (real, programmed)
    let sum = "\(minuend.text) − \(subtrahend.text)"
    return LocalizedText(
      es: "Compare con la fuente: \(sum). Corrija ahí la cifra que esté mal.",
      en: "Compare with the source: \(sum). Correct the wrong figure there.")
  }
}

extension Activity {
  /// `actividad 3`, by its number, else by its name.
  public var designation: LocalizedText {
    guard let number else { return LocalizedText(es: "«\(name.value)»", en: "“\(name.value)”") }
    return LocalizedText(es: "actividad \(number.value)", en: "activity \(number.value)")
  }
}
