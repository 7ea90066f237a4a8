/// The one-byte encoding of text strings (ISO 32000-1, annex D.3), as far as reports need it: Latin letters, the dashes,
/// quotes and dots of print, minus and euro.
enum PDFDocEncoding {
  /// Codes that are not Unicode's.
  private static let others: [Unicode.Scalar: UInt8] = [
    "\u{2022}": 0x80, "\u{2026}": 0x83, "\u{2014}": 0x84, "\u{2013}": 0x85, "\u{2212}": 0x8A, "\u{201C}": 0x8D,
    "\u{201D}": 0x8E, "\u{2018}": 0x8F, "\u{2019}": 0x90, "\u{20AC}": 0xA0,
  ]
  private static let scalars = Dictionary(uniqueKeysWithValues: others.map { ($1, $0) })

  /// nil for a character it lacks; it has no soft hyphen.
  static func code(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xFF: UInt8(truncatingIfNeeded: scalar.value)
    default: others[scalar]
    }
  }

  static func scalar(_ code: UInt8) -> Unicode.Scalar { scalars[code] ?? Unicode.Scalar(code) }
}
