/// A workbook of Office Open XML with cells to be filled in: only these change, and every other byte of its files stays.
public struct XLSXForm {
  /// What a cell is to hold.
  public enum Value: Hashable, Sendable {
    case text(String)
    /// Digits, as a workbook stores them.
    case number(String)
  }

  public let workbook: Workbook
  private let archive: [UInt8]
  /// The part of each of the workbook's sheets.
  private let sheets: [String]

  /// nil when the bytes are no workbook of this kind.
  public init?(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let parts = try ZipArchive(bytes)
    guard parts.contains("[Content_Types].xml") else { return nil }
    let reader = XLSXReader(parts)
    workbook = try reader.workbook()
    sheets = try reader.sheetParts()
    archive = bytes
  }

  /// The longest text a cell holds, in UTF-16 units (ECMA-376-1, 18.18.11).
  public static let longestText = 32_767

  /// - Parameters:
  ///   - sheet: its place in the workbook, from 0.
  ///   - first: the number of the first row of `rows`, from 1; it and all that follow hold nothing so far.
  ///   - rows: values by column, from 0.
  /// - Throws: also when the result, read again, is anything but the workbook with these values: the editor looks for tags
  ///   only, and a stranger's part may hold some where no reader looks.
  public func filled(
    sheet: Int, from first: Int, with rows: [[Int: Value]]
  ) throws(SpreadsheetFailure) -> [UInt8] {
    let part = sheets[sheet]
    guard let content = try ZipArchive(archive).part(part), let editor = XLSXSheetEditor(content) else {
      throw .damaged(part: part)
    }
    let filled = try ZipMember.replaced(part, by: editor.filled(from: first, with: rows), in: archive)
    guard let result = try XLSXForm(filled), result.workbook == expected(sheet, first, rows, found: result.workbook)
    else { throw .damaged(part: part) }
    return filled
  }

  /// The workbook with the values in it.
  /// - Parameter found: what was read, whose numbers are taken as they are shown: by the style of their cells.
  private func expected(_ sheet: Int, _ first: Int, _ rows: [[Int: Value]], found: Workbook) -> Workbook {
    var expected = workbook
    guard found.sheets.indices.contains(sheet) else { return expected }
    let shown = Dictionary(found.sheets[sheet].rows.map { ($0.number, $0) }) { first, _ in first }
    for (index, values) in rows.enumerated() {
      let row = shown[first + index]
      let cells = values.sorted { $0.key < $1.key }.compactMap { column, value -> Cell? in
        switch value {
        case .text(let text): return text.isEmpty ? nil : Cell(column: column, content: .text(text))
        case .number: return row?.cells.first { $0.column == column && $0.content.isFigure }
        }
      }
      guard !cells.isEmpty else { continue }
      expected.sheets[sheet].rows.append(
        SheetRow(number: first + index, isHidden: row?.isHidden ?? false, cells: cells))
    }
    expected.sheets[sheet].hiddenColumns = found.sheets[sheet].hiddenColumns
    return expected
  }
}

extension Cell.Content {
  fileprivate var isFigure: Bool {
    switch self {
    case .number, .date: true
    default: false
    }
  }
}
