/// Puts values into the cells of a worksheet part. A cell that is there keeps its style; a new one has its column's.
struct XLSXSheetEditor {
  private struct Row {
    let number: Int
    let range: Range<Int>
    /// The start tag, with all that it says of height and style.
    let start: XMLTags.Tag
    var cells: [(column: Int, range: Range<Int>, style: String?)] = []
  }

  private let tags: XMLTags
  private var dimension: XMLTags.Tag?
  /// The prefix of the part's elements.
  private var prefix = ""
  /// What `sheetData` holds, or the whole of it where it is `<sheetData/>`.
  private var data = 0..<0
  private var isDataEmpty = false
  private var rows: [Row] = []
  private var styles: [(columns: ClosedRange<Int>, style: String)] = []

  /// nil when the part has no place for cells, or is not in UTF-8.
  init?(_ bytes: [UInt8]) {
    guard XLSXSheetEditor.isUTF8(bytes) else { return nil }
    tags = XMLTags(bytes)
    guard read() else { return nil }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard let declaration = head.firstRange(of: "encoding=") else { return !bytes.prefix(4).contains(0) }
    return head[declaration.upperBound...].dropFirst().hasPrefix("utf-8")
  }

  /// Whether it found what it needs.
  private mutating func read() -> Bool {
    var walk = tags
    var isInData = false
    while let tag = walk.next() {
      switch (tag.name, tag.isEnd) {
      case ("dimension", false): dimension = tag
      case ("col", false) where !isInData: readColumn(tag)
      case ("sheetData", false) where !isInData:
        prefix = tag.prefix
        isDataEmpty = tag.isEmpty
        data = tag.isEmpty ? tag.range : tag.range.upperBound..<tag.range.upperBound
        if tag.isEmpty { return true }
        isInData = true
      case ("sheetData", true):
        data = data.lowerBound..<tag.range.lowerBound
        return true
      case ("row", false) where isInData: guard begin(tag) else { return false }
      case ("row", true) where isInData: endRow(at: tag.range.upperBound)
      case ("c", false) where isInData: beginCell(tag)
      case ("c", true) where isInData: endCell(at: tag.range.upperBound)
      default: break
      }
    }
    return false
  }

  private mutating func readColumn(_ tag: XMLTags.Tag) {
    guard let style = tags.text(of: "style", in: tag), let first = tags.text(of: "min", in: tag).flatMap({ Int($0) }),
      let last = tags.text(of: "max", in: tag).flatMap({ Int($0) }), first >= 1, first <= last
    else { return }
    styles.append(((first - 1)...(last - 1), style))
  }

  /// False for a row that no sheet has, or not there: rows stand in their order (ECMA-376-1, 18.3.1.73).
  private mutating func begin(_ tag: XMLTags.Tag) -> Bool {
    let last = rows.last?.number ?? 0
    let number = tags.text(of: "r", in: tag).map { Int($0) ?? 0 } ?? last + 1
    guard last < number, number <= SpreadsheetLimits.rows else { return false }
    rows.append(Row(number: number, range: tag.range, start: tag))
    return true
  }

  private mutating func endRow(at end: Int) {
    guard let row = rows.popLast() else { return }
    rows.append(Row(number: row.number, range: row.range.lowerBound..<end, start: row.start, cells: row.cells))
  }

  private mutating func beginCell(_ tag: XMLTags.Tag) {
    guard !rows.isEmpty else { return }
    let last = rows.count - 1
    let place = tags.text(of: "r", in: tag).flatMap { CellReference.range($0) }
    let column = place?.columns.lowerBound ?? (rows[last].cells.last?.column ?? -1) + 1
    rows[last].cells.append((column, tag.range, tags.text(of: "s", in: tag)))
  }

  private mutating func endCell(at end: Int) {
    guard let last = rows.indices.last, let cell = rows[last].cells.popLast() else { return }
    rows[last].cells.append((cell.column, cell.range.lowerBound..<end, cell.style))
  }
}

// Writing
extension XLSXSheetEditor {
  /// - Parameter values: of the rows from `first` on, by column.
  func filled(from first: Int, with values: [[Int: XLSXForm.Value]]) -> [UInt8] {
    let last = first + values.count - 1
    let before = rows.last { $0.number < first }?.range.upperBound ?? data.lowerBound
    let after = rows.first { $0.number > last }?.range.lowerBound ?? data.upperBound
    var written = ""
    for (index, cells) in values.enumerated() { written += row(first + index, cells) }
    let content: [UInt8]
    if isDataEmpty {
      content = Array("<\(prefix)sheetData>\(written)</\(prefix)sheetData>".utf8)
    } else {
      content = tags.bytes[data.lowerBound..<before] + Array(written.utf8) + tags.bytes[after..<data.upperBound]
    }
    return head(rows: last, columns: values.flatMap(\.keys).max() ?? 0) + content + tags.bytes[data.upperBound...]
  }

  /// All before the cells, where the size of the sheet is told (ECMA-376-1, 18.3.1.35); readers may rely on it.
  private func head(rows: Int, columns: Int) -> [UInt8] {
    let head = Array(tags.bytes[..<data.lowerBound])
    guard let dimension, dimension.range.upperBound <= data.lowerBound,
      let place = tags.value(of: "ref", in: dimension),
      let range = CellReference.range(String(decoding: tags.bytes[place], as: UTF8.self))
    else { return head }
    let corner = CellReference.text(
      row: max(rows, range.rows.upperBound), column: max(columns, range.columns.upperBound))
    let start = CellReference.text(row: range.rows.lowerBound, column: range.columns.lowerBound)
    return head[..<place.lowerBound] + Array("\(start):\(corner)".utf8) + head[place.upperBound...]
  }

  private func row(_ number: Int, _ values: [Int: XLSXForm.Value]) -> String {
    let old = rows.first { $0.number == number }
    var start = "<\(prefix)row r=\"\(number)\""
    if let old {
      let end = old.start.range.upperBound - (old.start.isEmpty ? 2 : 1)
      start = String(decoding: tags.bytes[old.start.range.lowerBound..<end], as: UTF8.self)
    }
    let columns = Set(values.keys).union(old?.cells.map(\.column) ?? []).sorted()
    let cells = columns.map { column in
      let cell = old?.cells.first { $0.column == column }
      guard let value = values[column] else {
        return cell.map { String(decoding: tags.bytes[$0.range], as: UTF8.self) } ?? ""
      }
      return text(value, at: CellReference.text(row: number, column: column), style: style(of: cell?.style, column))
    }
    return start + ">" + cells.joined() + "</\(prefix)row>"
  }

  private func style(of cell: String?, _ column: Int) -> String? {
    cell ?? styles.first { $0.columns.contains(column) }?.style
  }

  private func text(_ value: XLSXForm.Value, at reference: String, style: String?) -> String {
    let style = style.map { " s=\"\($0)\"" } ?? ""
    switch value {
    case .number(let digits):
      return "<\(prefix)c r=\"\(reference)\"\(style)><\(prefix)v>\(digits)</\(prefix)v></\(prefix)c>"
    case .text(let text):
      let content =
        "<\(prefix)is><\(prefix)t xml:space=\"preserve\">\(XLSXStrings.escaped(text))</\(prefix)t></\(prefix)is>"
      return "<\(prefix)c r=\"\(reference)\"\(style) t=\"inlineStr\">\(content)</\(prefix)c>"
    }
  }
}
