/// Reads one worksheet part.
struct XLSXSheetReader {
  private let reader: XMLReader
  private let part: String
  private let values: XLSXValues
  private var builder: SheetBuilder
  /// Takes note of what formulas gave; nil where zeros are known to be no results.
  private let results: FormulaResults?
  /// Of the row and cell last seen; one without a reference follows the one before it.
  private var row = 0
  private var column = -1

  init(
    _ bytes: [UInt8], part: String, values: XLSXValues, allowance: CellAllowance, results: FormulaResults?
  ) throws(SpreadsheetFailure) {
    self.results = results
    reader = try XMLReader(bytes, part: part)
    self.part = part
    self.values = values
    builder = SheetBuilder(part: part, allowance: allowance)
  }

  /// A part that is damaged is told with the cell up to which it could be read.
  mutating func sheet(name: String, isHidden: Bool) throws(SpreadsheetFailure) -> Sheet {
    do throws(SpreadsheetFailure) {
      return try readSheet(name: name, isHidden: isHidden)
    } catch {
      guard case .damaged(part) = error, row > 0 else { throw error }
      throw .damaged(part: "\(part)!\(CellReference.text(row: row, column: max(0, column)))")
    }
  }

  private mutating func readSheet(name: String, isHidden: Bool) throws(SpreadsheetFailure) -> Sheet {
    let names = Names(reader)
    while try reader.next() {
      guard reader.node == .start else { continue }
      switch reader.name {
      case names.row: try enterRow(names)
      case names.cell: try readCell(names)
      case names.column: readColumn(names)
      case names.merge:
        guard let range = reader.attribute(names.ref).flatMap(CellReference.range) else { throw .damaged(part: part) }
        try builder.merge(range)
      default: break
      }
    }
    return try builder.sheet(name: name, isHidden: isHidden)
  }

  /// Looked up once: equal names are equal pointers.
  private struct Names {
    let row, cell, value, inline, formula, column, merge, phonetic: XMLReader.Name
    let r, s, t, ref, hidden, min, max: XMLReader.Name

    init(_ reader: XMLReader) {
      (row, cell, value) = (reader.name("row"), reader.name("c"), reader.name("v"))
      (inline, formula, column) = (reader.name("is"), reader.name("f"), reader.name("col"))
      (merge, phonetic) = (reader.name("mergeCell"), reader.name("rPh"))
      (r, s, t, ref) = (reader.name("r"), reader.name("s"), reader.name("t"), reader.name("ref"))
      (hidden, min, max) = (reader.name("hidden"), reader.name("min"), reader.name("max"))
    }
  }

  private mutating func enterRow(_ names: Names) throws(SpreadsheetFailure) {
    row += 1
    column = -1
    if let number = reader.attribute(names.r) {
      guard let number = Int(number), (1...SpreadsheetLimits.rows).contains(number) else {
        throw .damaged(part: part)
      }
      row = number
    }
    if isTrue(reader.attribute(names.hidden)) { builder.hide(rows: row..<row + 1) }
  }

  private mutating func readColumn(_ names: Names) {
    guard isTrue(reader.attribute(names.hidden)), let first = reader.attribute(names.min).flatMap({ Int($0) }),
      let last = reader.attribute(names.max).flatMap({ Int($0) }), first >= 1, first <= last
    else { return }
    builder.hide(columns: first - 1..<max(first, min(last, SpreadsheetLimits.columns)))
  }

  private func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }

  private mutating func readCell(_ names: Names) throws(SpreadsheetFailure) {
    column += 1
    var (style, kind) = (0, XLSXValues.Kind.number)
    var place: (row: Int, column: Int)?
    var isMisplaced = false
    reader.attributes { name, value in
      if name == names.r {
        place = CellReference.parse(value)
        isMisplaced = place == nil
      } else if name == names.s {
        style = Int(String(cString: value)) ?? 0
      } else if name == names.t {
        kind = XLSXSheetReader.kind(String(cString: value))
      }
    }
    if let place { (isMisplaced, column) = (place.row != row, place.column) }
    guard !isMisplaced else { throw .damaged(part: part) }
    let (stored, hasFormula) = try stored(names)
    var content = try values.content(kind, style: style, stored: stored, hasFormula: hasFormula, part: part)
    if hasFormula, let stored, !stored.isEmpty {
      if let results { results.take(stored) } else if stored == "0" { content = .uncomputed }
    }
    if let content { try builder.add(content, row: row, column: column) }
  }

  private static func kind(_ type: String) -> XLSXValues.Kind {
    switch type {
    case "s": .shared
    case "inlineStr": .inline
    case "str": .string
    case "e": .error
    case "b": .boolean
    case "d": .date
    default: .number
    }
  }

  private func stored(_ names: Names) throws(SpreadsheetFailure) -> (value: String?, hasFormula: Bool) {
    guard !reader.isEmpty else { return (nil, false) }
    var (value, hasFormula) = (String?.none, false)
    while try reader.next() {
      if reader.node == .end, reader.name == names.cell { break }
      guard reader.node == .start else { continue }
      switch reader.name {
      case names.value: value = try reader.content()
      case names.inline: value = try reader.texts(skipping: names.phonetic)
      case names.formula:
        hasFormula = true
        try reader.skip()
      default: try reader.skip()
      }
    }
    return (value, hasFormula)
  }
}
