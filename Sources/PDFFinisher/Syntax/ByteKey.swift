/// Bytes to find something by, hashed by their ends alone; an array would be hashed byte by byte.
struct ByteKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    bytes.withUnsafeBytes { all in
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: all.prefix(64)))
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: all.suffix(64)))
    }
  }
}
