/// Reads the records of one worksheet.
struct XLSSheetReader {
  private var records: XLSRecords
  private let name: String
  private let values: XLSValues
  private var builder: SheetBuilder
  /// A formula whose text follows in a record of its own.
  private var pending: (row: Int, column: Int)?

  init(_ records: XLSRecords, name: String, values: XLSValues, allowance: CellAllowance) {
    self.records = records
    self.name = name
    self.values = values
    builder = SheetBuilder(part: name, allowance: allowance)
  }

  mutating func sheet(isHidden: Bool) throws(SpreadsheetFailure) -> Sheet {
    guard let first = try records.next(), first.type == RecordType.beginning else { throw .damaged(part: name) }
    // An embedded chart has a beginning and an end of its own.
    var depth = 1
    while depth > 0 {
      guard let record = try records.next() else { throw .damaged(part: name) }
      if record.type == RecordType.beginning { depth += 1 }
      if record.type == RecordType.end { depth -= 1 } else if depth == 1 { try read(record) }
    }
    return try builder.sheet(name: name, isHidden: isHidden)
  }

  private mutating func read(_ record: XLSRecords.Record) throws(SpreadsheetFailure) {
    var reader = ByteReader(record.content, part: name)
    switch record.type {
    case RecordType.row: try readRow(&reader)
    case RecordType.columnInfo: try readColumns(&reader)
    case RecordType.mergedCells: try readMerges(&reader)
    case RecordType.multipleNumbers: try readNumbers(&reader)
    case RecordType.formula: try readFormula(&reader)
    case RecordType.string:
      var text = XLSText(record.pieces)
      guard let place = pending else { return }
      pending = nil
      try builder.add(.text(try text.richString()), row: place.row, column: place.column)
    case RecordType.number, RecordType.compactNumber, RecordType.sharedLabel, RecordType.label,
      RecordType.booleanOrError:
      try readCell(record, &reader)
    default: break
    }
  }

  private mutating func readCell(
    _ record: XLSRecords.Record, _ reader: inout ByteReader
  ) throws(SpreadsheetFailure) {
    let (row, column, style) = (try reader.u16() + 1, try reader.u16(), try reader.u16())
    let content: Cell.Content
    switch record.type {
    case RecordType.number: content = try values.number(try reader.double(), style: style)
    case RecordType.compactNumber:
      content = try values.number(XLSValues.compactNumber(try reader.u32()), style: style)
    case RecordType.sharedLabel: content = try values.shared(try reader.u32())
    case RecordType.label:
      var text = XLSText([record.content.dropFirst(6)] + record.pieces.dropFirst())
      content = .text(try text.richString())
    default:
      let value = try reader.u8()
      content = try reader.u8() != 0 ? XLSValues.error(value) : XLSValues.boolean(value)
    }
    try builder.add(content, row: row, column: column)
  }

  private mutating func readRow(_ reader: inout ByteReader) throws(SpreadsheetFailure) {
    let row = try reader.u16() + 1
    try reader.skip(10)
    if try reader.u16() & 0x20 != 0 { builder.hide(rows: row..<row + 1) }
  }

  private mutating func readColumns(_ reader: inout ByteReader) throws(SpreadsheetFailure) {
    let (first, last) = (try reader.u16(), try reader.u16())
    try reader.skip(4)
    guard try reader.u16() & 1 != 0, first <= last else { return }
    builder.hide(columns: first..<last + 1)
  }

  private mutating func readMerges(_ reader: inout ByteReader) throws(SpreadsheetFailure) {
    for _ in 0..<(try reader.u16()) {
      let (top, bottom, left, right) = (try reader.u16(), try reader.u16(), try reader.u16(), try reader.u16())
      guard top <= bottom, left <= right else { throw .damaged(part: name) }
      try builder.merge(CellRange(rows: top + 1...bottom + 1, columns: left...right))
    }
  }

  private mutating func readNumbers(_ reader: inout ByteReader) throws(SpreadsheetFailure) {
    let (row, first) = (try reader.u16() + 1, try reader.u16())
    for offset in 0..<max(0, (reader.left - 2) / 6) {
      let style = try reader.u16()
      let content = try values.number(XLSValues.compactNumber(try reader.u32()), style: style)
      try builder.add(content, row: row, column: first + offset)
    }
  }

  private func isEmpty(_ result: [UInt8]) -> Bool {
    result.allSatisfy { $0 == 0 } || result[0] == 3 && result[6] == 0xFF && result[7] == 0xFF
  }

  /// The stored result ([MS-XLS] 2.5.133, FormulaValue). A program that cannot compute marks the cell to be computed on
  /// load, or leaves zero or an empty text; its result is none.
  private mutating func readFormula(_ reader: inout ByteReader) throws(SpreadsheetFailure) {
    let (row, column, style) = (try reader.u16() + 1, try reader.u16(), try reader.u16())
    let result = Array(try reader.take(8))
    let isToCompute = try reader.u16() & 2 != 0
    var content: Cell.Content?
    if isToCompute || values.doubtsEmptyResults && isEmpty(result) {
      content = .uncomputed
    } else if result[6] == 0xFF, result[7] == 0xFF {
      switch result[0] {
      case 0: pending = (row, column)
      case 1: content = XLSValues.boolean(Int(result[2]))
      case 2: content = XLSValues.error(Int(result[2]))
      default: break
      }
    } else {
      var number = ByteReader(result[...], part: name)
      content = try values.number(try number.double(), style: style)
    }
    if let content { try builder.add(content, row: row, column: column) }
  }
}
