import TestArchives

/// A workbook with one part of unknown worth.
enum FuzzedWorkbook {
  static func file(_ bytes: [UInt8], as part: String) -> [UInt8] {
    if part == "workbook.biff" { return StoredCompound.file(bytes) }
    if part == "content.xml" { return StoredZip.archive([("content.xml", bytes)]) }
    return StoredZip.archive(sound.map { ($0.name, $0.name.hasSuffix(part) ? bytes : $0.bytes) })
  }

  private static let sound: [(name: String, bytes: [UInt8])] = [
    ("_rels/.rels", relationships([("r1", "officeDocument", "xl/workbook.xml")])),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("r1", "worksheet", "sheet.xml"), ("r2", "sharedStrings", "strings.xml"), ("r3", "styles", "styles.xml"),
      ])
    ),
    ("xl/workbook.xml", xml("<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
    (
      "xl/styles.xml",
      xml(
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0%\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
          + "<xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
    ),
    (
      "xl/strings.xml",
      xml(
        "<sst><si><t>No.</t></si><si><t>ACTIVIDAD</t></si><si><t>SEM 1</t></si><si><t>PROG</t></si><si><t>REAL</t></si>"
          + "<si><r><t>Ba</t></r><r><t>ches</t></r></si></sst>")
    ),
    (
      "xl/sheet.xml",
      xml(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
          + "<c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"C2\" t=\"s\"><v>3</v></c>"
          + "<c r=\"D2\" t=\"s\"><v>4</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>5</v></c>"
          + "<c r=\"C3\"><v>2</v></c><c r=\"D3\"><f>C3</f><v>2</v></c></row></sheetData>"
          + "<mergeCells><mergeCell ref=\"C1:D1\"/></mergeCells></worksheet>")
    ),
  ]

  private static func xml(_ text: String) -> [UInt8] {
    let root = text.prefix { $0 != ">" }
    let space = " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    return Array((root + space + text.dropFirst(root.count)).utf8)
  }

  private static func relationships(_ entries: [(id: String, type: String, target: String)]) -> [UInt8] {
    let elements = entries.map { entry in
      "<Relationship Id=\"\(entry.id)\" Type=\"http://x/\(entry.type)\" Target=\"\(entry.target)\"/>"
    }
    return Array("<Relationships>\(elements.joined())</Relationships>".utf8)
  }
}
