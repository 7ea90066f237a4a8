public import ReportModel

extension Verification.Verdict {
  /// The verdict in words, where no more is known of the report.
  public func diagnostic(at path: String) -> Diagnostic { diagnostic(madeBy: nil, isAgainstInput: false, at: path) }

  func diagnostic(madeBy program: String?, isAgainstInput: Bool, at path: String) -> Diagnostic {
    let severity: Diagnostic.Severity =
      switch self {
      case .identical: .note
      case .sameContent, .unproven, .foreignSignature, .untrusted: .warning
      case .altered, .unchecked: .error
      }
    let (message, hint) = words(madeBy: program ?? "", isAgainstInput)
    return Diagnostic(
      code: code, severity: severity, message: message, hint: hint, at: SourceLocation(file: path))
  }

  private var code: DiagnosticCode {
    switch self {
    case .identical: .identical
    case .sameContent: .sameContent
    case .altered: .altered
    case .unproven: .unproven
    case .unchecked: .unchecked
    case .foreignSignature: .foreignSignature
    case .untrusted: .untrusted
    }
  }

  private func words(madeBy program: String, _ isAgainstInput: Bool) -> (message: LocalizedText, hint: LocalizedText) {
    switch self {
    case .identical:
      (
        LocalizedText(
          es: "es, byte por byte, el informe que sale de su tabla y sus opciones",
          en: "is, byte for byte, the report that its table and options make"),
        isAgainstInput
          ? LocalizedText(es: "No queda nada por comprobar.", en: "There is nothing left to check.")
          : LocalizedText(
            es: "Con --against TABLA se comprueba además que la tabla sea la suya.",
            en: "Use --against TABLE to make sure that the table is yours, too.")
      )
    case .sameContent:
      (
        LocalizedText(
          es: "dice lo mismo en cada página y lleva los mismos datos; se hizo con \(program)",
          en: "says the same on each page and carries the same data; it was made by \(program)"),
        LocalizedText(
          es: "Para comparar byte por byte use la versión y las opciones con que se hizo.",
          en: "Use the version and options it was made with to compare byte by byte.")
      )
    case .altered:
      (
        LocalizedText(
          es: "no es el informe que sale de su tabla y sus opciones",
          en: "is not the report that its table and options make"),
        LocalizedText(
          es: "Pida el informe original a quien lo emitió.", en: "Ask whoever issued the report for the original.")
      )
    case .unchecked:
      (
        LocalizedText(
          es: "no se pudo comprobar, por un error de este programa o de este equipo",
          en: "could not be checked, because of a fault of this program or this computer"),
        LocalizedText(
          es: "Esto no dice nada del informe: compruébelo en otro equipo y reporte el error.",
          en: "That says nothing of the report: check it on another computer, and report the fault.")
      )
    case .unproven:
      (
        LocalizedText(
          es: "no lleva su tabla ni sus opciones; no hay con qué comprobarlo",
          en: "carries neither table nor options; there is nothing to prove it by"),
        LocalizedText(
          es: "Dé la tabla con --against, o pida el informe con los datos adjuntos.",
          en: "Name the table with --against, or ask for the report with its data attached.")
      )
    case .foreignSignature:
      (
        LocalizedText(
          es: "no cambia nada del informe, pero lleva firmas hechas con otro programa",
          en: "nothing of the report is changed, but it has signatures made by another program"),
        LocalizedText(
          es: "Cómo se ven esas firmas no se comprueba; lo que dicen se lee abajo.",
          en: "How those signatures look is not checked; what they say is read below.")
      )
    case .untrusted:
      (
        LocalizedText(
          es: "no está alterado, pero no consta quién lo firmó", en: "is not altered, but who signed it is not sure"),
        LocalizedText(
          es: "Vea abajo qué certificado no vale.", en: "See below which certificate does not hold.")
      )
    }
  }
}
