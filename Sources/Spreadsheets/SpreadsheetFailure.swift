public import SystemLibraries

/// Why a spreadsheet file cannot be read.
public enum SpreadsheetFailure: Error, Hashable, Sendable {
  /// Protected by a password.
  case encrypted
  /// Truncated, with a wrong checksum, or against its format; `part` is the file inside it, or the stream.
  case damaged(part: String)
  /// More than `SpreadsheetLimits` allow.
  case tooLarge(part: String)
  /// Document type declarations are never read: entities could expand without end or fetch files.
  case documentType(part: String)
  /// A file of another kind, by the name users know.
  case unsupported(kind: String)
  /// An archive with nothing in it.
  case emptyArchive
  /// A library that reads such files is missing or too old.
  case noLibrary(LibraryFault)
}

/// What a file may unpack to. No activity table comes near; a file made to exhaust memory does.
public enum SpreadsheetLimits {
  /// Bytes of one part, unpacked.
  public static let partBytes = 64 << 20
  /// Bytes of all parts read, unpacked.
  public static let totalBytes = 96 << 20
  /// Cells that hold something, in all sheets.
  public static let cells = 1_500_000
  /// Columns up to the last one that holds something.
  public static let columns = 1024
  public static let rows = 1_048_576
  /// Files inside a package.
  public static let entries = 20_000
}
