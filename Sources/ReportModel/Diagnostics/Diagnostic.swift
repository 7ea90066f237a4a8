/// Something to tell the user about the input: an error that stops the work, or a finding that does not.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The input cannot be read right; no report is made.
    case error
    /// The input is read, but something in it is wrong.
    case warning
    /// Worth knowing; nothing is wrong.
    case note
  }

  /// What the source states against what follows from its other figures.
  public struct Discrepancy: Hashable, Sendable {
    /// nil when the source states nothing.
    public let stated: Quantity?
    public let computed: Quantity

    public init(stated: Quantity?, computed: Quantity) {
      self.stated = stated
      self.computed = computed
    }
  }

  /// Stable, for scripts: `variance-mismatch`.
  public let code: String
  public let severity: Severity
  public var message: LocalizedText
  /// One imperative sentence: what to do about it.
  public let hint: LocalizedText
  public var location: SourceLocation
  /// For findings about a figure: shown beside it on the pages.
  public let discrepancy: Discrepancy?

  public init(
    code: some DiagnosticCodeProtocol, severity: Severity, message: LocalizedText, hint: LocalizedText,
    at location: SourceLocation, discrepancy: Discrepancy? = nil
  ) {
    self.init(
      received: code.rawValue, severity: severity, message: message, hint: hint, at: location, discrepancy: discrepancy)
  }

  /// Of another process of this program, which made it with a code of its own.
  public init(
    received code: String, severity: Severity, message: LocalizedText, hint: LocalizedText,
    at location: SourceLocation, discrepancy: Discrepancy? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
    self.location = location
    self.discrepancy = discrepancy
  }
}
