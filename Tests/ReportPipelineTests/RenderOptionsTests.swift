import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import ReportPipeline

@Suite struct RenderOptionsTests {
  static let all: [RenderOptions] = [
    RenderOptions(
      program: "informe 1", source: "t.tsv", onlySheet: nil, table: 0, configuration: ReportConfiguration()),
    RenderOptions(
      program: "informe \"2\"\u{7}", source: "ñ (1) \\.xlsx", onlySheet: "Avance 2023", table: 6,
      configuration: ReportConfiguration(
        layout: LayoutOptions(
          paper: Paper(parsing: "216x340.5") ?? .a4, language: .en, date: CalendarDate(year: 2024, month: 2, day: 29),
          bands: Verdict.Bands(lower: 80, upper: 120) ?? .standard), standard: .a3a)),
  ]

  static func files(_ renderOptions: RenderOptions) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: renderOptions.files.map { ($0.name, $0.bytes) })
  }

  @Test(arguments: all) func isReadAsItWasWritten(_ renderOptions: RenderOptions) {
    #expect(RenderOptions(json: renderOptions.json, files: Self.files(renderOptions)) == renderOptions)
  }

  @Test func withoutItsConfigurationItIsNone() {
    let renderOptions = Self.all[0]
    #expect(RenderOptions(json: renderOptions.json, files: [:]) == nil)
    #expect(RenderOptions(json: renderOptions.json, files: ["informe.yml": Array("papper: a4".utf8)]) == nil)
    #expect(
      RenderOptions(json: renderOptions.json, files: ["informe.yml": Array("logos: {left: falta.png}".utf8)]) == nil)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"format\":\"informe-opciones\",\"version\":3}", "nada", "{\"format\":\"informe-opciones\",}",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(RenderOptions(json: Array(text.utf8), files: Self.files(Self.all[0])) == nil)
  }

  @Test(arguments: [
    (#""\u00f1\ud83d\ude00\n""#, "ñ😀\n"), (#""\"\\\/\b""#, "\"\\/\u{8}"),
  ])
  func stringsAreRead(_ json: String, _ text: String) { #expect(JSONValue(parsing: Array(json.utf8))?.string == text) }

  @Test(arguments: ["0", "-0", "10", "-12.50", "1e2", "1.5E-3", "123456789012345678901234567890"])
  func numbersKeepTheirDigits(_ text: String) {
    let digits = if case .number(let digits)? = JSONValue(parsing: Array(text.utf8)) { digits } else { "" }
    #expect(digits == text)
  }

  @Test(arguments: [
    "\"", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\n\"", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "1 2", "+1",
    "nul", "01", "-", "1.", ".5", "1e", "1e+", "--1", "0x1", "nan", "{\"a\":1,\"a\":2}", "[{\"a\":1,\"\\u0061\":1}]",
    String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJSONIsRefused(_ text: String) { #expect(JSONValue(parsing: Array(text.utf8)) == nil) }
}
