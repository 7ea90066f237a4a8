import ReportModel

/// Everything layout may say, by the code that scripts know it by; the table in this module's README says what each means.
enum DiagnosticCode: String, DiagnosticCodeProtocol {
  case unsettableCharacter = "unsettable-character"
  case differentYears = "different-years"
  case differentPeriods = "different-periods"
}
