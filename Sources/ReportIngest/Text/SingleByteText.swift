/// Tells which encoding of one byte a character a Spanish text is in.
///
/// Under the right one the upper bytes are Spanish letters beside letters; under a wrong one they are symbols inside
/// words. A text that has no upper byte between letters may be any of them and is taken as Windows-1252, by far the
/// most common.
enum SingleByteText {
  /// nil when the bytes are UTF-8 with damage, or two encodings explain them equally well.
  static func bestReading(of bytes: ArraySlice<UInt8>) -> TextEncoding? {
    guard !looksLikeDamagedUTF8(bytes) else { return nil }
    let scores = TextEncoding.singleByte.map { ($0, score(bytes, $0.upperHalf)) }
    guard let best = scores.map(\.1).max() else { return nil }
    let winners = scores.filter { $0.1 == best }.map(\.0)
    if winners.count == 1 || best == 0 { return winners.first }
    return nil
  }

  /// More characters of two or more bytes than bytes that fit nowhere.
  private static func looksLikeDamagedUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (good, bad) = (0, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { bad += 1 } else { good += 1 }
    }
    return good >= bad
  }

  /// Spanish letters count for, symbols within words against.
  private static func score(_ bytes: ArraySlice<UInt8>, _ upper: [Unicode.Scalar]) -> Int {
    var score = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      let scalar = upper[Int(bytes[index]) - 0x80]
      let before = index > bytes.startIndex && isLetter(bytes[index - 1])
      let behind = index + 1 < bytes.endIndex && isLetter(bytes[index + 1])
      if letters.contains(scalar) { score += before || behind ? 2 : 1 } else if before, behind { score -= 2 }
    }
    return score
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let letters = Set("áéíóúüñÁÉÍÓÚÜÑ".unicodeScalars)
}
