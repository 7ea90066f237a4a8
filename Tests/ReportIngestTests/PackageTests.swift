import Foundation
import ReportModel
import Testing

@testable import ReportIngest
@testable import Spreadsheets

/// Workbooks made here part by part: numbers that no sheet has, what formats show, results that do not count.
@Suite struct PackageTests {
  struct Parts: PackageParts {
    var parts: [String: String]

    func contains(_ name: String) -> Bool { parts[name] != nil }

    func part(_ name: String) throws(SpreadsheetFailure) -> [UInt8]? { parts[name].map { Array($0.utf8) } }
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func workbook(_ rows: String, formats: [String] = [], calculation: String = "") throws -> Workbook {
    let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\($0.element)\"/>" }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    return try Spreadsheet.workbook(
      in: Parts(parts: [
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels":
          "<R><Relationship Id=\"r\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></R>",
        "xl/_rels/workbook.xml.rels": "<R><Relationship Id=\"a\" Type=\"\(relations)/worksheet\" Target=\"s.xml\"/>"
          + "<Relationship Id=\"b\" Type=\"\(relations)/styles\" Target=\"t.xml\"/></R>",
        "xl/workbook.xml": "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
          + "<sheet name=\"H\" sheetId=\"1\" r:id=\"a\"/></sheets>\(calculation)</workbook>",
        "xl/s.xml": "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>",
        "xl/t.xml": "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts>"
          + "<cellXfs><xf/>\(styles.joined())</cellXfs></styleSheet>",
      ]))
  }

  @Test(arguments: ["9223372036854775807", "1048577", "0", "-1", "x"])
  func refusesRowsThatNoSheetHas(_ number: String) {
    #expect(throws: SpreadsheetFailure.self) {
      try Self.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"\(number)\"/><row><c><v>1</v></c></row>")
    }
  }

  @Test func aDamagedSheetIsToldWithItsCell() {
    #expect(throws: SpreadsheetFailure.damaged(part: "H!B1")) {
      try Self.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>uno</v></c></row>")
    }
  }

  @Test(arguments: [
    ("1.1", "0.00", "1.10"), ("1.1", "0.0", "1.1"), ("7", "000", "007"), ("576982.8", "#,##0.00", "576982.80"),
    ("1.25", "0.0", "1.25"), ("-3", "0.00;[Red]-0.00", "-3.00"), ("0.5", "0.0%", "50.0%"), ("12", "General", "12"),
    ("1E-9223372036854775808", "0", nil),
  ])
  func showsTheDigitsOfTheFormat(_ value: String, _ format: String, _ shown: String?) throws {
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>"
    guard let shown else {
      #expect(throws: SpreadsheetFailure.self) { try Self.workbook(rows, formats: [format]) }
      return
    }
    let cell = try Self.workbook(rows, formats: [format]).sheets.first?.rows.first?.cells.first
    #expect(cell?.content == .number(shown))
  }

  @Test(arguments: [("0", "0", true), ("0", "5", false), ("5", "5", false)])
  func resultsThatAreAllZeroDoNotCount(_ a: String, _ b: String, _ isUncomputed: Bool) throws {
    let rows = "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>\(a)</v></c><c r=\"B1\"><f>1+2</f><v>\(b)</v></c></row>"
    let asked = try Self.workbook(rows, calculation: "<calcPr fullCalcOnLoad=\"1\"/>")
    #expect((asked.sheets[0].rows[0].cells[0].content == .uncomputed) == isUncomputed)
    let plain = try Self.workbook(rows)
    #expect(plain.sheets[0].rows[0].cells[0].content == .number(a))
  }

  @Test func anEmptyArchiveIsNoText() {
    let bytes: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
    #expect(ReportReader.read(bytes, file: "x.xlsx").diagnostics.map(\.code) == ["empty-file"])
  }
}
