/// Files that are no table, told by their first bytes; by the names users know.
enum FileKind: String, Sendable, CaseIterable {
  case pdf = "PDF"
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case gzip = "gzip"
  case rar = "RAR"
  case sevenZip = "7z"
  case rtf = "RTF"
  case html = "HTML"
  case xmlSpreadsheet = "XML Spreadsheet 2003"

  private var signatures: [[UInt8]] {
    switch self {
    case .pdf: [Array("%PDF".utf8)]
    case .png: [[0x89, 0x50, 0x4E, 0x47]]
    case .jpeg: [[0xFF, 0xD8, 0xFF]]
    case .gif: [Array("GIF8".utf8)]
    case .gzip: [[0x1F, 0x8B]]
    case .rar: [Array("Rar!".utf8)]
    case .sevenZip: [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
    case .rtf: [Array("{\\rtf".utf8)]
    case .html: ["<html", "<!doctype html", "<table"].map { Array($0.utf8) }
    case .xmlSpreadsheet: [Array("<?xml".utf8)]
    }
  }

  init?(signature bytes: [UInt8]) {
    let start = bytes.prefix(512).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let lowered = start.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let kind = FileKind.allCases.first { kind in
      kind.signatures.contains { start.starts(with: $0) || kind == .html && lowered.starts(with: $0) }
    }
    guard let kind else { return nil }
    self = kind
  }
}
