import Pages
import ReportLayout
import ReportModel
import Testing

@testable import ReportPipeline

@Suite struct RecipeTests {
  static let recipes: [Recipe] = [
    Recipe(program: "informe 1", source: "t.tsv", onlySheet: nil, table: 0, options: RenderOptions()),
    Recipe(
      program: "informe \"2\"\u{7}", source: "ñ (1) \\.xlsx", onlySheet: "Avance 2023", table: 6,
      options: RenderOptions(
        layout: LayoutOptions(
          paper: Paper(parsing: "216x340.5") ?? .a4, language: .en, date: CalendarDate(year: 2024, month: 2, day: 29),
          bands: StatusBands(lower: 80, upper: 120) ?? .standard), standard: .a3a)),
  ]

  @Test(arguments: recipes) func isReadAsItWasWritten(_ recipe: Recipe) {
    #expect(Recipe(json: recipe.json) == recipe)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"format\":\"informe-opciones\",\"version\":2}", "nada", "{\"format\":\"informe-opciones\",}",
  ])
  func anythingElseIsNone(_ text: String) { #expect(Recipe(json: Array(text.utf8)) == nil) }

  @Test(arguments: [
    (#""\u00f1\ud83d\ude00\n""#, "ñ😀\n"), (#""\"\\\/\b""#, "\"\\/\u{8}"),
  ])
  func stringsAreRead(_ json: String, _ text: String) { #expect(JSONValue(parsing: Array(json.utf8))?.string == text) }

  @Test(arguments: [
    "\"", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\n\"", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "1 2", "+1",
    "nul",
    String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJSONIsRefused(_ text: String) { #expect(JSONValue(parsing: Array(text.utf8)) == nil) }
}
