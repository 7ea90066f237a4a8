import ReportModel

/// Everything reading a configuration may say, by the code that scripts know it by; the table in this module's README says what
/// each means.
enum DiagnosticCode: String, DiagnosticCodeProtocol {
  case configurationUnreadable = "configuration-unreadable"
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case wrongValue = "wrong-value"
  case paleAccent = "pale-accent"
  case noRoom = "no-room"
}
