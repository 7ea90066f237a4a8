/// A table whose variations follow both sign conventions equally often has none.
struct SignConventionRule: AuditRule {
  static let codes = ["sign-conflict"]

  func findings(in report: Report) -> [Diagnostic] {
    let periods = report.activities.flatMap(\.periods).map { ($0.programmed, $0.real, $0.variance) }
    let annual = report.activities.map { ($0.annual.goal, $0.annual.real, $0.annual.variation) }
    return [finding(periods, "VAR."), finding(annual, "VARIACIÓN")].compactMap { $0 }
  }

  private func finding(_ triples: [(Figure, Figure, Figure)], _ name: String) -> Diagnostic? {
    var first: [SignConvention: Figure] = [:]
    var votes: [SignConvention: Int] = [:]
    for (programmed, real, variation) in triples {
      guard variation.origin == .stated, let stated = variation.quantity, !stated.isZero else { continue }
      for convention in SignConvention.allCases
      where convention.variance(programmed: programmed.quantity, real: real.quantity) == stated {
        votes[convention, default: 0] += 1
        if first[convention] == nil { first[convention] = variation }
      }
    }
    guard let count = votes[.programmedMinusReal], count == votes[.realMinusProgrammed],
      let a = first[.programmedMinusReal], let b = first[.realMinusProgrammed]
    else { return nil }
    return Diagnostic(
      code: Self.codes[0], severity: .warning,
      message: LocalizedText(
        es: "\(name) sigue dos convenciones de signo por igual: \(a.text) y \(b.text)",
        en: "\(name) follows two sign conventions equally: \(a.text) and \(b.text)"),
      hint: LocalizedText(
        es: "Use en toda la columna programado − real, o real − programado.",
        en: "Use programmed − real, or real − programmed, in the whole column."),
      at: b.location)
  }
}
