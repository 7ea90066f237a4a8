/// The encodings offices' programs write text in.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
  case macRoman = "Mac Roman"
  case codePage850 = "DOS (CP850)"

  /// Encodings of one byte a character, by what their upper half means.
  static let singleByte: [TextEncoding] = [.windows1252, .macRoman, .codePage850]

  /// Characters of the bytes 0x80…0xFF.
  var upperHalf: [Unicode.Scalar] {
    switch self {
    case .windows1252: TextEncoding.windows1252Upper
    case .macRoman: TextEncoding.macRomanUpper
    case .codePage850: TextEncoding.codePage850Upper
    case .utf8, .utf16LittleEndian, .utf16BigEndian: []
    }
  }

  /// Bytes Windows leaves undefined stand for the control characters of ISO 8859-1, as in the WHATWG encoding standard.
  private static let windows1252Upper =
    scalars(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")
    + (0xA0...0xFF).compactMap { Unicode.Scalar(UInt32($0)) }

  private static let macRomanUpper = scalars(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
      + "\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

  private static let codePage850Upper = scalars(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾"
      + "¶§÷¸°¨·¹³²■\u{A0}")

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// Text of bytes in an encoding of one byte a character.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    let upper = upperHalf
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]) }
    return String(text)
  }
}
