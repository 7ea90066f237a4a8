/// The file a report is made from, whole.
public struct Source: Hashable, Sendable {
  /// As the user named it.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of a folder that others may write to: never what is outside of it, or a link leads to.
  public init(_ path: String, within folder: String) throws(FileFailure) {
    self.init(path: path, bytes: try InputFile.read(path, .fileOfOthers(in: folder)))
  }

  /// The file's name without folders, for whoever gets the report need not know the sender's.
  public var name: String { SystemPath.name(of: path) }

  /// The name without its ending.
  var stem: String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }

  /// Told by the content, since names lie; texts by their name.
  var mediaType: String {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "application/vnd.ms-excel" }
    if bytes.starts(with: Array("PK".utf8)) {
      let openDocument = "application/vnd.oasis.opendocument.spreadsheet"
      // Stored first and unpacked (OpenDocument 1.2, part 3, 3.3), behind the 30 bytes of a ZIP entry's head.
      let isOpenDocument = bytes.dropFirst(30).starts(with: Array(("mimetype" + openDocument).utf8))
      return isOpenDocument ? openDocument : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
    return name.lowercased().hasSuffix(".csv") ? "text/csv" : "text/tab-separated-values"
  }
}
