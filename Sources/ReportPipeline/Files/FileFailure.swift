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

  init(_ kind: Kind, _ path: String, code: String, _ message: LocalizedText, hint: LocalizedText) {
    self.kind = kind
    diagnostic = Diagnostic(
      code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: path))
  }
}
