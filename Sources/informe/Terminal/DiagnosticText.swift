import ReportModel
import ReportPipeline

/// Diagnostics as lines: `file:row:column: severity: code: message`, and the hint below. Severity and code are the same
/// in every language, for scripts.
enum DiagnosticText {
  static func lines(_ diagnostic: Diagnostic) -> [String] {
    let language = UserLanguage.current
    return [
      "\(diagnostic.location): \(diagnostic.severity.rawValue): \(diagnostic.code): \(diagnostic.message[language])",
      "  \(diagnostic.hint[language])",
    ]
  }
}
