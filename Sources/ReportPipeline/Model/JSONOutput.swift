/// Collects JSON as bytes and hands them on in blocks, so that a large model is never in memory as one text.
struct JSONOutput {
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) -> Void
  /// Whether lines and indentation are left out.
  let isCompact: Bool
  private static let blockSize = 1 << 16

  /// - Parameter sink: takes each block as it is full, and the last one with `finish`.
  init(isCompact: Bool = false, to sink: @escaping ([UInt8]) -> Void) {
    self.sink = sink
    self.isCompact = isCompact
    bytes.reserveCapacity(JSONOutput.blockSize + 4096)
  }

  mutating func finish() {
    sink(bytes)
    bytes.removeAll()
  }

  mutating func write(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func endLine(_ depth: Int) {
    if bytes.count >= JSONOutput.blockSize {
      sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    guard !isCompact else { return }
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  /// RFC 8259, 7: quote, backslash and controls escaped; everything else as it is. For people, who see it on a terminal, the
  /// second set of controls, too.
  mutating func write(quoted text: String) {
    if !isCompact, text.unicodeScalars.contains(where: { (0x7F..<0xA0).contains($0.value) }) {
      return write(quotedScalars: text)
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: write("\\n")
      case 0x0D: write("\\r")
      case 0x09: write("\\t")
      case 0..<0x20: escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  private mutating func write(quotedScalars text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), byte < 0x20 || (0x7F..<0xA0).contains(byte) {
        escape(byte)
      } else {
        write((scalar == "\"" || scalar == "\\" ? "\\" : "") + String(scalar))
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    let hex = String(byte, radix: 16)
    write("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
  }
}
