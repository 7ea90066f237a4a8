/// UTF-16, as Excel writes "Unicode text".
enum UTF16Text {
  /// By the byte order mark; without one, by the zero bytes that ASCII leaves in every other place. nil when it is no
  /// UTF-16.
  static func byteOrder(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = bytes.prefix(4096)
    let pairs = sample.count / 2
    guard pairs > 1 else { return nil }
    var (even, odd) = (0, 0)
    for (index, byte) in sample.enumerated() where byte == 0 { if index % 2 == 0 { even += 1 } else { odd += 1 } }
    if odd * 2 > pairs, even * 20 < pairs { return .utf16LittleEndian }
    if even * 2 > pairs, odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  /// nil for half a unit at the end, or a surrogate without its other half.
  static func text(_ bytes: [UInt8], _ order: TextEncoding) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    let (high, low) = order == .utf16BigEndian ? (0, 1) : (1, 0)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low]))
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return String(validating: units, as: UTF16.self)
  }
}
