/// The table of all objects, as a stream (ISO 32000-1, 7.5.8).
struct CrossReferences {
  /// Number, kind and place of each object in one word, so that they sort by number: 23 bits, 2 bits, 39 bits.
  private var entries: [UInt64] = []

  /// ISO 32000-1, annex C: no reader need know more.
  static let largestNumber = 8_388_607

  /// An object of its own.
  mutating func add(_ number: Int, at offset: Int) { add(number, kind: 1, UInt64(offset)) }

  /// An object in an object stream.
  mutating func add(_ number: Int, inside stream: Int, index: Int) {
    add(number, kind: 2, UInt64(stream) << 16 | UInt64(index))
  }

  private mutating func add(_ number: Int, kind: UInt64, _ place: UInt64) {
    entries.append(UInt64(number) << 41 | kind << 39 | place)
  }

  /// The entries of the stream's dictionary and its rows.
  /// - Parameter count: one more than the largest number.
  mutating func finished(count: Int) throws(FinishingError) -> (entries: String, rows: [UInt8]) {
    try require(count - 1 <= CrossReferences.largestNumber, "a file of \(count) objects")
    entries.sort()
    let text = "/Type/XRef/Size \(count)/W[1 4 2]/Index[\(sections)]/DecodeParms<</Predictor 12/Columns 7>>"
    return (text, predicted)
  }

  /// First number and count of each stretch without gap; object 0 is the head of the free ones.
  private var sections: String {
    var stretches: [(first: Int, count: Int)] = [(0, 1)]
    for entry in entries {
      let number = Int(entry >> 41)
      if let last = stretches.last, last.first + last.count == number {
        stretches[stretches.count - 1].count += 1
      } else {
        stretches.append((number, 1))
      }
    }
    return stretches.map { "\($0.first) \($0.count)" }.joined(separator: " ")
  }

  /// Each row as its difference to the one above (ISO 15948, 9.2, filter 2), which is nearly always the same. A row is
  /// kind, place and generation or index, in 1, 4 and 2 bytes.
  private var predicted: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((entries.count + 1) * 8)
    var above: UInt64 = 0
    func add(_ row: UInt64) {
      rows.append(2)
      for shift in stride(from: UInt64(48), through: 0, by: -8) {
        rows.append(UInt8(truncatingIfNeeded: row >> shift) &- UInt8(truncatingIfNeeded: above >> shift))
      }
      above = row
    }
    add(0xFFFF)
    for entry in entries {
      let (kind, place) = (entry >> 39 & 3, entry & (1 << 39 - 1))
      add(kind == 1 ? 1 << 48 | place << 16 : 2 << 48 | place)
    }
    return rows
  }
}
