import SystemLibraries

/// What is appended to a file (ISO 32000-1, 7.5.6): objects as they are, so that nobody need unpack them to see what a
/// signature covers, and a table of them.
struct RevisionBody {
  private(set) var bytes: [UInt8]
  private var table = CrossReferences()
  private let deflate = Deflate()

  init(after file: [UInt8]) { bytes = file }

  mutating func add(_ number: Int, _ write: (inout [UInt8]) -> Void) {
    begin(number)
    write(&bytes)
    bytes.write("\nendobj\n")
  }

  /// - Parameter entries: of its dictionary, besides length and filter.
  mutating func addStream(_ number: Int, _ entries: String, _ data: [UInt8]) {
    write(number, entries, deflate.compressed(data))
  }

  private mutating func begin(_ number: Int) {
    table.add(number, at: bytes.count)
    bytes.write("\(number) 0 obj\n")
  }

  private mutating func write(_ number: Int, _ entries: String, _ packed: [UInt8]) {
    begin(number)
    bytes.write("<<\(entries)/Filter/FlateDecode/Length \(packed.count)>>\nstream\n")
    bytes.append(contentsOf: packed)
    bytes.write("\nendstream\nendobj\n")
  }

  /// Ends the file.
  /// - Parameters:
  ///   - number: of the table, the largest of all.
  ///   - entries: of its dictionary: catalog, information, the table before.
  ///   - original: what first told the file from others, as it is written.
  /// - Returns: where the table stands.
  mutating func end(_ number: Int, entries: String, original: [UInt8]) throws(FinishingError) -> Int {
    let start = bytes.count
    let digest = Digest.sha256(bytes).bytes.prefix(16)
    let identifier = digest.flatMap { [PDFLexer.hexadecimal(Int($0 >> 4)), PDFLexer.hexadecimal(Int($0 & 15))] }
    table.add(number, at: start)
    let (listed, rows) = try table.finished(count: number + 1)
    let identifiers =
      String(decoding: original, as: UTF8.self) + "<" + String(decoding: identifier, as: UTF8.self) + ">"
    write(number, "\(listed)\(entries)/ID[\(identifiers)]", deflate.compressed(rows))
    bytes.write("startxref\n\(start)\n%%EOF\n")
    return start
  }
}
