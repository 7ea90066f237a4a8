public import ReportModel

/// The files a PDF carries.
public struct AttachedFileList: Sendable {
  /// Those that are whole, under names that are safe anywhere.
  public var files: [(name: String, bytes: [UInt8])] = []
  /// One for each that is damaged.
  public var damaged: [Diagnostic] = []
}
