import ReportModel

/// A reason why an input cannot be read at all.
struct IngestFailure: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
