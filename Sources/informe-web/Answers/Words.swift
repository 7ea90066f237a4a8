import ReportModel

/// What the server itself says; what the page says stands in `page.html`.
enum Words {
  static let failed = LocalizedText(es: "No se pudo hacer", en: "It could not be done")
  static let verified = LocalizedText(es: "Verificación", en: "Verification")

  static func checked(_ count: Int) -> LocalizedText {
    switch count {
    case 0: LocalizedText(es: "La tabla está en orden", en: "The table is in order")
    case 1: LocalizedText(es: "Un hallazgo", en: "One finding")
    default: LocalizedText(es: "\(count) hallazgos", en: "\(count) findings")
    }
  }

  static func severity(_ severity: Diagnostic.Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(es: "Error", en: "Error")
    case .warning: LocalizedText(es: "Revisar", en: "Check")
    case .note: LocalizedText(es: "Nota", en: "Note")
    }
  }

  static func place(_ location: SourceLocation) -> LocalizedText {
    if let cell = location.cell { return LocalizedText(es: cell, en: cell) }
    let row = location.row.map { ("fila \($0)", "row \($0)") }
    let column = location.column.map { ("columna \($0)", "column \($0)") }
    let parts = [row, column].compactMap { $0 }
    guard !parts.isEmpty else { return LocalizedText(es: location.file, en: location.file) }
    return LocalizedText(es: parts.map(\.0).joined(separator: ", "), en: parts.map(\.1).joined(separator: ", "))
  }

  static func refusal(_ code: DiagnosticCode) -> (message: LocalizedText, hint: LocalizedText) {
    switch code {
    case .host:
      (
        LocalizedText(es: "este servidor no atiende con ese nombre", en: "this server does not go by that name"),
        LocalizedText(
          es: "Use la dirección que le dieron, o agregue el nombre con --name.",
          en: "Use the address you were given, or add the name with --name.")
      )
    case .origin:
      (
        LocalizedText(es: "la petición no viene de esta página", en: "the request does not come from this page"),
        LocalizedText(es: "Abra la página y repita desde ahí.", en: "Open the page and try again from there.")
      )
    case .tooLarge:
      (
        LocalizedText(es: "lo enviado pasa de 32 MB", en: "what was sent is larger than 32 MB"),
        LocalizedText(es: "Envíe los archivos de uno en uno.", en: "Send the files one at a time.")
      )
    case .full:
      (
        LocalizedText(es: "hay demasiadas personas en la fila", en: "too many are in the queue"),
        LocalizedText(es: "Espere un momento y repita.", en: "Wait a moment and try again.")
      )
    case .nothingSent:
      (
        LocalizedText(es: "no llegó ningún archivo", en: "no file arrived"),
        LocalizedText(es: "Elija un archivo y repita.", en: "Choose a file and try again.")
      )
    case .severalTables:
      (
        LocalizedText(es: "llegaron varias tablas a la vez", en: "several tables arrived at once"),
        LocalizedText(
          es: "Envíelas de una en una, o permita JavaScript en el navegador.",
          en: "Send them one at a time, or allow JavaScript in the browser.")
      )
    case .sameName:
      (
        LocalizedText(es: "dos archivos se llaman igual", en: "two files have the same name"),
        LocalizedText(es: "Cambie el nombre de uno y repita.", en: "Rename one and try again.")
      )
    case .notFound:
      (
        LocalizedText(es: "aquí no hay nada con esa dirección", en: "there is nothing at this address"),
        LocalizedText(es: "Vuelva a la página de inicio.", en: "Go back to the first page.")
      )
    case .form:
      (
        LocalizedText(es: "lo enviado no es el formulario de esta página", en: "what was sent is not this page's form"),
        LocalizedText(es: "Abra la página de nuevo y repita.", en: "Open the page anew and try again.")
      )
    }
  }
}
