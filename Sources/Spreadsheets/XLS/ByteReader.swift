/// Little-endian numbers from bytes, with every access checked.
struct ByteReader {
  let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  private let part: String

  init(_ bytes: ArraySlice<UInt8>, part: String) {
    self.bytes = bytes
    position = bytes.startIndex
    self.part = part
  }

  var left: Int { bytes.endIndex - position }

  mutating func u8() throws(SpreadsheetFailure) -> Int {
    guard left >= 1 else { throw .damaged(part: part) }
    defer { position += 1 }
    return Int(bytes[position])
  }

  mutating func u16() throws(SpreadsheetFailure) -> Int { try u8() | u8() << 8 }

  mutating func u32() throws(SpreadsheetFailure) -> Int { try u16() | u16() << 16 }

  mutating func double() throws(SpreadsheetFailure) -> Double {
    let (low, high) = (UInt64(try u32()), UInt64(try u32()))
    return Double(bitPattern: low | high << 32)
  }

  mutating func skip(_ count: Int) throws(SpreadsheetFailure) {
    guard count >= 0, left >= count else { throw .damaged(part: part) }
    position += count
  }

  mutating func take(_ count: Int) throws(SpreadsheetFailure) -> ArraySlice<UInt8> {
    let start = position
    try skip(count)
    return bytes[start..<position]
  }
}
