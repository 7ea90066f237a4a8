/// Which standard for archives a file keeps. PDF/UA-1 is kept by all of them.
public enum PDFStandard: String, CaseIterable, Hashable, Sendable {
  /// PDF/A-3a (ISO 19005-3): any file may be attached.
  case a3a
  /// PDF/A-2a (ISO 19005-2): nothing is attached, for mail gateways that distrust attachments.
  case a2a
  /// No standard for archives is claimed.
  case none
}
