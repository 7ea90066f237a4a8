/// Reads values from the bytes of a file (ISO 32000-1, 7.2 and 7.3).
struct PDFParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to be read.
  private(set) var place: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// Whether nothing but space follows.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return place >= bytes.count
    }
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// The next value.
  mutating func value() throws(FinishingError) -> PDFValue {
    skipSpace()
    guard let byte = current else { throw FinishingError("the file ends within a value") }
    switch byte {
    case UInt8(ascii: "/"):
      place += 1
      return .name(word())
    case UInt8(ascii: "("): return .string(literalString())
    case UInt8(ascii: "["): return .array(try values(until: UInt8(ascii: "]")))
    case UInt8(ascii: "<"):
      guard place + 1 < bytes.count, bytes[place + 1] == byte else { return .string(hexString()) }
      return try dictionary()
    default: return try numberOrReference()
    }
  }

  /// Whether the next word is `keyword`, which is then read.
  mutating func reads(_ keyword: StaticString) -> Bool {
    skipSpace()
    let end = place + keyword.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in 0..<keyword.utf8CodeUnitCount where bytes[place + index] != keyword.utf8Start[index] { return false }
    place = end
    return true
  }

  mutating func integer() throws(FinishingError) -> Int {
    skipSpace()
    let found = wordRange()
    guard let number = digits(found) else { throw FinishingError("no number at byte \(place)") }
    return number
  }

  /// The number that some digits write; nil for anything else, a sign included: nothing that is read so has one.
  private func digits(_ range: Range<Int>) -> Int? {
    guard (1...18).contains(range.count) else { return nil }
    var number = 0
    for byte in bytes[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private mutating func skipSpace() {
    while let byte = current {
      if byte == UInt8(ascii: "%") {
        while let byte = current, byte != 10, byte != 13 { place += 1 }
      } else if PDFLexer.isSpace(byte) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func wordRange() -> Range<Int> {
    let start = place
    while let byte = current, PDFLexer.isRegular(byte) { place += 1 }
    return start..<place
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private mutating func word() -> String { text(wordRange()) }

  private mutating func numberOrReference() throws(FinishingError) -> PDFValue {
    let first = wordRange()
    guard !first.isEmpty else { throw FinishingError("no value at byte \(place)") }
    if let number = digits(first), number > 0 {
      if reads("0"), reads("R"), current.map(PDFLexer.isRegular) != true { return .reference(number) }
      place = first.upperBound
    }
    let word = text(first)
    return word == "null" ? .null : .literal(word)
  }

  private mutating func values(until closing: UInt8) throws(FinishingError) -> [PDFValue] {
    place += 1
    var values: [PDFValue] = []
    while true {
      skipSpace()
      guard let byte = current else { throw FinishingError("an array without end") }
      if byte == closing { break }
      values.append(try value())
    }
    place += 1
    return values
  }

  private mutating func dictionary() throws(FinishingError) -> PDFValue {
    place += 2
    var entries: [PDFEntry] = []
    while true {
      skipSpace()
      if reads(">>") { return .dictionary(entries) }
      guard case .name(let key) = try value() else { throw FinishingError("a key that is no name") }
      entries.append(PDFEntry(key, try value()))
    }
  }

  private mutating func literalString() -> [UInt8] {
    let start = place
    place = PDFLexer.endOfString(bytes, from: place)
    return Array(bytes[start..<place])
  }

  private mutating func hexString() -> [UInt8] {
    let start = place
    while let byte = current, byte != UInt8(ascii: ">") { place += 1 }
    place = min(place + 1, bytes.count)
    return Array(bytes[start..<place])
  }
}
