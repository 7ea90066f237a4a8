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
    if case .noLibrary(let fault) = error { return .library(fault.diagnostic(at: SourceLocation(file: path))) }
    let (es, en): (String, String) =
      switch error {
      case .encrypted: ("está cifrado", "it is encrypted")
      case .tooLarge: ("sus partes son demasiado grandes", "its parts are too large")
      case .damagedStream: ("está dañado", "it is damaged")
      case .unknownFilter(let filter): ("está comprimido con \(filter)", "it is compressed by \(filter)")
      case .noLibrary, .unreadable: ("no es un PDF o está dañado", "it is no PDF, or damaged")
      }
    let diagnostic = diagnostic(
      .unreadablePdf, path, LocalizedText(es: "no se puede leer: \(es)", en: "cannot be read: \(en)"),
      hint: LocalizedText(
        es: "Pida el archivo de nuevo a quien hizo el informe.",
        en: "Ask whoever made the report for the file again."))
    return .content(diagnostic)
  }

  static func nothingCarried(by path: String) -> ProofFailure {
    .nothingCarried(
      diagnostic(
        .noAttachments, path,
        LocalizedText(es: "no lleva archivos adjuntos", en: "it carries no attached files"),
        hint: LocalizedText(
          es: "Se hizo con otro programa, o con --standard a2a o none; pida el que lleva los datos.",
          en: "It was made by another program, or with --standard a2a or none; ask for the one that carries the data."))
    )
  }

  static func noCertificates(_ path: String) -> ProofFailure {
    .content(
      diagnostic(
        .noCertificate, path, LocalizedText(es: "no es un certificado", en: "it is no certificate"),
        hint: LocalizedText(
          es: "Dé con --ca los certificados de la autoridad, en DER o PEM.",
          en: "Give --ca the authority's certificates, in DER or PEM.")))
  }

  static func damagedAttachment(_ name: String, _ path: String) -> Diagnostic {
    diagnostic(
      .damagedAttachment, path,
      LocalizedText(
        es: "el adjunto «\(name)» está dañado: no coincide con su suma de comprobación",
        en: "the attached file “\(name)” is damaged: it does not match its checksum"),
      hint: LocalizedText(
        es: "Pida el archivo de nuevo a quien hizo el informe.", en: "Ask whoever made the report for the file again."))
  }

  private static func diagnostic(
    _ code: DiagnosticCode, _ path: String, _ message: LocalizedText, hint: LocalizedText
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: path))
  }
}
