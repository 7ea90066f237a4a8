import ReportModel
import Testing

@testable import ReportIngest

@Suite struct FigureGrammarTests {
  static func number(_ coefficient: Int64, _ scale: UInt8 = 0) -> FigureGrammar.Reading {
    .figure(.number(Quantity(coefficient: coefficient, scale: scale)))
  }

  @Test(arguments: [
    ("0", 0), ("13", 13), ("40+", 40), ("40-", -40), ("+40", 40), ("-27", -27), ("\u{2212}27", -27), ("–27", -27),
    ("- 27", -27), ("27 -", -27), ("(27)", -27), ("-(27)", -27), ("( 27 )", -27), (" 7 ", 7), ("\u{A0}7\u{A0}", 7),
    ("1,234", 1234), ("12,345,678", 12_345_678), ("1 234", 1234), ("1\u{A0}234", 1234), ("1.234.567", 1_234_567),
    ("95%", 95), ("95 %", 95), ("007", 7),
  ])
  func wholeNumbers(_ text: String, _ value: Int64) { #expect(FigureGrammar.read(text) == Self.number(value)) }

  @Test(arguments: [
    ("0.95", 95, 2), ("0,95", 95, 2), ("12.5", 125, 1), ("1,234.5", 12345, 1), ("1.234,56", 123_456, 2),
    ("-0.005", -5, 3), (".5", 5, 1), ("12,5", 125, 1), ("0.123", 123, 3), ("1,2345", 12345, 4),
  ])
  func decimals(_ text: String, _ coefficient: Int64, _ scale: UInt8) {
    #expect(FigureGrammar.read(text) == Self.number(coefficient, scale))
  }

  @Test func tellsAnAmbiguousPoint() {
    #expect(FigureGrammar.read("1.234") == .ambiguous(Quantity(coefficient: 1234, scale: 3)))
  }

  @Test(arguments: ["", "   ", "\u{A0}"])
  func blanks(_ text: String) { #expect(FigureGrammar.read(text) == .figure(.blank)) }

  @Test(arguments: ["-", "—", "--", "N/A", "n/a", "NA", "S/P", "s/d", "ND", "N.D.", "…", "...", "No aplica"])
  func absences(_ text: String) { #expect(FigureGrammar.read(text) == .figure(.notApplicable)) }

  @Test(arguments: [
    "15 reuniones", "abc", "1-2", "-27-", "+-5", "--5", "(27", "27)", "+(27)", "1,23,456", "12 34", "1..2",
    "15*", "1e5",
    "0x1F", "1/2", "5 5 5", ".", "1.", "٣",
  ])
  func refusesTheRest(_ text: String) {
    let reading = FigureGrammar.read(text)
    #expect(reading == .unreadable || text == "." && reading == .figure(.notApplicable))
  }

  @Test(arguments: ["#DIV/0!", "#REF!", "####", "#N/A"])
  func spreadsheetErrors(_ text: String) { #expect(FigureGrammar.read(text) == .spreadsheetError) }

  @Test func refusesOverflow() {
    #expect(FigureGrammar.read("9999999999999999999") == .tooLarge)
    #expect(FigureGrammar.read("999999999999999999") == Self.number(999_999_999_999_999_999))
  }
}
