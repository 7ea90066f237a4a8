import Pages
import ReportModel
import Testing

@testable import ReportLayout

@Suite struct WordsTests {
  @Test(arguments: [
    (Quantity(0), "0"), (Quantity(-27), "\u{2212}27"), (Quantity(1_234_567), "1,234,567"), (Quantity(123), "123"),
    (Quantity(coefficient: -12345, scale: 1), "\u{2212}1,234.5"),
  ])
  func numbers(_ quantity: Quantity, _ text: String) { #expect(Numerals.text(quantity) == text) }

  @Test func plus() {
    #expect(Numerals.text(Quantity(40), plus: true) == "+40")
    #expect(Numerals.text(.zero, plus: true) == "0")
    #expect(Numerals.text(Quantity(-1), plus: true) == "\u{2212}1")
  }

  @Test(arguments: [
    (37, 15, "246.7"), (70, 30, "233.3"), (5, 4, "125"), (1, 1, "100"), (999_999, 1_000_000, "99.9"),
    (1_000_001, 1_000_000, "100.1"), (1, 3, "33.3"), (2, 3, "66.7"), (0, 9, "0"), (1, 2000, "0.1"),
  ])
  func percentages(_ part: Int, _ whole: Int, _ text: String) {
    #expect(Numerals.percent(Quantity(part), of: Quantity(whole)) == text + "\u{A0}%")
  }

  @Test func noPercentageOfNothing() { #expect(Numerals.percent(Quantity(3), of: .zero) == nil) }

  @Test(arguments: [
    ("NOV/DICIEMBRE", "Nov/Diciembre"), ("ENERO A MARZO", "Enero a Marzo"), ("TRIMESTRE II", "Trimestre II"),
    ("Sept-Oct", "Sept-Oct"), ("1ER. BIMESTRE", "1er. Bimestre"),
  ])
  func periodLabels(_ label: String, _ text: String) { #expect(DisplayCase.words(label) == text) }

  static func sentence(goal: Int, real: Int, _ language: Language = .es) -> String {
    let place = SourceLocation(file: "t")
    func figure(_ value: Int) -> Figure { Figure(.number(Quantity(value)), text: "", at: place) }
    return Words(language: language).outcome(
      AnnualFigures(goal: figure(goal), real: figure(real), variation: figure(0)))
  }

  @Test func outcomes() {
    #expect(Self.sentence(goal: 15, real: 37) == "Se superó la meta: 37 realizadas de 15 programadas (246.7\u{A0}%).")
    #expect(Self.sentence(goal: 1, real: 1) == "Se cumplió la meta: 1 realizada de 1 programada (100\u{A0}%).")
    #expect(Self.sentence(goal: 9, real: 0) == "No se alcanzó la meta: 0 realizadas de 9 programadas (0\u{A0}%).")
    #expect(Self.sentence(goal: 0, real: 0) == "No se programó ni se realizó nada en el año.")
    #expect(Self.sentence(goal: 0, real: 2) == "No hubo meta programada; realizado: 2.")
    #expect(
      Self.sentence(goal: 4, real: 5, .en) == "The goal was exceeded: 5 carried out of 4 programmed (125\u{A0}%).")
  }

  @Test(arguments: ["carta", "Oficio", "LETTER", "tabloid", "216x340", "340x216", "148x210"])
  func papers(_ text: String) throws {
    let size = try #require(Paper(parsing: text)).size
    #expect(size.width >= size.height)
  }

  @Test(arguments: ["", "a5", "216", "10x10", "216x", "2000x300", "148x148", "axb", "nanxnan"])
  func noSuchPaper(_ text: String) { #expect(Paper(parsing: text) == nil) }

  @Test func percentsSayWhatTheyAre() {
    let place = SourceLocation(file: "t.tsv")
    let text = FigureText(Figure(.number(Quantity(coefficient: 955, scale: 1)), text: "95.5 %", at: place))
    #expect(text.text == "95.5%" && text.isPercent && text.decimals == 1)
    #expect(FigureText(Figure(.number(Quantity(95)), text: "95", at: place)).text == "95")
  }

  @Test func inksAreFarEnoughApart() {
    let ink = Ink()
    for (color, ground, least) in [
      (ink.text, ink.paper, 7.0), (ink.quiet, ink.paper, 4.5), (ink.zero, ink.paper, 4.5),
      (ink.zero, ink.faintTint, 4.5),
      (ink.accent, ink.paper, 4.5), (ink.warning, ink.paper, 4.5), (ink.text, ink.tint, 7), (ink.outline, ink.paper, 3),
    ] { #expect(color.contrast(with: ground) >= least) }
  }
}
