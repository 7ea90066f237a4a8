/// Packed objects, as they go into the file.
struct PackedBody: Sendable {
  /// Where an object is.
  struct Entry: Sendable {
    let number: Int
    let place: Place
  }

  enum Place: Hashable, Sendable {
    /// From the start of the body.
    case at(offset: Int)
    case inside(objectStream: Int, index: Int)
  }

  var bytes: [UInt8] = []
  var entries: [Entry] = []
  /// The number after the last that was given.
  var endNumber: Int
}

/// Packs objects: streams as they are, all other objects together in compressed object streams
/// (ISO 32000-1, 7.5.7).
struct PDFBody {
  private var packed: PackedBody
  private var pending: [UInt8] = []
  private var heads: [(number: Int, offset: Int)] = []
  private let deflate: Deflate

  /// More would take readers longer to find one, fewer compress worse.
  private static let objectsPerStream = 256

  /// - Parameter firstNumber: of the objects made here; those of `reserve` and the object streams.
  init(firstNumber: Int, _ deflate: Deflate) {
    packed = PackedBody(endNumber: firstNumber)
    self.deflate = deflate
  }

  /// A number for an object to be added later.
  mutating func reserve(_ count: Int = 1) -> Int {
    packed.endNumber += count
    return packed.endNumber - count
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
    packed.entries.append(PackedBody.Entry(number: number, place: .at(offset: packed.bytes.count)))
    packed.bytes.write(number)
    packed.bytes.write(" 0 obj\n<<")
    packed.bytes.write(entries)
    packed.bytes.write("/Length ")
    packed.bytes.write(data.count)
    packed.bytes.write(">>\nstream\n")
    packed.bytes.append(contentsOf: data)
    // ISO 19005-3, 6.1.7.1: a line end before the keyword, which the length does not count.
    packed.bytes.write("\nendstream\nendobj\n")
  }

  mutating func addDeflatedStream(_ number: Int, entries: String, _ data: [UInt8]) {
    addStream(number, entries: entries + "/Filter/FlateDecode", deflate.compressed(data))
  }

  /// All objects; none can be added any more.
  consuming func finished() -> PackedBody {
    flush()
    return packed
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
      packed.entries.append(PackedBody.Entry(number: head.number, place: .inside(objectStream: stream, index: index)))
    }
    let first = data.count
    data.append(contentsOf: pending)
    addDeflatedStream(stream, entries: "/Type/ObjStm/N \(heads.count)/First \(first)", data)
    heads.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
  }
}
