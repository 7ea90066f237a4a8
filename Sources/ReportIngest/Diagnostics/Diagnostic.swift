import ReportModel

/// What reading may have to say, each with its stable code, words and remedy.
extension Diagnostic {
  static func error(
    _ code: DiagnosticCode, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }

  static func warning(
    _ code: DiagnosticCode, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .warning, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }

  static func note(
    _ code: DiagnosticCode, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .note, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }
}

extension String {
  /// At most 40 characters, for messages.
  var shortened: String { count <= 40 ? self : prefix(39) + "…" }
}
