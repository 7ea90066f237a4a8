import SystemLibraries

/// A file while it is written: streams as they are, all other objects together in compressed object streams
/// (ISO 32000-1, 7.5.7), and at the end the table of all.
struct PDFBody {
  private var bytes: [UInt8]
  private var table = CrossReferences()
  private var nextNumber: Int
  private var pending: [UInt8] = []
  private var heads: [(number: Int, offset: Int)] = []
  private let deflate: Deflate

  /// Fewer have less in common with one another, more have longer offsets; either is larger, and more would take readers
  /// longer to find one.
  private static let objectsPerStream = 1600

  /// - Parameters:
  ///   - head: what the file begins with.
  ///   - firstNumber: of the objects numbered here; those of `reserve` and the object streams.
  ///   - expected: room for so many bytes: it is no memory until it is written to, and growing would need both the old
  ///     bytes and the new.
  init(_ head: [UInt8], firstNumber: Int, _ deflate: Deflate, expected: Int) {
    bytes = head
    bytes.reserveCapacity(1 << 16 + expected)
    nextNumber = firstNumber
    self.deflate = deflate
  }

  /// A number for an object to be added later.
  mutating func reserve(_ count: Int = 1) -> Int {
    nextNumber += count
    return nextNumber - count
  }

  /// Adds an object that is no stream.
  mutating func add(_ number: Int, _ write: (inout [UInt8]) throws(FinishingError) -> Void) throws(FinishingError) {
    heads.append((number, pending.count))
    try write(&pending)
    pending.append(UInt8(ascii: "\n"))
    if heads.count == PDFBody.objectsPerStream { flush() }
  }

  /// Adds a stream.
  /// - Parameters:
  ///   - entries: of its dictionary, as PDF writes them, without length.
  ///   - data: as it is to be stored; compressed unless the entries say nothing of a filter.
  mutating func addStream(_ number: Int, entries: String, _ data: [UInt8]) {
    table.add(number, at: bytes.count)
    bytes.write(number)
    bytes.write(" 0 obj\n<<")
    bytes.write(entries)
    bytes.write("/Length ")
    bytes.write(data.count)
    bytes.write(">>\nstream\n")
    bytes.append(contentsOf: data)
    // ISO 19005-3, 6.1.7.1: a line end before the keyword, which the length does not count.
    bytes.write("\nendstream\nendobj\n")
  }

  mutating func addDeflatedStream(_ number: Int, entries: String, _ data: [UInt8]) {
    addStream(number, entries: entries + "/Filter/FlateDecode", deflate.compressed(data))
  }

  /// Ends the file and gives it away.
  /// - Parameters:
  ///   - root: the catalog's number.
  ///   - info: the information dictionary's; nil where there is none.
  mutating func finished(root: Int, info: Int?) throws(FinishingError) -> [UInt8] {
    flush()
    let (number, start) = (reserve(), bytes.count)
    table.add(number, at: start)
    // Tells files apart (ISO 32000-1, 14.4), and is the same for the same content.
    let identifier = Digest.sha256(bytes).bytes.prefix(16).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    let (entries, rows) = try table.finished(count: nextNumber)
    let information = info.map { "/Info \($0) 0 R" } ?? ""
    addDeflatedStream(
      number, entries: "\(entries)/Root \(root) 0 R\(information)/ID[<\(identifier)><\(identifier)>]", rows)
    bytes.write("startxref\n")
    bytes.write(start)
    bytes.write("\n%%EOF\n")
    defer { bytes = [] }
    return bytes
  }

  private mutating func flush() {
    guard !heads.isEmpty else { return }
    let stream = reserve()
    var data: [UInt8] = []
    data.reserveCapacity(pending.count + heads.count * 12)
    for (index, head) in heads.enumerated() {
      data.write(head.number)
      data.append(UInt8(ascii: " "))
      data.write(head.offset)
      data.append(UInt8(ascii: " "))
      table.add(head.number, inside: stream, index: index)
    }
    let first = data.count
    data.append(contentsOf: pending)
    addDeflatedStream(stream, entries: "/Type/ObjStm/N \(heads.count)/First \(first)", data)
    heads.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
  }
}
