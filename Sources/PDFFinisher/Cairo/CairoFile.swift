/// The objects of a file as Cairo writes it, read in the pieces in which it writes them.
///
/// Cairo 1.16 and 1.18, asked for PDF 1.4, write objects one behind the other: for each page its content, the content's
/// length and its resources; at the end fonts and tables. A content stream is handed on and forgotten, all else is kept.
/// It is no reader of PDF at large.
struct CairoFile {
  struct Object {
    let value: PDFValue
    /// The stream's data as they stand in the file; nil when the object is no stream.
    let data: [UInt8]?
  }

  /// What one page shows.
  struct Page {
    /// Compressed by Flate.
    let content: [UInt8]
    let resources: PDFValue
  }

  private var objects: [Int: Object] = [:]

  /// Reads what Cairo wrote for one page.
  mutating func page(_ bytes: [UInt8]) throws(FinishingError) -> Page {
    var content: [UInt8]?
    var resources: PDFValue?
    try read(bytes) { number, object in
      // The content comes first, then its resources; what they lead to, with resources of its own, comes behind.
      if content == nil, let data = object.data {
        content = data
        return
      }
      if resources == nil, object.value.isDictionary { resources = object.value }
      objects[number] = object
    }
    guard let content, let resources else { throw FinishingError("a page without content or resources") }
    return Page(content: content, resources: resources)
  }

  /// Reads what Cairo wrote at the end.
  mutating func end(_ bytes: [UInt8]) throws(FinishingError) {
    let isWhole = try read(bytes) { number, object in objects[number] = object }
    try require(isWhole, "the drawn file is cut")
  }

  func object(_ number: Int) throws(FinishingError) -> Object {
    guard let object = objects[number] else { throw FinishingError("object \(number) is missing in the drawn file") }
    return object
  }

  /// - Returns: whether the table of objects, the end of the file, came behind.
  @discardableResult
  private func read(
    _ bytes: [UInt8], _ take: (Int, Object) -> Void
  ) throws(FinishingError) -> Bool {
    var isWhole = false
    var failure: FinishingError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FinishingError) {
        var parser = PDFParser(buffer, at: 0)
        while !parser.isAtEnd {
          isWhole = parser.reads("xref")
          if isWhole { break }
          let number = try parser.integer()
          try require(parser.reads("0") && parser.reads("obj"), "no object where object \(number) should be")
          take(number, try CairoFile.object(&parser, buffer))
          try require(parser.reads("endobj"), "object \(number) has no end")
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return isWhole
  }

  private static func object(
    _ parser: inout PDFParser, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FinishingError) -> Object {
    let value = try parser.value()
    guard parser.reads("stream") else { return Object(value: value, data: nil) }
    // The keyword is followed by a line feed, with a carriage return before it or not.
    let start = parser.place + (parser.place < bytes.count && bytes[parser.place] == 13 ? 2 : 1)
    let end = try end(ofStream: value, from: start, bytes)
    let data = Array(bytes[start..<end])
    parser = PDFParser(bytes, at: end)
    try require(parser.reads("endstream"), "a stream does not end where it says")
    return Object(value: value, data: data)
  }

  /// Cairo tells a stream's length in an object behind it; the first end after which that object tells the same length
  /// is the stream's.
  private static func end(
    ofStream dictionary: PDFValue, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FinishingError) -> Int {
    if let length = dictionary["Length"]?.integer {
      try require(length >= 0 && start + length <= bytes.count, "a stream is cut")
      return start + length
    }
    guard let object = dictionary["Length"]?.referred else { throw FinishingError("a stream without length") }
    var place = start
    while let end = bytes[place...].firstIndex(of: 10) {
      var parser = PDFParser(bytes, at: end + 1)
      if bytes[(end + 1)...].starts(with: keyword), parser.reads("endstream"), parser.reads("endobj"),
        (try? parser.integer()) == object, parser.reads("0"), parser.reads("obj"),
        (try? parser.integer()) == end - start
      {
        return end
      }
      place = end + 1
    }
    throw FinishingError("a stream without end")
  }

  private static let keyword = Array("endstream".utf8)
}
