/// What a content stream is made of (ISO 32000-1, 7.8.2).
enum ContentToken: Equatable {
  case number(Double)
  case name(String)
  case string([UInt8])
  /// The brackets of arrays and dictionaries: `[`, `]`, `<<`, `>>`.
  case bracket(String)
  case keyword(String)
}

/// Takes a content stream, or a character map, apart. What is broken yields wrong tokens, never a failure.
struct ContentScanner: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ContentToken? {
    skipSpace()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "<") where byte(after: 1) != UInt8(ascii: "<"): return .string(hexadecimal())
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return .bracket(take(byte(after: 1) == bytes[place] ? 2 : 1))
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      return .bracket(take(1))
    case UInt8(ascii: "/"):
      place += 1
      return .name(word())
    default:
      let word = word()
      return Double(word).map { .number($0) } ?? .keyword(word)
    }
  }

  private func byte(after offset: Int) -> UInt8? { place + offset < bytes.count ? bytes[place + offset] : nil }

  private mutating func take(_ count: Int) -> String {
    defer { place += count }
    return String(decoding: bytes[place..<Swift.min(place + count, bytes.count)], as: UTF8.self)
  }

  /// ISO 32000-1, tables 1 and 2.
  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else if ContentScanner.isSpace(bytes[place]) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func word() -> String {
    let start = place
    while place < bytes.count, !ContentScanner.isSpace(bytes[place]), !ContentScanner.isDelimiter(bytes[place]) {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func hexadecimal() -> [UInt8] {
    var digits: [UInt8] = []
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if let digit = Character(UnicodeScalar(bytes[place])).hexDigitValue { digits.append(UInt8(digit)) }
      place += 1
    }
    place += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private mutating func literal() -> [UInt8] {
    var content: [UInt8] = []
    var depth = 1
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      if byte == UInt8(ascii: "\\") { escape(into: &content) } else { content.append(byte) }
    }
    return content
  }

  /// ISO 32000-1, table 3.
  private mutating func escape(into content: inout [UInt8]) {
    guard place < bytes.count else { return }
    let letter = bytes[place]
    if (0x30...0x37).contains(letter) {
      var value = 0
      for _ in 0..<3 where place < bytes.count && (0x30...0x37).contains(bytes[place]) {
        value = value * 8 + Int(bytes[place] - 0x30)
        place += 1
      }
      content.append(UInt8(truncatingIfNeeded: value))
      return
    }
    place += 1
    switch letter {
    case UInt8(ascii: "n"): content.append(10)
    case UInt8(ascii: "r"): content.append(13)
    case UInt8(ascii: "t"): content.append(9)
    case UInt8(ascii: "b"): content.append(8)
    case UInt8(ascii: "f"): content.append(12)
    case 13: if place < bytes.count, bytes[place] == 10 { place += 1 }
    case 10: break
    default: content.append(letter)
    }
  }
}
