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
