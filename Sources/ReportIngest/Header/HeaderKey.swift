/// A header's letters and digits alone, in capitals without accents: `META PROGRAMA DA` and `Meta programada` have the
/// same key, however the cell was wrapped.
struct HeaderKey: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ text: String) {
    if let plain = HeaderKey.ofASCII(text) {
      description = plain
      return
    }
    var key = ""
    for scalar in text.uppercased().unicodeScalars {
      if let plain = HeaderKey.plain[scalar] {
        key.append(plain)
      } else if scalar != "º", scalar != "ª",
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      {
        key.unicodeScalars.append(scalar)
      } else if scalar == "#" || scalar == "%" {
        key.unicodeScalars.append(scalar)
      }
    }
    description = key
  }

  var isEmpty: Bool { description.isEmpty }

  private static let plain: [Unicode.Scalar: Character] = [
    "Á": "A", "À": "A", "Ä": "A", "Â": "A", "É": "E", "È": "E", "Ë": "E", "Ê": "E", "Í": "I", "Ì": "I", "Ï": "I",
    "Ó": "O", "Ò": "O", "Ö": "O", "Ô": "O", "Ú": "U", "Ù": "U", "Ü": "U", "Û": "U", "Ñ": "N", "Ç": "C",
  ]

  /// Most words need no look at Unicode's tables; nil for text beyond ASCII.
  private static func ofASCII(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x23, 0x25: bytes.append(byte)
      case 0x61...0x7A: bytes.append(byte - 0x20)
      case 0x80...: return nil
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether this is `word` with one slip of the keyboard: a letter too many, missing, wrong, or two exchanged. Words of
  /// four letters may have two exchanged (`PORG`), shorter ones must be exact.
  func isSlip(of word: HeaderKey) -> Bool {
    let (a, b) = (description.utf8, word.description.utf8)
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    guard shorter >= 4, longer - shorter <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = min(shorter - start, zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count)
    if start + end >= longer - 1 { return shorter > 4 }
    guard longer == shorter, start + end == longer - 2 else { return false }
    return a.dropFirst(start).prefix(2).elementsEqual(b.dropFirst(start).prefix(2).reversed())
  }
}
