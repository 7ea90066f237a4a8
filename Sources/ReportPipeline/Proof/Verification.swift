public import ReportModel

/// What can be said of a report's file.
public struct Verification: Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// Byte for byte what this program makes of the source and the options.
    case identical
    /// Made by another version of the program or of its libraries: what is said, read aloud, carried and linked is the same
    /// on each page; if anything, each is drawn otherwise.
    case sameContent
    /// Not what the program makes of the source and the options.
    case altered
    /// Carries no data, so nothing can be said.
    case unproven
    /// A fault of ours or of this system kept it from being checked, which says nothing of the report.
    case unchecked
    /// Identical, and signed by another program: what that added is checked as far as it can be.
    case foreignSignature
    /// Whole, but a signer's certificate comes from none of the authorities named, or was not valid.
    case untrusted
  }

  public var verdict: Verdict
  /// The verdict in words, and each thing that differs.
  public var diagnostics: [Diagnostic]
}
