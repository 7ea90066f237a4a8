/// Reads OpenDocument spreadsheets (ODF 1.3 part 3, clause 9), in a package or as one flat file.
struct ODSReader {
  private let reader: XMLReader
  private let names: ODSNames
  private let part: String
  private let allowance = CellAllowance()
  /// Styles of tables that are not displayed.
  private var hiddenStyles: Set<String> = []

  /// - Throws: `encrypted` when the manifest says so: an encrypted part is no XML.
  init(_ parts: any PackageParts) throws(SpreadsheetFailure) {
    if let manifest = try parts.part("META-INF/manifest.xml"), try ODSReader.isEncrypted(manifest) { throw .encrypted }
    try self.init(content: try parts.required("content.xml"), part: "content.xml")
  }

  init(content: [UInt8], part: String) throws(SpreadsheetFailure) {
    reader = try XMLReader(content, part: part)
    names = ODSNames(reader)
    self.part = part
  }

  private static func isEncrypted(_ manifest: [UInt8]) throws(SpreadsheetFailure) -> Bool {
    let reader = try XMLReader(manifest, part: "META-INF/manifest.xml")
    let mark = reader.name("encryption-data")
    while try reader.next() { if reader.node == .start, reader.name == mark { return true } }
    return false
  }

  mutating func workbook() throws(SpreadsheetFailure) -> Workbook {
    var sheets: [Sheet] = []
    var style: String?
    while try reader.next() {
      guard reader.node == .start else { continue }
      switch reader.name {
      case names.style: style = reader.attribute(names.name)
      case names.tableProperties:
        if reader.attribute(names.display) == "false", let style { hiddenStyles.insert(style) }
      case names.trackedChanges: try reader.skip()
      case names.table: sheets.append(try sheet(number: sheets.count + 1))
      default: break
      }
    }
    return Workbook(sheets: sheets)
  }

  private func sheet(number: Int) throws(SpreadsheetFailure) -> Sheet {
    let name = reader.attribute(names.name) ?? "Hoja\(number)"
    let isHidden = reader.attribute(names.styleName).map(hiddenStyles.contains) ?? false
    var table = ODSTable(part: name, reader: reader, names: names, allowance: allowance)
    return try table.read().sheet(name: name, isHidden: isHidden)
  }
}

/// The names an ODS reader compares with, looked up once.
struct ODSNames {
  let style, tableProperties, trackedChanges, table, row, cell, coveredCell, column, shapes, forms: XMLReader.Name
  let paragraph, spaces, tab, lineBreak, annotation: XMLReader.Name
  let name, styleName, display, rowsRepeated, columnsRepeated, rowsSpanned, columnsSpanned: XMLReader.Name
  let visibility, valueType, value, dateValue, booleanValue, stringValue, formula, count: XMLReader.Name

  init(_ reader: XMLReader) {
    (style, tableProperties) = (reader.name("style"), reader.name("table-properties"))
    (trackedChanges, table) = (reader.name("tracked-changes"), reader.name("table"))
    (row, cell, coveredCell) = (reader.name("table-row"), reader.name("table-cell"), reader.name("covered-table-cell"))
    (column, shapes, forms) = (reader.name("table-column"), reader.name("shapes"), reader.name("forms"))
    (paragraph, spaces, tab) = (reader.name("p"), reader.name("s"), reader.name("tab"))
    (lineBreak, annotation) = (reader.name("line-break"), reader.name("annotation"))
    (name, styleName, display) = (reader.name("name"), reader.name("style-name"), reader.name("display"))
    (rowsRepeated, columnsRepeated) = (reader.name("number-rows-repeated"), reader.name("number-columns-repeated"))
    (rowsSpanned, columnsSpanned) = (reader.name("number-rows-spanned"), reader.name("number-columns-spanned"))
    (visibility, valueType, value) = (reader.name("visibility"), reader.name("value-type"), reader.name("value"))
    (dateValue, booleanValue) = (reader.name("date-value"), reader.name("boolean-value"))
    (stringValue, formula, count) = (reader.name("string-value"), reader.name("formula"), reader.name("c"))
  }
}
