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

  /// What the source wrote behind the point is written again.
  @Test(arguments: [
    ("576,982.80", 5_769_828, 1, "576,982.80"), ("100.00", 100, 0, "100.00"), ("0.50", 5, 1, "0.50"),
    ("0.00", 0, 0, "0.00"), ("-120.0", -120, 0, "\u{2212}120.0"), ("1 200,50", 12_005, 1, "1,200.50"),
    ("5,000", 5000, 0, "5,000"), ("15", 15, 0, "15"), ("1.2E+03", 1200, 0, "1,200"),
  ])
  func decimalsAreTheSources(_ written: String, _ coefficient: Int64, _ scale: UInt8, _ shown: String) {
    let quantity = Quantity(coefficient: coefficient, scale: scale)
    #expect(FigureText(Figure(.number(quantity), text: written, at: SourceLocation(file: "t"))).text == shown)
  }

  @Test(arguments: [
    ("NOV/DICIEMBRE", "Nov/Diciembre"), ("ENERO A MARZO", "Enero a Marzo"), ("TRIMESTRE II", "Trimestre II"),
    ("Sept-Oct", "Sept-Oct"), ("1ER. BIMESTRE", "1er. Bimestre"),
  ])
  func periodLabels(_ label: String, _ text: String) { #expect(DisplayCase.words(label) == text) }

  static func activity(goal: Figure.Value, real: Figure.Value, unit: String? = nil, suffix: String = "") -> Activity {
    let place = SourceLocation(file: "t")
    func figure(_ value: Figure.Value) -> Figure {
      guard case .number(let quantity) = value else { return Figure(value, text: "", at: place) }
      return Figure(value, text: quantity.description + suffix, at: place)
    }
    return Activity(
      number: nil, name: Sourced("n", at: place), objective: nil, unit: unit.map { Sourced($0, at: place) },
      periods: [],
      annual: AnnualFigures(goal: figure(goal), real: figure(real), variation: Figure(.blank, text: "", at: place)))
  }

  static func sentence(
    goal: Int, real: Int, _ language: Language = .es, unit: String? = nil, suffix: String = ""
  ) -> String {
    Words(language: language).sentence(
      activity(goal: .number(Quantity(goal)), real: .number(Quantity(real)), unit: unit, suffix: suffix), .standard)
  }

  @Test func sentences() {
    #expect(
      Self.sentence(goal: 15, real: 37)
        == "Por encima del rango: 37 realizadas de 15 programadas (246.7\u{A0}%); la meta se superó por 22.")
    #expect(
      Self.sentence(goal: 185, real: 173)
        == "En rango: 173 realizadas de 185 programadas (93.5\u{A0}%); faltaron 12 para la meta.")
    #expect(
      Self.sentence(goal: 1, real: 1) == "En rango: 1 realizada de 1 programada (100\u{A0}%); la meta se alcanzó.")
    #expect(
      Self.sentence(goal: 28, real: -106)
        == "Por debajo del rango: \u{2212}106 realizadas de 28 programadas (\u{2212}378.6\u{A0}%); "
        + "faltaron 134 para la meta.")
    #expect(
      Self.sentence(goal: 0, real: 0) == "Sin programación: no se programó ni se realizó nada en el año.")
    #expect(Self.sentence(goal: 0, real: 2) == "Sin programación; realizado: 2.")
    #expect(
      Self.sentence(goal: 4, real: 5, .en)
        == "Above range: 5 carried out of 4 programmed (125%); the goal was exceeded by 1.")
  }

  /// Figures say what they count.
  @Test func unitsAreTold() {
    #expect(
      Self.sentence(goal: 100, real: 92, suffix: "%")
        == "En rango: 92\u{A0}% de 100\u{A0}%; faltaron 8 puntos para la meta.")
    #expect(
      Self.sentence(goal: 15, real: 37, unit: "Solicitudes")
        == "Por encima del rango: 37 solicitudes de 15 (246.7\u{A0}%); la meta se superó por 22.")
    #expect(
      Self.sentence(goal: 2, real: 1, unit: "SOLICITUDES")
        == "Por debajo del rango: 1 de 2 (50\u{A0}%); unidad de medida: solicitudes; faltó 1 para la meta.")
    #expect(
      Self.sentence(goal: 20, real: 20, unit: "Reunión")
        == "En rango: 20 de 20 (100\u{A0}%); unidad de medida: reunión; la meta se alcanzó.")
    #expect(
      Self.sentence(goal: 80, real: 92, unit: "Porcentaje")
        == "Por encima del rango: 92\u{A0}% de 80\u{A0}% (115\u{A0}%); la meta se superó por 12 puntos.")
  }

  /// What the source does not say is told as that, in both languages, never as zero or as nothing programmed.
  @Test func whatIsMissingIsNamed() {
    let five = Figure.Value.number(Quantity(5))
    let cases: [(Figure.Value, Figure.Value, String, String)] = [
      (.blank, five, "la fuente no da la meta; realizado: 5.", "the source does not give the goal"),
      (five, .blank, "la fuente no da el total realizado; meta: 5.", "the source does not give the real total"),
      (.blank, .blank, "la fuente no da la meta ni el total realizado.", "the source gives neither"),
      (.number(Quantity(-7)), five, "es negativa (\u{2212}7)", "is negative (\u{2212}7)"),
    ]
    for (goal, real, es, en) in cases {
      let activity = Self.activity(goal: goal, real: real)
      let spanish = Words(language: .es).sentence(activity, .standard)
      #expect(spanish.hasPrefix("Sin dato: ") && spanish.contains(es))
      let english = Words(language: .en).sentence(activity, .standard)
      #expect(english.hasPrefix("No data: ") && english.contains(en))
    }
  }

  /// Sentence, symbol's word and legend begin alike for every state and language.
  @Test(arguments: Language.allCases)
  func oneVocabulary(_ language: Language) {
    let words = Words(language: language)
    let legend = words.legend(.standard)
    #expect(legend.map(\.state) == Verdict.State.allCases)
    for (state, text) in legend { #expect(text.hasPrefix(words.verdict(state))) }
    for real in 0...30 {
      for goal in -1...15 {
        let activity = Self.activity(goal: .number(Quantity(goal)), real: .number(Quantity(real)))
        let sentence = words.sentence(activity, .standard)
        #expect(sentence.hasPrefix(words.verdict(Verdict(of: activity).state)))
        let reached = language == .es ? ["se alcanzó", "se superó"] : ["was reached", "was exceeded"]
        #expect(!(goal > 0) || (real >= goal) == reached.contains(where: sentence.contains), "\(sentence)")
      }
    }
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
