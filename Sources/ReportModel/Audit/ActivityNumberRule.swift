/// Activities have numbers of their own: none twice, and none missing where others have one.
struct ActivityNumberRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    var seen: Set<String> = []
    let areNumbered = report.activities.contains { $0.number != nil }
    return report.activities.compactMap { activity in
      guard let number = activity.number else { return areNumbered ? missing(activity) : nil }
      return seen.insert(number.value).inserted ? nil : duplicate(number)
    }
  }

  private func duplicate(_ number: Sourced<String>) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.duplicateNumber, severity: .warning,
      message: LocalizedText(
        es: "el número \(number.value) ya lo tiene otra actividad",
        en: "another activity has the number \(number.value)"),
      hint: LocalizedText(es: "Dé a cada actividad su número.", en: "Give each activity a number of its own."),
      at: number.location)
  }

  private func missing(_ activity: Activity) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.missingNumber, severity: .warning,
      message: LocalizedText(
        es: "«\(activity.name.value)» no tiene número; las demás sí",
        en: "“\(activity.name.value)” has no number; the others have"),
      hint: LocalizedText(
        es: "Escriba su número; si es un subtotal, quítelo.", en: "Write its number; if it is a subtotal, remove it."),
      at: activity.name.location)
  }
}
