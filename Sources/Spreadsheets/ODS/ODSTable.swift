/// Reads one `table:table`: its rows and columns with their repetitions and spans.
struct ODSTable {
  private let part: String
  private let reader: XMLReader
  private let names: ODSNames
  private var builder: SheetBuilder
  /// The row being read, counted from 1, and how many rows it stands for.
  private var row = 0
  private var rowRepetitions = 1
  private var column = 0
  private var columnDefinitions = 0

  init(part: String, reader: XMLReader, names: ODSNames, allowance: CellAllowance) {
    self.part = part
    self.reader = reader
    self.names = names
    builder = SheetBuilder(part: part, allowance: allowance)
  }

  mutating func read() throws(SpreadsheetFailure) -> SheetBuilder {
    guard !reader.isEmpty else { return builder }
    while try reader.next() {
      if reader.node == .end, reader.name == names.table { break }
      if reader.node == .end, reader.name == names.row { row += rowRepetitions - 1 }
      guard reader.node == .start else { continue }
      switch reader.name {
      case names.row: try enterRow()
      case names.cell, names.coveredCell: try readCell()
      case names.column: try readColumn()
      case names.shapes, names.forms, names.table: try reader.skip()
      default: break
      }
    }
    return builder
  }

  private func repetitions(_ name: XMLReader.Name) throws(SpreadsheetFailure) -> Int {
    guard let text = reader.attribute(name) else { return 1 }
    guard let count = Int(text), (1...(1 << 24)).contains(count) else { throw .damaged(part: part) }
    return count
  }

  private mutating func enterRow() throws(SpreadsheetFailure) {
    row += 1
    column = 0
    rowRepetitions = try repetitions(names.rowsRepeated)
    let isHidden = ["collapse", "filter"].contains(reader.attribute(names.visibility))
    if isHidden { builder.hide(rows: row..<row + rowRepetitions) }
    if reader.isEmpty { row += rowRepetitions - 1 }
  }

  private mutating func readColumn() throws(SpreadsheetFailure) {
    let count = try repetitions(names.columnsRepeated)
    let last = min(columnDefinitions + count, SpreadsheetLimits.columns)
    if ["collapse", "filter"].contains(reader.attribute(names.visibility)), columnDefinitions < last {
      builder.hide(columns: columnDefinitions..<last)
    }
    columnDefinitions += count
  }

  private mutating func readCell() throws(SpreadsheetFailure) {
    let count = try repetitions(names.columnsRepeated)
    defer { column += count }
    let isCovered = reader.name == names.coveredCell
    let (rowsSpanned, columnsSpanned) = (try repetitions(names.rowsSpanned), try repetitions(names.columnsSpanned))
    var cell = ODSCell(reader, names)
    guard let content = try cell.content(reader, names, part: part), !isCovered else { return }
    for repetition in 0..<rowRepetitions {
      for offset in 0..<count { try builder.add(content, row: row + repetition, column: column + offset) }
    }
    guard rowsSpanned * columnsSpanned > 1 else { return }
    try builder.merge(
      CellRange(rows: row...row + rowsSpanned - 1, columns: column...column + columnsSpanned - 1))
  }
}
