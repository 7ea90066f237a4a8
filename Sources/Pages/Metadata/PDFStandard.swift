/// Which standard for archives a file keeps, and with it which for accessibility: PDF/UA-1 but where another is named.
public enum PDFStandard: String, CaseIterable, Hashable, Sendable {
  /// PDF/A-3a (ISO 19005-3): any file may be attached.
  case a3a
  /// PDF/A-2a (ISO 19005-2): nothing is attached, for mail gateways that distrust attachments.
  case a2a
  /// PDF/A-4f (ISO 19005-4) with PDF/UA-2 (ISO 14289-2): PDF 2.0, with files attached.
  case a4f
  /// No standard for archives is claimed.
  case none

  /// Whether files are attached.
  public var carriesFiles: Bool { self == .a3a || self == .a4f }

  /// Whether the file is PDF 2.0 (ISO 32000-2), else PDF 1.7.
  public var isPDF2: Bool { self == .a4f }

  /// The part of ISO 19005; nil where none is claimed.
  public var archivePart: Int? {
    switch self {
    case .a3a: 3
    case .a2a: 2
    case .a4f: 4
    case .none: nil
    }
  }

  /// The standard of that part of ISO 19005.
  public init(archivePart: Int?) {
    self = PDFStandard.allCases.first { $0.archivePart == archivePart } ?? .none
  }
}
