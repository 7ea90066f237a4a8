import ReportModel

/// Bytes of a file as text.
enum TextDecoding {
  /// UTF-8 with or without byte order mark.
  /// - Throws: what kind of file it is instead, with what to do.
  static func decode(_ bytes: [UInt8], file: String) throws(IngestFailure) -> String {
    let location = SourceLocation(file: file)
    guard !bytes.isEmpty else { throw IngestFailure(.emptyFile(at: location)) }
    if let kind = FileKind(signature: bytes) { throw IngestFailure(.notText(kind, at: location)) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let zero = content.firstIndex(of: 0) { throw IngestFailure(.binary(line: line(of: zero, in: content), file)) }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw IngestFailure(.notUTF8(line: line(ofInvalidIn: content), file))
    }
    guard !text.isBlank else { throw IngestFailure(.emptyFile(at: location)) }
    return text
  }

  private static func line(of offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
    bytes[..<offset].count { $0 == 0x0A } + 1
  }

  /// The line on which the first byte stands that is not UTF-8.
  private static func line(ofInvalidIn bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}

/// Files that are no text, told by their first bytes.
enum FileKind: String, Sendable, CaseIterable {
  case pdf = "PDF"
  case zip = "ZIP"
  case oldOffice = "Office 97-2003"
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case gzip = "gzip"
  case rtf = "RTF"

  private var signature: [UInt8] {
    switch self {
    case .pdf: Array("%PDF".utf8)
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .oldOffice: [0xD0, 0xCF, 0x11, 0xE0]
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .gif: Array("GIF8".utf8)
    case .gzip: [0x1F, 0x8B]
    case .rtf: Array("{\\rtf".utf8)
    }
  }

  init?(signature bytes: [UInt8]) {
    guard let kind = FileKind.allCases.first(where: { bytes.starts(with: $0.signature) }) else { return nil }
    self = kind
  }
}
