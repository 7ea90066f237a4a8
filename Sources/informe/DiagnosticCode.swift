import ReportModel

/// Everything the command line itself says of inputs, by the code that scripts know it by; the table in this module's README says
/// what each means.
enum DiagnosticCode: String, DiagnosticCodeProtocol {
  case outputTaken = "output-taken"
  case severalTables = "several-tables"
}
