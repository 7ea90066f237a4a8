/// A code that scripts know diagnostics by. Each module that makes diagnostics has one enum of its codes, `DiagnosticCode`, and a
/// table of them in its README; tests hold the two against each other.
public protocol DiagnosticCodeProtocol: RawRepresentable<String>, Hashable, Sendable, CaseIterable {}

/// Everything the audit may say, and what is said of the system's libraries.
enum DiagnosticCode: String, DiagnosticCodeProtocol {
  case varianceMismatch = "variance-mismatch"
  case varianceSign = "variance-sign"
  case programmedSum = "programmed-sum"
  case realSum = "real-sum"
  case variationMismatch = "variation-mismatch"
  case variationSign = "variation-sign"
  case signConflict = "sign-conflict"
  case percentMismatch = "percent-mismatch"
  case yearConflict = "year-conflict"
  case objectiveNumber = "objective-number"
  case cumulativeSuspected = "cumulative-suspected"
  case subtotalMismatch = "subtotal-mismatch"
  case accumulatedMismatch = "accumulated-mismatch"
  case totalMismatch = "total-mismatch"
  case duplicateNumber = "duplicate-number"
  case missingNumber = "missing-number"
  case unexplainedBlank = "unexplained-blank"
  case blankPeriod = "blank-period"
  case mixedUnits = "mixed-units"
  case mixedPercent = "mixed-percent"
  case missingLibrary = "missing-library"
}
