public import ReportModel

/// A configuration as its text states it. The logos are named but not yet there: reading files is not for this module.
public struct ConfigurationReading: Sendable {
  public var configuration: ReportConfiguration
  public var logos: [LogoReference]
  /// The file of the year before, as written.
  public var previous: Sourced<String>?
  /// Every text that will be drawn, with its place.
  public var texts: [Sourced<String>]
  /// Errors; with any of them the configuration must not be used.
  public var diagnostics: [Diagnostic]
}

/// A logo by the name of its file.
public struct LogoReference: Hashable, Sendable {
  public enum Side: String, CaseIterable, Hashable, Sendable {
    case left
    case right
  }

  public var side: Side
  /// As written: absolute, or relative to the configuration's own folder.
  public var file: Sourced<String>
  public var description: String?
}
