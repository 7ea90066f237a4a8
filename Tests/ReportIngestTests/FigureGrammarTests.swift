import ReportModel
import Testing

@testable import ReportIngest

@Suite struct FigureGrammarTests {
  static func number(_ coefficient: Int64, _ scale: UInt8 = 0) -> FigureGrammar.Reading {
    .cell(FigureGrammar.Cell(value: .number(Quantity(coefficient: coefficient, scale: scale))))
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

  @Test(arguments: [
    ("1.234", DecimalSeparator.point, 1234, 3), ("1.234", .comma, 1234, 0), ("1,234", .point, 1234, 0),
    ("1,234", .comma, 1234, 3), ("0,950", .point, 95, 2), ("1.234.567", .point, 1_234_567, 0),
    ("12,345,678", .comma, 12_345_678, 0), ("1234,567", .point, 1_234_567, 3),
  ])
  func separatorsByTheTable(_ text: String, _ decimal: DecimalSeparator, _ coefficient: Int64, _ scale: UInt8) {
    #expect(FigureGrammar.read(text, decimal: decimal) == Self.number(coefficient, scale))
  }

  @Test(arguments: [
    ("15*", "*"), ("15 1/", "1/"), ("15²", "²"), ("-3 (1)", "(1)"), ("40+ a/", "a/"), ("1,200**", "**"),
  ])
  func footnoteMarks(_ text: String, _ mark: String) {
    guard case .cell(let cell) = FigureGrammar.read(text) else { return #expect(Bool(false), "not read: \(text)") }
    #expect(cell.mark == mark && cell.unit == nil)
  }

  @Test(arguments: [
    ("15 reuniones", "reuniones"), ("$1,500", "$"), ("20 km", "km"), ("5 personas atendidas", "personas atendidas"),
    ("12m²", "m²"),
  ])
  func units(_ text: String, _ unit: String) {
    guard case .cell(let cell) = FigureGrammar.read(text) else { return #expect(Bool(false), "not read: \(text)") }
    #expect(cell.unit == unit && cell.mark == nil)
  }

  @Test(arguments: ["1-ene", "ene-23", "01/02/2023", "2023-01-31", "1 de enero"])
  func datesAreNoFigures(_ text: String) {
    #expect(FigureGrammar.read(text) == .date || FigureGrammar.read(text) == .unreadable)
  }

  @Test(arguments: ["", "   ", "\u{A0}"])
  func blanks(_ text: String) { #expect(FigureGrammar.read(text) == .cell(FigureGrammar.Cell(value: .blank))) }

  @Test(arguments: [
    ("-", Absence.dash), ("—", .dash), ("--", .dash), ("N/A", .notApplicable), ("n/a", .notApplicable),
    ("S/P", .notProgrammed), ("s/d", .noData), ("N.D.", .noData), ("…", .noData), ("No aplica", .notApplicable),
  ])
  func absences(_ text: String, _ absence: Absence) {
    #expect(FigureGrammar.read(text) == .cell(FigureGrammar.Cell(value: .absent(absence))))
  }

  @Test(arguments: [
    "abc", "1-2", "-27-", "+-5", "--5", "(27", "27)", "+(27)", "1,23,456", "12 34", "1..2", "1e5", "0x1F", "1/2",
    "5 5 5", "1.", "٣", "15 mil", "15 de 20", "3 docenas", "10 y medio", "15 x 2", "*", "15k",
  ])
  func refusesTheRest(_ text: String) {
    let reading = FigureGrammar.read(text)
    #expect(reading == .unreadable || text == "*" && reading == .cell(FigureGrammar.Cell(value: .absent(.noData))))
  }

  @Test(arguments: ["#DIV/0!", "#REF!", "####", "#N/A"])
  func spreadsheetErrors(_ text: String) { #expect(FigureGrammar.read(text) == .spreadsheetError) }

  @Test func refusesOverflow() {
    #expect(FigureGrammar.read("9999999999999999999") == .tooLarge)
    #expect(FigureGrammar.read("999999999999999999") == Self.number(999_999_999_999_999_999))
  }
}
