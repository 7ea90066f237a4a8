/// The records of a BIFF8 stream ([MS-XLS] 2.3): a type, a length, and content that CONTINUE records may carry on.
struct XLSRecords {
  struct Record {
    let type: Int
    /// Where in the stream it begins.
    let offset: Int
    /// The record's own content, then that of each CONTINUE behind it.
    let pieces: [ArraySlice<UInt8>]

    var content: ArraySlice<UInt8> { pieces[0] }
  }

  static let part = "Workbook"
  private let stream: [UInt8]
  private var position: Int

  init(_ stream: [UInt8], at offset: Int = 0) {
    self.stream = stream
    position = offset
  }

  /// nil at the stream's end.
  mutating func next() throws(SpreadsheetFailure) -> Record? {
    let offset = position
    guard let first = try header() else { return nil }
    var pieces = [first.content]
    while try peekType() == RecordType.continuation, let more = try header() { pieces.append(more.content) }
    return Record(type: first.type, offset: offset, pieces: pieces)
  }

  private mutating func header() throws(SpreadsheetFailure) -> (type: Int, content: ArraySlice<UInt8>)? {
    guard position + 4 <= stream.count else { return nil }
    var reader = ByteReader(stream[position...], part: XLSRecords.part)
    let (type, length) = (try reader.u16(), try reader.u16())
    let content = try reader.take(length)
    position = reader.position
    return (type, content)
  }

  private func peekType() throws(SpreadsheetFailure) -> Int? {
    guard position + 4 <= stream.count else { return nil }
    var reader = ByteReader(stream[position...], part: XLSRecords.part)
    return try reader.u16()
  }
}

/// Types of the records that are read ([MS-XLS] 2.3.1).
enum RecordType {
  static let formula = 0x0006
  static let end = 0x000A
  static let dateMode = 0x0022
  static let filePass = 0x002F
  static let continuation = 0x003C
  static let columnInfo = 0x007D
  static let boundSheet = 0x0085
  static let multipleNumbers = 0x00BD
  static let cellFormat = 0x00E0
  static let mergedCells = 0x00E5
  static let sharedStrings = 0x00FC
  static let sharedLabel = 0x00FD
  static let number = 0x0203
  static let label = 0x0204
  static let booleanOrError = 0x0205
  static let string = 0x0207
  static let row = 0x0208
  static let compactNumber = 0x027E
  static let format = 0x041E
  static let beginning = 0x0809
}
