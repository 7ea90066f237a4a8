import ReportIngest
import ReportModel
import Testing

@testable import Spreadsheets

/// Tables made to take time or memory without end: refused by counting, before anything is computed from them.
@Suite struct HostileTableTests {
  static func table(_ name: String) -> [UInt8] {
    Array("DIRECCIÓN\nINFORME 2024\nNo.\tACTIVIDAD\tANUAL\t\n\t\tPROG\tREAL\n1\t\(name)\t1\t1\n".utf8)
  }

  static func codes(_ bytes: [UInt8]) -> [String] {
    ReportReader.read(bytes, file: "t.tsv").diagnostics.filter { $0.severity == .error }.map(\.code)
  }

  @Test func aCellHoldsWhatExcelKeeps() {
    #expect(Self.codes(Self.table(String(repeating: "a", count: 32_767))).isEmpty)
    let result = ReportReader.read(Self.table(String(repeating: "á", count: 32_768)), file: "t.tsv")
    #expect(result.diagnostics.map(\.code) == ["cell-too-long"])
    #expect(result.diagnostics.first?.location == SourceLocation(file: "t.tsv", row: 5, column: 2))
  }

  /// What stands above the figures is short, or the pages had no room for them.
  @Test(arguments: [
    ("DIRECCIÓN", 500, 1, 1, "the office's name"), ("INFORME 2024", 3_991, 2, 1, "the text above the table"),
    ("ACTIVIDAD", 500, 3, 2, "the header"), ("No.", 500, 3, 1, "the header"), ("UNIDAD", 500, 3, 3, "the header"),
    ("obra", 200, 5, 3, "the unit of measure"), ("TOTAL", 500, 6, 1, "the total's label"),
    ("ELABORÓ", 500, 8, 2, "the signature"), ("Ana", 500, 10, 2, "the signature"),
    ("Directora", 500, 11, 2, "the signature"), ("Nota: fin.", 3_000, 13, 1, "the note"),
  ])
  func headingsAreShort(_ text: String, _ longest: Int, _ row: Int, _ column: Int, _ name: String) {
    let table =
      "DIRECCIÓN\nINFORME 2024\nNo.\tACTIVIDAD\tUNIDAD\tANUAL\t\n\t\t\tPROG\tREAL\n1\tBacheo\tobra\t1\t1\n"
      + "TOTAL\t\t\t1\t1\n\n\tELABORÓ\n\t____\n\tAna\n\tDirectora\n\nNota: fin.\n"
    func result(_ count: Int) -> ReportReader.Result {
      let long = text + " " + String(repeating: "palabra ", count: count).prefix(count - text.count - 2) + "x"
      return ReportReader.read(Array(table.replacing(text, with: long).utf8), file: "t.tsv")
    }
    #expect(!result(longest).diagnostics.contains { $0.code == "label-too-long" })
    let told = result(longest + 1).diagnostics.filter { $0.code == "label-too-long" }
    #expect(told.map(\.location) == [SourceLocation(file: "t.tsv", row: row, column: column)])
    #expect(told.allSatisfy { $0.message.en.hasPrefix(name + " has ") })
  }

  /// A header that stands in several cells is one.
  @Test func aHeaderOfSeveralCellsIsShort() {
    let words = String(repeating: "palabra ", count: 40)
    let table = "DIRECCIÓN\nNo.\tACTIVIDAD\tANUAL\t\t\(words)\n\t\tPROG\tREAL\t\(words)\n1\tBacheo\t1\t1\tx\n"
    #expect(Self.codes(Array(table.utf8)) == ["label-too-long"])
  }

  /// Decomposed text of any language is read; a heap of marks would be put in order without end.
  @Test func aLetterCarriesThirtyMarks() {
    #expect(Self.codes(Self.table("Bacheo" + String(repeating: "\u{323}\u{301}", count: 15))).isEmpty)
    #expect(Self.codes(Self.table("Bacheo" + String(repeating: "\u{323}\u{301}", count: 16))) == ["too-many-marks"])
  }

  @Test func anElementHasFewAttributes() throws {
    func sheet(_ count: Int, _ equals: String) -> [UInt8] {
      let attributes = (0..<count).map { " a\($0)\(equals)\"1\"" }.joined()
      return Array("<worksheet><sheetData><row\(attributes)/></sheetData></worksheet>".utf8)
    }
    #expect(throws: Never.self) { try XMLReader(sheet(200, "="), part: "s") }
    #expect(throws: SpreadsheetFailure.tooLarge(part: "s")) { try XMLReader(sheet(201, "="), part: "s") }
    #expect(throws: SpreadsheetFailure.tooLarge(part: "s")) { try XMLReader(sheet(201, " =\n"), part: "s") }
  }

  /// Rows and columns hidden over and over, far beyond the last one: what is hidden is told, and nothing is kept of the
  /// rest.
  @Test func hiddenRowsAreRanges() throws {
    let cell = "<c:table-cell o:value-type=\"string\"><t:p>a</t:p></c:table-cell>"
    let hidden = "<c:table-row c:visibility=\"collapse\" c:number-rows-repeated=\"16000000\"/>"
    let columns = "<c:table-column c:visibility=\"collapse\" c:number-columns-repeated=\"1024\"/>"
    let text = """
      <o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:c="c" xmlns:t="t">
      <c:table c:name="A">\(String(repeating: columns, count: 1000))
      <c:table-row>\(cell)</c:table-row><c:table-row c:visibility="filter">\(cell)</c:table-row>
      \(String(repeating: hidden, count: 1000))</c:table></o:document>
      """
    var reader = try ODSReader(content: Array(text.utf8), part: "XML")
    let sheet = try #require(try reader.workbook().sheets.first)
    #expect(sheet.rows.map(\.isHidden) == [false, true])
    #expect(sheet.hiddenColumns == [0])
  }
}
