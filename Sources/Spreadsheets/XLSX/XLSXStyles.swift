/// How each cell style shows numbers.
struct XLSXStyles {
  /// By the index cells refer to.
  private(set) var formats: [NumberFormat] = []

  init(_ bytes: [UInt8], part: String) throws(SpreadsheetFailure) {
    let reader = try XMLReader(bytes, part: part)
    let (format, cellFormats, style) = (reader.name("numFmt"), reader.name("cellXfs"), reader.name("xf"))
    let (id, code) = (reader.name("numFmtId"), reader.name("formatCode"))
    var codes: [Int: String] = [:]
    var isInside = false
    while try reader.next() {
      guard reader.node != .text else { continue }
      if reader.name == cellFormats { isInside = reader.node == .start && !reader.isEmpty }
      guard reader.node == .start else { continue }
      let number = reader.attribute(id).flatMap { Int($0) } ?? 0
      if reader.name == format { codes[number] = reader.attribute(code) }
      if isInside, reader.name == style { formats.append(NumberFormat(id: number, code: codes[number])) }
    }
  }
}
