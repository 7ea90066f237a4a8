public import ReportModel

/// What can be said of a report's file.
public struct Verification: Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// Byte for byte what this program makes of the source and the options.
    case identical
    /// Made by another version of the program, or with options that are not carried; says the same on each page, and
    /// carries the same data.
    case sameContent = "same-content"
    /// Not what the program makes of the source and the options.
    case altered
    /// Carries no data, so nothing can be said.
    case unproven
    /// Identical, and signed by another program: what that added is checked as far as it can be.
    case foreignSignature = "foreign-signature"
    /// Whole, but a signer's certificate comes from none of the authorities named, or was not valid.
    case untrusted
  }

  public var verdict: Verdict
  /// The verdict in words, and each thing that differs.
  public var diagnostics: [Diagnostic]
}
