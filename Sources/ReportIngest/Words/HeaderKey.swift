/// A header's letters and digits alone, in capitals without accents: `META PROGRAMA DA` and `Meta programada` have the
/// same key, however the cell was wrapped.
struct HeaderKey: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ text: some StringProtocol) {
    description = HeaderKey.ofASCII(text.utf8) ?? HeaderKey.ofAnything(text.uppercased())
  }

  var isEmpty: Bool { description.isEmpty }

  private static func ofAnything(_ capitals: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in capitals.unicodeScalars {
      switch scalar {
      case "A"..."Z", "0"..."9", "#", "%": key.append(scalar)
      case "Á", "À", "Ä", "Â": key.append("A")
      case "É", "È", "Ë", "Ê": key.append("E")
      case "Í", "Ì", "Ï": key.append("I")
      case "Ó", "Ò", "Ö", "Ô": key.append("O")
      case "Ú", "Ù", "Ü", "Û": key.append("U")
      case "Ñ": key.append("N")
      case "Ç": key.append("C")
      case "\0"..."\u{7F}", "º", "ª": break
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal { key.append(scalar) }
      }
    }
    return String(key)
  }

  /// Most words need no look at Unicode's tables; nil for text beyond ASCII.
  private static func ofASCII(_ text: some Collection<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: text.count) { target in
      var count = 0
      for byte in text {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x23, 0x25: target[count] = byte
        case 0x61...0x7A: target[count] = byte - 0x20
        default: continue
        }
        count += 1
      }
      return count
    }
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

extension Character {
  /// Of any script; most need no look at Unicode's tables.
  var isLetterOrDigit: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    return (0x30...0x39).contains(ascii) || (0x41...0x5A).contains(ascii & 0xDF)
  }
}
