public import ReportModel

/// Reads one input file into the reports it holds.
public enum ReportReader {
  /// What reading gave: reports when there is no error among the diagnostics, else none.
  public struct Result: Sendable {
    public var reports: [Report]
    public var diagnostics: [Diagnostic]
  }

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name as the user gave it, for locations.
  public static func read(_ bytes: [UInt8], file: String) -> Result {
    fatalError("not yet written")
  }
}
