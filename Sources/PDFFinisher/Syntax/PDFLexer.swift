/// Takes content streams apart, and knows what every reader of PDF must of bytes (ISO 32000-1, 7.2 and 7.8.2).
struct PDFLexer {
  struct Token {
    let range: Range<Int>
    /// Else an operand: a number, a name, a string, an array or a dictionary, whole.
    let isOperator: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while place < bytes.count, PDFLexer.isSpace(bytes[place]) { place += 1 }
    guard place < bytes.count else { return nil }
    let start = place
    place = endOfToken(start)
    return Token(range: start..<place, isOperator: PDFLexer.beginsOperator(bytes[start]))
  }

  private func endOfToken(_ start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "("): PDFLexer.endOfString(bytes, from: start)
    case UInt8(ascii: "["): endOfNested(start, UInt8(ascii: "]"))
    case UInt8(ascii: "<"): endOfNested(start, UInt8(ascii: ">"))
    default: PDFLexer.endOfWord(bytes, from: start)
    }
  }

  /// Past the array, dictionary or hexadecimal string that begins at `start`.
  private func endOfNested(_ start: Int, _ closing: UInt8) -> Int {
    let opening = bytes[start]
    var (depth, place) = (0, start)
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "(") {
        place = PDFLexer.endOfString(bytes, from: place)
        continue
      }
      if byte == opening { depth += 1 }
      if byte == closing { depth -= 1 }
      place += 1
      if depth == 0 { break }
    }
    return place
  }
}

// Classes of bytes
extension PDFLexer {
  private static func beginsOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "'"),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// Past the word that begins at `start`, of one byte at least.
  static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, isRegular(bytes[place]) { place += 1 }
    return place
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
  }

  static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: true
    }
  }

  /// Past the literal string that begins at `start`; users' words may look like anything.
  static func endOfString(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var (depth, place) = (0, start)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { break }
    }
    return min(place, bytes.count)
  }
}
