public import ReportModel

/// A file could not be read or written.
public struct FileFailure: Error {
  public enum Kind: Sendable {
    /// The input cannot be opened or read.
    case input
    /// The output cannot be created.
    case creation
    /// Writing failed part of the way.
    case writing
  }

  public let kind: Kind
  public let diagnostic: Diagnostic

  init(_ kind: Kind, _ path: String, code: DiagnosticCode, _ message: LocalizedText, hint: LocalizedText) {
    self.init(
      kind: kind,
      diagnostic: Diagnostic(
        code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: path)))
  }

  private init(kind: Kind, diagnostic: Diagnostic) {
    self.kind = kind
    self.diagnostic = diagnostic
  }

  /// The same of a file as the user knows it.
  func renamed(_ path: String) -> FileFailure {
    var diagnostic = diagnostic
    diagnostic.location = SourceLocation(file: path)
    return FileFailure(kind: kind, diagnostic: diagnostic)
  }
}

extension FileFailure {
  static func noTables(in folder: String) -> FileFailure {
    FileFailure(
      .input, folder, code: .noTables,
      LocalizedText(es: "la carpeta no tiene tablas", en: "the folder has no tables"),
      hint: LocalizedText(
        es: "Se buscan archivos .xlsx, .ods, .xls, .tsv, .csv y .txt; un archivo con otro nombre se da uno por uno.",
        en: "Files .xlsx, .ods, .xls, .tsv, .csv and .txt are looked for; name a file of another name by itself."))
  }
}
