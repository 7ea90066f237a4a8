/// The table of all objects, as a stream (ISO 32000-1, 7.5.8).
struct CrossReferences {
  private var entries: [PackedBody.Entry] = []

  /// - Parameter shift: where the body that has the entries begins in the file.
  mutating func add(_ entries: [PackedBody.Entry], shift: Int) {
    self.entries.reserveCapacity(self.entries.count + entries.count)
    for entry in entries {
      if case .at(let offset) = entry.place {
        self.entries.append(PackedBody.Entry(number: entry.number, place: .at(offset: offset + shift)))
      } else {
        self.entries.append(entry)
      }
    }
  }

  /// Writes the table and the end of the file.
  mutating func write(number: Int, root: Int, info: Int, identifier: [UInt8], to bytes: inout [UInt8]) {
    let start = bytes.count
    entries.append(PackedBody.Entry(number: number, place: .at(offset: start)))
    entries.sort { $0.number < $1.number }
    var body = PDFBody(firstNumber: number + 1, Deflate())
    let hex = identifier.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    body.addDeflatedStream(
      number,
      entries: "/Type/XRef/Size \(number + 1)/Root \(root) 0 R/Info \(info) 0 R/ID[<\(hex)><\(hex)>]"
        + "/W[1 4 2]/Index[\(sections)]/DecodeParms<</Predictor 12/Columns \(CrossReferences.width)>>",
      predicted)
    bytes.append(contentsOf: body.finished().bytes)
    bytes.write("startxref\n")
    bytes.write(start)
    bytes.write("\n%%EOF\n")
  }

  private static let width = 7

  /// First number and count of each stretch without gap; object 0 is the head of the free ones.
  private var sections: String {
    var stretches: [(first: Int, count: Int)] = [(0, 1)]
    for entry in entries {
      if let last = stretches.last, last.first + last.count == entry.number {
        stretches[stretches.count - 1].count += 1
      } else {
        stretches.append((entry.number, 1))
      }
    }
    return stretches.map { "\($0.first) \($0.count)" }.joined(separator: " ")
  }

  /// Each row as its difference to the one above (ISO 15948, 9.2, filter 2), which is nearly always the same.
  private var predicted: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((entries.count + 1) * (CrossReferences.width + 1))
    var above = [UInt8](repeating: 0, count: CrossReferences.width)
    func add(_ kind: UInt8, _ second: Int, _ third: Int) {
      let row = [
        kind, UInt8(second >> 24 & 0xFF), UInt8(second >> 16 & 0xFF), UInt8(second >> 8 & 0xFF), UInt8(second & 0xFF),
        UInt8(third >> 8 & 0xFF), UInt8(third & 0xFF),
      ]
      rows.append(2)
      for (byte, before) in zip(row, above) { rows.append(byte &- before) }
      above = row
    }
    add(0, 0, 0xFFFF)
    for entry in entries {
      switch entry.place {
      case .at(let offset): add(1, offset, 0)
      case .inside(let stream, let index): add(2, stream, index)
      }
    }
    return rows
  }
}
