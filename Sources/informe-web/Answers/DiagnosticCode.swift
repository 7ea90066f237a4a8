import ReportModel

/// Why a request is not even begun, by the code that scripts know it by; the table in this module's README says what each means.
enum DiagnosticCode: String, DiagnosticCodeProtocol {
  case host
  case origin
  case tooLarge = "too-large"
  case full
  case nothingSent = "nothing-sent"
  case severalTables = "several-tables"
  case sameName = "same-name"
  case notFound = "not-found"
  case form
}
