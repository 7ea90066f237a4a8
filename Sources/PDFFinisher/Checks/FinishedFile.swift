/// A finished file as anyone would read it: from its end, through its table of objects. Reads what this module writes, to
/// check it; it is no reader of PDF at large.
struct FinishedFile {
  /// Where the table says an object is.
  enum Place: Hashable {
    case nowhere
    case at(offset: Int)
    case inside(objectStream: Int, index: Int)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// By object number, packed: a large file has a million numbers.
  private let packed: [UInt64]
  let trailer: PDFValue
  /// Where the table of objects stands.
  let lastTable: Int

  /// - Parameter bytes: must outlive the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    self.bytes = bytes
    let tail = Array("startxref\n".utf8)
    let area = max(0, bytes.count - 48)..<max(0, bytes.count - tail.count)
    guard let found = area.last(where: { bytes[$0..<$0 + tail.count].elementsEqual(tail) }) else {
      throw FinishingError("the file has no end")
    }
    var parser = PDFParser(bytes, at: found + tail.count)
    lastTable = try parser.integer()
    let (dictionary, data) = try FinishedFile.stream(bytes, at: lastTable, number: nil)
    trailer = dictionary
    let rows = try Deflate().expanded(UnsafeBufferPointer(rebasing: bytes[data]))
    packed = try FinishedFile.places(rows, dictionary)
  }

  /// Numbers up to here may be in use.
  var count: Int { packed.count }

  /// Where an object is; the upper bits tell which kind of place it is.
  func place(_ number: Int) -> Place {
    guard packed.indices.contains(number) else { return .nowhere }
    let (kind, rest) = (packed[number] >> 56, Int(packed[number] & 0xFF_FFFF_FFFF_FFFF))
    switch kind {
    case 1: return .at(offset: rest)
    case 2: return .inside(objectStream: rest >> 16, index: rest & 0xFFFF)
    default: return .nowhere
    }
  }

  /// The table's rows (ISO 32000-1, 7.5.8.3), each predicted from the one above.
  private static func places(_ rows: [UInt8], _ dictionary: PDFValue) throws(FinishingError) -> [UInt64] {
    let width = 8
    let index = (dictionary["Index"]?.items ?? []).compactMap(\.integer)
    let numbers = stride(from: 0, to: index.count - 1, by: 2).flatMap { index[$0]..<index[$0] + index[$0 + 1] }
    try require(rows.count == numbers.count * width, "the table of objects has another length than it says")
    var places = [UInt64](repeating: 0, count: dictionary["Size"]?.integer ?? 0)
    var row = [UInt8](repeating: 0, count: width - 1)
    for (position, number) in numbers.enumerated() {
      for column in row.indices { row[column] &+= rows[position * width + 1 + column] }
      let second = row[1...4].reduce(0) { $0 << 8 | Int($1) }
      let third = Int(row[5]) << 8 | Int(row[6])
      try require(places.indices.contains(number) && places[number] == 0, "object \(number) twice in the table")
      switch row[0] {
      case 0: break
      case 1: places[number] = 1 << 56 | UInt64(second)
      case 2: places[number] = 2 << 56 | UInt64(second) << 16 | UInt64(third)
      default: throw FinishingError("a row of unknown kind in the table of objects")
      }
    }
    return places
  }

  /// The dictionary and the data's place of a stream, whose length is told in the dictionary.
  private static func stream(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, number: Int?
  ) throws(FinishingError) -> (PDFValue, Range<Int>) {
    try require((0..<bytes.count).contains(offset), "a stream beyond the end of the file")
    var parser = PDFParser(bytes, at: offset)
    let found = try parser.integer()
    try require(number == nil || number == found, "object \(found) where \(number ?? 0) should be")
    try require(parser.reads("0") && parser.reads("obj"), "no object at byte \(offset)")
    let dictionary = try parser.value()
    try require(parser.reads("stream"), "object \(found) is no stream")
    let start = parser.place + 1
    let end = start + (dictionary["Length"]?.integer ?? -1)
    try require(end >= start && end < bytes.count, "stream \(found) is cut")
    parser = PDFParser(bytes, at: end)
    try require(parser.reads("endstream") && parser.reads("endobj"), "stream \(found) does not end where it says")
    return (dictionary, start..<end)
  }

  /// The stream of a number.
  func stream(_ number: Int) throws(FinishingError) -> (dictionary: PDFValue, data: UnsafeBufferPointer<UInt8>) {
    guard case .at(let offset) = place(number) else {
      throw FinishingError("there is no stream \(number)")
    }
    let (dictionary, data) = try FinishedFile.stream(bytes, at: offset, number: number)
    return (dictionary, UnsafeBufferPointer(rebasing: bytes[data]))
  }
}
