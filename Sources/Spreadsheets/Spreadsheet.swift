/// Spreadsheet files of every kind that is read.
public enum Spreadsheet {
  /// The workbook in `bytes`; nil when they are no spreadsheet and no container of one.
  /// - Throws: why a file that is one cannot be read.
  public static func workbook(_ bytes: [UInt8]) throws(SpreadsheetFailure) -> Workbook? {
    if bytes.starts(with: CompoundFile.signature) {
      var reader = try XLSReader(try CompoundFile(bytes))
      return try reader.workbook()
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try workbook(in: try ZipArchive(bytes)) }
    if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { throw .emptyArchive }
    if isFlatOpenDocument(bytes) {
      var reader = try ODSReader(content: bytes, part: "XML")
      return try reader.workbook()
    }
    return nil
  }

  static func workbook(in parts: any PackageParts) throws(SpreadsheetFailure) -> Workbook {
    if parts.contains("content.xml") {
      var reader = try ODSReader(parts)
      return try reader.workbook()
    }
    if parts.contains("[Content_Types].xml") || parts.contains("xl/workbook.xml") {
      return try XLSXReader(parts).workbook()
    }
    throw .unsupported(kind: "ZIP")
  }

  private static func isFlatOpenDocument(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.contains("<office:document") && start.contains("urn:oasis:names:tc:opendocument")
  }
}
