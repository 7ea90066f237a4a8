import PDFReading
public import ReportModel

/// Why nothing can be got from, or said of, a report's file.
public enum ProofFailure: Error {
  /// The file is no PDF, or one that cannot be read.
  case content(Diagnostic)
  /// The file carries nothing.
  case nothingCarried(Diagnostic)
  /// A file cannot be read or written.
  case file(FileFailure)
  /// A library is missing.
  case library(Diagnostic)
}

extension ProofFailure {
  static func unreadable(_ error: PDFReadingError, _ path: String) -> ProofFailure {
    let (es, en): (String, String) =
      switch error {
      case .encrypted: ("está cifrado", "it is encrypted")
      case .tooLarge: ("sus partes son demasiado grandes", "its parts are too large")
      case .damagedStream: ("está dañado", "it is damaged")
      case .unknownFilter(let filter): ("está comprimido con \(filter)", "it is compressed by \(filter)")
      case .noLibrary: ("falta libqpdf, que lee los PDF", "libqpdf, which reads PDFs, is missing")
      case .unreadable: ("no es un PDF o está dañado", "it is no PDF, or damaged")
      }
    let diagnostic = diagnostic(
      "unreadable-pdf", path, LocalizedText(es: "no se puede leer: \(es)", en: "cannot be read: \(en)"),
      hint: error == .noLibrary
        ? LocalizedText(es: "Instálela con la orden del README.", en: "Install it by the README's command.")
        : LocalizedText(
          es: "Pida el archivo de nuevo a quien hizo el informe.",
          en: "Ask whoever made the report for the file again."))
    return error == .noLibrary ? .library(diagnostic) : .content(diagnostic)
  }

  static func nothingCarried(by path: String) -> ProofFailure {
    .nothingCarried(
      diagnostic(
        "no-attachments", path,
        LocalizedText(es: "no lleva archivos adjuntos", en: "it carries no attached files"),
        hint: LocalizedText(
          es: "Se hizo con otro programa, o con --standard a2a o none; pida el que lleva los datos.",
          en: "It was made by another program, or with --standard a2a or none; ask for the one that carries the data."))
    )
  }

  static func damagedAttachment(_ name: String, _ path: String) -> Diagnostic {
    diagnostic(
      "damaged-attachment", path,
      LocalizedText(
        es: "el adjunto «\(name)» está dañado: no coincide con su suma de comprobación",
        en: "the attached file “\(name)” is damaged: it does not match its checksum"),
      hint: LocalizedText(
        es: "Pida el archivo de nuevo a quien hizo el informe.", en: "Ask whoever made the report for the file again."))
  }

  private static func diagnostic(
    _ code: String, _ path: String, _ message: LocalizedText, hint: LocalizedText
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: path))
  }
}
