/// Strings of BIFF8 ([MS-XLS] 2.5.293 ff.): one or two bytes a character; where a string goes on in a CONTINUE record,
/// the width is said anew.
struct XLSText {
  private var pieces: [ArraySlice<UInt8>]
  private var reader: ByteReader

  init(_ pieces: [ArraySlice<UInt8>]) {
    self.pieces = pieces
    reader = ByteReader(pieces.first ?? [], part: XLSRecords.part)
    self.pieces.removeFirst(min(1, pieces.count))
  }

  /// The shared string table.
  static func sharedStrings(_ record: XLSRecords.Record) throws(SpreadsheetFailure) -> [String] {
    var text = XLSText(record.pieces)
    try text.reader.skip(4)
    let count = try text.reader.u32()
    guard count <= SpreadsheetLimits.cells else { throw .tooLarge(part: XLSRecords.part) }
    var strings: [String] = []
    for _ in 0..<count { strings.append(try text.richString()) }
    return strings
  }

  /// With its count in two bytes; formatting runs and phonetic readings are skipped.
  mutating func richString() throws(SpreadsheetFailure) -> String {
    try continueIfSpent()
    let count = try reader.u16()
    let flags = try reader.u8()
    let runs = flags & 8 != 0 ? try reader.u16() : 0
    let extra = flags & 4 != 0 ? try reader.u32() : 0
    let string = try characters(count, isWide: flags & 1 != 0)
    try skip(runs * 4 + extra)
    return string
  }

  /// With its count in one byte.
  mutating func shortString() throws(SpreadsheetFailure) -> String {
    let count = try reader.u8()
    let flags = try reader.u8()
    return try characters(count, isWide: flags & 1 != 0)
  }

  private mutating func continueIfSpent() throws(SpreadsheetFailure) {
    while reader.left == 0, !pieces.isEmpty { reader = ByteReader(pieces.removeFirst(), part: XLSRecords.part) }
  }

  private mutating func characters(_ count: Int, isWide: Bool) throws(SpreadsheetFailure) -> String {
    var (units, isWide) = ([UInt16](), isWide)
    while units.count < count {
      if reader.left == 0, !pieces.isEmpty {
        reader = ByteReader(pieces.removeFirst(), part: XLSRecords.part)
        isWide = try reader.u8() & 1 != 0
      }
      units.append(UInt16(isWide ? try reader.u16() : try reader.u8()))
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func skip(_ count: Int) throws(SpreadsheetFailure) {
    var left = count
    while left > 0 {
      try continueIfSpent()
      let step = min(left, reader.left)
      guard step > 0 else { throw .damaged(part: XLSRecords.part) }
      try reader.skip(step)
      left -= step
    }
  }
}
