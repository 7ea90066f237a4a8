/// From a font's character codes to text, as its ToUnicode map says (ISO 32000-1, 9.10.3).
struct CharacterMap {
  private var texts: [Int: String] = [:]
  /// Bytes in a code: one in simple fonts, two in composite ones as everyone writes them.
  private let width: Int
  /// Bytes of text that may still be taken in: all codes together have far less, unless a few lines of the map say it over
  /// and over.
  private var room = 1 << 18

  /// Of all texts, in bytes.
  var size: Int { texts.values.reduce(0) { $0 + $1.utf8.count } }

  init(_ map: [UInt8], width: Int) {
    self.width = width
    var operands: [ContentToken] = []
    for token in ContentScanner(map) {
      switch token {
      case .keyword("beginbfchar"), .keyword("beginbfrange"): operands = []
      case .keyword("endbfchar"): addCharacters(operands)
      case .keyword("endbfrange"): addRanges(operands)
      default: operands.append(token)
      }
    }
  }

  private mutating func addCharacters(_ tokens: [ContentToken]) {
    for index in stride(from: 0, to: tokens.count - 1, by: 2) {
      guard case .string(let code) = tokens[index], case .string(let text) = tokens[index + 1] else { return }
      guard set(text, of: CharacterMap.number(code)) else { return }
    }
  }

  /// `<first> <last> <text of first>`, or `<first> <last> [<text> <text> …]`.
  private mutating func addRanges(_ tokens: [ContentToken]) {
    var rest = tokens[...]
    while case .string(let first)? = rest.popFirst(), case .string(let last)? = rest.popFirst(),
      let target = rest.popFirst()
    {
      let start = CharacterMap.number(first)
      let codes = start...max(start, min(CharacterMap.number(last), 0xFFFF))
      if case .string(let text) = target {
        for code in codes where !set(CharacterMap.adding(code - start, to: text), of: code) { return }
      } else {
        for code in codes {
          guard case .string(let text)? = rest.popFirst() else { break }
          guard set(text, of: code) else { return }
        }
        rest = rest.drop { $0 != .bracket("]") }.dropFirst()
      }
    }
  }

  /// - Returns: whether there is room for more.
  private mutating func set(_ text: [UInt8], of code: Int) -> Bool {
    room -= text.count + 1
    if room >= 0 { texts[code] = CharacterMap.text(text) }
    return room >= 0
  }

  /// The text's last code unit counts up.
  private static func adding(_ offset: Int, to text: [UInt8]) -> [UInt8] {
    guard text.count >= 2 else { return text }
    let last = Int(text[text.count - 2]) << 8 + Int(text[text.count - 1]) + offset
    return text.dropLast(2) + [UInt8(truncatingIfNeeded: last >> 8), UInt8(truncatingIfNeeded: last)]
  }

  private static func number(_ code: [UInt8]) -> Int { code.suffix(4).reduce(0) { $0 << 8 | Int($1) } }

  private static func text(_ bytes: [UInt8]) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }

  /// The text of a string as a page shows it; a code that the map lacks is shown by the replacement character.
  func text(of string: [UInt8]) -> String {
    stride(from: 0, to: string.count, by: width).reduce(into: "") { text, start in
      text += texts[CharacterMap.number(Array(string[start..<min(start + width, string.count)]))] ?? "\u{FFFD}"
    }
  }
}
