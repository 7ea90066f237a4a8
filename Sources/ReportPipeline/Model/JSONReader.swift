/// Reads JSON (RFC 8259), strictly and with limits: it may come from a stranger's file.
///
/// `JSONDecoder` takes the first of two members of one name, commas before a closing bracket and UTF-16, and rounds numbers of
/// more than 38 digits; here all that is refused, for nothing proves what its author meant.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var valuesLeft: Int
  private static let deepest = 64
  /// Thousands of activities have fewer; each takes some hundred bytes.
  static let mostValues = 2_000_000

  private init(_ bytes: [UInt8], atMost mostValues: Int) { (self.bytes, valuesLeft) = (bytes, mostValues) }

  /// nil when the bytes are no JSON, or hold more values than are read.
  static func value(_ bytes: [UInt8], atMost mostValues: Int = mostValues) -> JSONValue? {
    var reader = JSONReader(bytes, atMost: mostValues)
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    guard reader.place == bytes.count else { return nil }
    return value
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  /// Steps over a character, past white space; false when something else stands there.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard let byte = next, depth < JSONReader.deepest, valuesLeft > 0 else { return nil }
    valuesLeft -= 1
    switch byte {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "n"):
      guard word("null") else { return nil }
      return .null
    case UInt8(ascii: "t"):
      guard word("true") else { return nil }
      return .flag(true)
    case UInt8(ascii: "f"):
      guard word("false") else { return nil }
      return .flag(false)
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    guard take("{") else { return nil }
    var members: [(String, JSONValue)] = []
    var names: Set<String> = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard let key = string(), names.insert(key).inserted, take(":"), let value = value(depth: depth + 1) else {
        return nil
      }
      members.append((key, value))
    } while take(",")
    guard take("}") else { return nil }
    return .object(members)
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    guard take("[") else { return nil }
    var values: [JSONValue] = []
    if take("]") { return .array(values) { $0 } }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while take(",")
    guard take("]") else { return nil }
    return .array(values) { $0 }
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  /// The digits as they stand (RFC 8259, 6).
  private mutating func number() -> JSONValue? {
    let start = place
    skipOne(of: "-")
    let whole = skipDigits()
    guard whole == 1 || (whole > 1 && bytes[place - whole] != UInt8(ascii: "0")) else { return nil }
    if skipOne(of: "."), skipDigits() == 0 { return nil }
    if skipOne(of: "eE") {
      skipOne(of: "+-")
      guard skipDigits() > 0 else { return nil }
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  @discardableResult private mutating func skipOne(of characters: String) -> Bool {
    guard let byte = next, characters.utf8.contains(byte) else { return false }
    place += 1
    return true
  }

  /// How many there were.
  private mutating func skipDigits() -> Int {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    place += 1
    var content: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        content.append(contentsOf: String(scalar).utf8)
      case 0..<0x20: return nil
      default: content.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let letter = next else { return nil }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = codeUnit() else { return nil }
      return scalar(unit)
    default: return nil
    }
  }

  /// A scalar outside the first 65,536 takes two code units of UTF-16.
  private mutating func scalar(_ first: UInt32) -> Unicode.Scalar? {
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard word("\\u"), let second = codeUnit(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    let digits = bytes[place..<(place + 4)]
    place += 4
    guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

extension JSONValue {
  /// nil when the bytes are no JSON, or more of it than is read.
  init?(parsing bytes: [UInt8]) {
    guard let value = JSONReader.value(bytes) else { return nil }
    self = value
  }

  /// A member of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  var isNull: Bool { if case .null = self { true } else { false } }
  var list: [JSONValue]? {
    if case .elements(let count, let element) = self { (0..<count).map(element) } else { nil }
  }
  var string: String? { if case .string(let string) = self { string } else { nil } }
  var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
}
