/// Values in the distinguished encoding rules (ITU-T X.690), as far as signatures need them. Written here, not by
/// libcrypto, whose messages differ from version to version: a signature can be proved byte by byte.
enum DER {
  static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag] + length(content.count) + content }

  private static func length(_ count: Int) -> [UInt8] {
    guard count > 127 else { return [UInt8(count)] }
    var (digits, rest): ([UInt8], Int) = ([], count)
    while rest > 0 {
      digits.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [0x80 | UInt8(digits.count)] + digits
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { value(0x30, parts.flatMap(\.self)) }
  /// The items in the order of their bytes, as X.690, 11.6, wants them.
  static func set(_ items: [[UInt8]], tag: UInt8 = 0x31) -> [UInt8] {
    value(tag, items.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self))
  }
  static func octets(_ bytes: [UInt8]) -> [UInt8] { value(0x04, bytes) }
  static func tagged(_ number: UInt8, _ content: [UInt8]) -> [UInt8] { value(0xA0 | number, content) }
  /// A whole number of few bits.
  static func integer(_ number: UInt8) -> [UInt8] { value(0x02, [number]) }
  /// A positive number of many.
  static func integer(_ bytes: [UInt8]) -> [UInt8] {
    let digits = bytes.drop { $0 == 0 }
    return value(0x02, (digits.first ?? 0x80) >= 0x80 ? [0] + digits : Array(digits))
  }

  static let null: [UInt8] = [0x05, 0x00]
  static let yes: [UInt8] = [0x01, 0x01, 0xFF]

  /// An object identifier; its arcs as X.660 counts them.
  static func identifier(_ arcs: Int...) -> [UInt8] {
    let content = [arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2)
    return value(0x06, content.flatMap(base128))
  }

  private static func base128(_ number: Int) -> [UInt8] {
    var (digits, rest) = ([UInt8(number & 0x7F)], number >> 7)
    while rest > 0 {
      digits.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return digits
  }

  /// How many bytes the value at the start takes; nil where it is cut or of a length that is not definite.
  static func extent(of bytes: some RandomAccessCollection<UInt8>) -> Int? {
    let head = Array(bytes.prefix(6))
    guard head.count > 1 else { return nil }
    var (count, start) = (Int(head[1]), 2)
    if head[1] & 0x80 != 0 {
      let digits = Int(head[1] & 0x7F)
      guard (1...4).contains(digits), head.count >= 2 + digits else { return nil }
      count = head[2..<2 + digits].reduce(0) { $0 << 8 | Int($1) }
      start += digits
    }
    return start + count <= bytes.count ? start + count : nil
  }
}

/// Object identifiers that signatures name.
enum Identifier {
  static let data = DER.identifier(1, 2, 840, 113549, 1, 7, 1)
  static let signedData = DER.identifier(1, 2, 840, 113549, 1, 7, 2)
  static let contentType = DER.identifier(1, 2, 840, 113549, 1, 9, 3)
  static let messageDigest = DER.identifier(1, 2, 840, 113549, 1, 9, 4)
  static let signingCertificateV2 = DER.identifier(1, 2, 840, 113549, 1, 9, 16, 2, 47)
  static let timeStampToken = DER.identifier(1, 2, 840, 113549, 1, 9, 16, 2, 14)
  static let sha256 = DER.identifier(2, 16, 840, 1, 101, 3, 4, 2, 1)
  static let rsaWithSHA256 = DER.identifier(1, 2, 840, 113549, 1, 1, 11)
  static let ecdsaWithSHA256 = DER.identifier(1, 2, 840, 10045, 4, 3, 2)
}
