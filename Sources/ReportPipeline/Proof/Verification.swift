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
  }

  public var verdict: Verdict
  /// The verdict in words, and each thing that differs.
  public var diagnostics: [Diagnostic]
}
