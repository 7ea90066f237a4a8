/// Reads binary workbooks of Excel 97–2003 (BIFF8, [MS-XLS]).
///
/// Our own reader, because those that Debian has lose the results of formulas; of the format it knows values, styles as
/// far as they tell dates and percentages, merged cells, and what is hidden.
struct XLSReader {
  private let stream: [UInt8]
  private let allowance = CellAllowance()
  private var strings: [String] = []
  private var formatCodes: [Int: String] = [:]
  private var cellFormats: [Int] = []
  private var epoch1904 = false
  /// Spreadsheet programs store document properties in a stream of its own; mere writers of workbooks do not.
  private let isFromSpreadsheetProgram: Bool
  private var sheets: [(name: String, offset: Int, isHidden: Bool)] = []

  init(_ file: CompoundFile) throws(SpreadsheetFailure) {
    if file.streamNames.contains("EncryptedPackage") { throw .encrypted }
    guard let stream = try file.stream("Workbook") else {
      throw .unsupported(kind: file.streamNames.contains("Book") ? "Excel 5.0/95" : "Office 97-2003")
    }
    self.stream = stream
    isFromSpreadsheetProgram = file.streamNames.contains("\u{05}SummaryInformation")
  }

  mutating func workbook() throws(SpreadsheetFailure) -> Workbook {
    try readGlobals()
    let values = XLSValues(
      strings: strings, formats: numberFormats, epoch1904: epoch1904,
      doubtsEmptyResults: !isFromSpreadsheetProgram)
    var result: [Sheet] = []
    for entry in sheets {
      var reader = XLSSheetReader(
        XLSRecords(stream, at: entry.offset), name: entry.name, values: values, allowance: allowance)
      result.append(try reader.sheet(isHidden: entry.isHidden))
    }
    return Workbook(sheets: result)
  }

  private var numberFormats: [NumberFormat] {
    cellFormats.map { NumberFormat(id: $0, code: formatCodes[$0]) }
  }

  private mutating func readGlobals() throws(SpreadsheetFailure) {
    var records = XLSRecords(stream)
    guard let first = try records.next(), first.type == RecordType.beginning else {
      throw .damaged(part: XLSRecords.part)
    }
    var version = ByteReader(first.content, part: XLSRecords.part)
    guard try version.u16() == 0x0600 else { throw .unsupported(kind: "Excel 5.0/95") }
    while let record = try records.next(), record.type != RecordType.end { try read(record) }
  }

  private mutating func read(_ record: XLSRecords.Record) throws(SpreadsheetFailure) {
    var reader = ByteReader(record.content, part: XLSRecords.part)
    switch record.type {
    case RecordType.filePass: throw .encrypted
    case RecordType.dateMode: epoch1904 = try reader.u16() == 1
    case RecordType.sharedStrings: strings = try XLSText.sharedStrings(record)
    case RecordType.format:
      let id = try reader.u16()
      var text = XLSText([record.content.dropFirst(2)])
      formatCodes[id] = try text.richString()
    case RecordType.cellFormat:
      try reader.skip(2)
      cellFormats.append(try reader.u16())
    case RecordType.boundSheet: try readSheetEntry(record, &reader)
    default: break
    }
  }

  private mutating func readSheetEntry(
    _ record: XLSRecords.Record, _ reader: inout ByteReader
  ) throws(SpreadsheetFailure) {
    let offset = try reader.u32()
    let (visibility, type) = (try reader.u8(), try reader.u8())
    var text = XLSText([record.content.dropFirst(6)])
    let name = try text.shortString()
    // Only worksheets; macros, charts and modules have no cells of ours.
    if type == 0 { sheets.append((name, offset, visibility & 3 != 0)) }
  }
}
