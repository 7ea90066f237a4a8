/// A file as Cairo writes it: a table of offsets at the end, no object streams, streams compressed by Flate or not at
/// all. Reads what the finisher needs of it; it is no reader of PDF at large.
struct DrawnFile {
  struct Object {
    let value: PDFValue
    /// As it stands in the file, compressed; nil when the object is no stream.
    let stream: Range<Int>?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// By object number; 0 where there is none.
  private let offsets: [Int]
  /// The pages' object numbers, in order.
  let pages: [Int]

  /// - Parameter bytes: must outlive the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    let (offsets, trailer) = try DrawnFile.table(bytes)
    let table = DrawnFile(bytes: bytes, offsets: offsets, pages: [])
    let catalog = try table.object(trailer["Root"]?.referred ?? 0).value
    let root = try table.object(catalog["Pages"]?.referred ?? 0).value
    self.init(bytes: bytes, offsets: offsets, pages: root["Kids"]?.items.compactMap(\.referred) ?? [])
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, offsets: [Int], pages: [Int]) {
    self.bytes = bytes
    self.offsets = offsets
    self.pages = pages
  }

  /// ISO 32000-1, 7.5.4 and 7.5.5.
  private static func table(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FinishingError) -> (offsets: [Int], trailer: PDFValue) {
    var parser = PDFParser(bytes, at: try start(bytes))
    try require(parser.reads("xref"), "the drawn file has no table of objects")
    try require(try parser.integer() == 0, "the table does not begin with object 0")
    let count = try parser.integer()
    var offsets = [Int](repeating: 0, count: max(0, min(count, bytes.count / 20)))
    for index in offsets.indices {
      offsets[index] = try parser.integer()
      _ = try parser.integer()
      if !parser.reads("n") {
        try require(parser.reads("f"), "the table is damaged")
        offsets[index] = 0
      }
    }
    try require(parser.reads("trailer"), "the drawn file has no trailer")
    return (offsets, try parser.value())
  }

  private static func start(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) -> Int {
    let keyword = Array("startxref".utf8)
    let tail = max(0, bytes.count - 64)..<max(0, bytes.count - keyword.count)
    let found = tail.last { bytes[$0..<$0 + keyword.count].elementsEqual(keyword) }
    guard let found else { throw FinishingError("the drawn file has no end") }
    var parser = PDFParser(bytes, at: found + keyword.count)
    let start = try parser.integer()
    try require((0..<bytes.count).contains(start), "the drawn file has no table of objects")
    return start
  }

  func object(_ number: Int) throws(FinishingError) -> Object {
    guard offsets.indices.contains(number), offsets[number] > 0, offsets[number] < bytes.count else {
      throw FinishingError("object \(number) is missing in the drawn file")
    }
    var parser = PDFParser(bytes, at: offsets[number])
    try require(try parser.integer() == number && parser.reads("0") && parser.reads("obj"), "object \(number) is lost")
    let value = try parser.value()
    guard parser.reads("stream") else { return Object(value: value, stream: nil) }
    // The keyword is followed by a line feed, with a carriage return before it or not.
    var start = parser.place
    if start < bytes.count, bytes[start] == 13 { start += 1 }
    start += 1
    let length = try length(of: value)
    try require(length >= 0 && start + length <= bytes.count, "stream \(number) is cut")
    return Object(value: value, stream: start..<start + length)
  }

  private func length(of dictionary: PDFValue) throws(FinishingError) -> Int {
    guard let length = dictionary["Length"] else { throw FinishingError("a stream without length") }
    if let length = length.integer { return length }
    guard let length = try object(length.referred ?? 0).value.integer else { throw FinishingError("no length") }
    return length
  }

  func stream(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }
}
