import CDeflate
public import Pages

/// What a file is to be besides its document.
public struct FileSettings: Sendable {
  /// The program that made the document, with its version.
  public var creator: String
  /// The program and the engine that drew it, with their versions.
  public var producer: String
  public var standard: PDFStandard

  /// The library that compresses, with its version.
  public static var engine: String { "libdeflate " + LIBDEFLATE_VERSION_STRING }

  public init(creator: String, producer: String, standard: PDFStandard = .a3a) {
    self.creator = creator
    self.producer = producer
    self.standard = standard
  }
}
