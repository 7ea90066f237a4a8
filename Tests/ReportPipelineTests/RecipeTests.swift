import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import ReportPipeline

@Suite struct RecipeTests {
  static let recipes: [Recipe] = [
    Recipe(program: "informe 1", source: "t.tsv", onlySheet: nil, table: 0, options: ReportConfiguration()),
    Recipe(
      program: "informe \"2\"\u{7}", source: "ñ (1) \\.xlsx", onlySheet: "Avance 2023", table: 6,
      options: ReportConfiguration(
        layout: LayoutOptions(
          paper: Paper(parsing: "216x340.5") ?? .a4, language: .en, date: CalendarDate(year: 2024, month: 2, day: 29),
          bands: Verdict.Bands(lower: 80, upper: 120) ?? .standard), standard: .a3a)),
  ]

  static func files(_ recipe: Recipe) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: recipe.files.map { ($0.name, $0.bytes) })
  }

  @Test(arguments: recipes) func isReadAsItWasWritten(_ recipe: Recipe) {
    #expect(Recipe(json: recipe.json, files: Self.files(recipe)) == recipe)
  }

  @Test func withoutItsConfigurationItIsNone() {
    let recipe = Self.recipes[0]
    #expect(Recipe(json: recipe.json, files: [:]) == nil)
    #expect(Recipe(json: recipe.json, files: ["informe.yml": Array("papper: a4".utf8)]) == nil)
    #expect(Recipe(json: recipe.json, files: ["informe.yml": Array("logos: {left: falta.png}".utf8)]) == nil)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"format\":\"informe-opciones\",\"version\":3}", "nada", "{\"format\":\"informe-opciones\",}",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(Recipe(json: Array(text.utf8), files: Self.files(Self.recipes[0])) == nil)
  }

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
