import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// What the pages of activities say, and how their texts go on on a next page.
@Suite struct ActivityPageTests {
  static func pages(_ report: Report, _ options: LayoutOptions = LayoutOptions()) throws -> [Page] {
    try ReportLayout.document(
      for: report, findings: Audit.findings(in: report), options: options, measuring: FixedAdvance()
    ).pages
  }

  static func texts(_ page: Page) -> [String] {
    (page.frame.textBoxes + page.furniture.textBoxes).map { $0.text.split(separator: " ").joined(separator: " ") }
  }

  /// The pages of activities, without the table's.
  static func activityPages(_ report: Report) throws -> ArraySlice<Page> {
    let pages = try pages(report)
    let first = pages.firstIndex { texts($0).contains { $0.hasPrefix("Actividad 1 de") } }
    return pages[(first ?? 0)...]
  }

  /// Two columns of variations with opposite signs stand in one row; how each is formed stands below.
  @Test(arguments: Language.allCases)
  func bothFormulasStandUnderTheDataTable(_ language: Language) throws {
    let report = SampleReport().make()
    let formula = try #require(Words(language: language).formulas(report.signs, report.scheme))
    let pages = try Self.pages(report, LayoutOptions(language: language))
    #expect(pages.count { Self.texts($0).contains(formula) } == report.activities.count)
    #expect(formula.contains("\u{2212}"))
  }

  static func blanked(_ report: Report, _ change: (inout Activity) -> Void) -> Report {
    var report = report
    change(&report.activities[0])
    return report
  }

  /// No data is not zero: no line, no bar, no total of 0.
  @Test func unknownIsNotDrawnAsZero() throws {
    let report = Self.blanked(SampleReport(activities: 2).make()) { activity in
      for index in activity.periods.indices {
        activity.periods[index].programmed.value = .blank
        activity.periods[index].real.value = .blank
        activity.periods[index].variance.value = .blank
      }
      activity.annual.goal.value = .blank
      activity.annual.real.value = .blank
      activity.annual.variation.value = .blank
    }
    let page = try #require(try Self.activityPages(report).first)
    let texts = Self.texts(page)
    #expect(texts.contains(Words(language: .es).nothingToDraw(isKnown: false, report.scheme)))
    #expect(!texts.contains { $0 == "0" || $0.hasSuffix(" 0") })
    #expect(!texts.contains(Words(language: .es).stepsTitle))
    #expect(texts.contains("Sin dato") && texts.contains("s/d"))
  }

  @Test func zerosOnlyAreOneLineOfText() throws {
    let report = SampleReport(activities: 2, largest: 0).make()
    let page = try #require(try Self.activityPages(report).first)
    #expect(Self.texts(page).contains(Words(language: .es).nothingToDraw(isKnown: true, report.scheme)))
    #expect(!Self.texts(page).contains(Words(language: .es).barsTitle(report.scheme)))
  }

  /// A blank cell ends the line of totals, unless the stated total proves that it stands for nothing.
  @Test func totalsEndWhereNothingIsKnown() {
    func figure(_ value: Figure.Value, _ origin: Figure.Origin = .stated) -> Figure {
      Figure(value, text: "", at: SourceLocation(file: "t"), origin: origin)
    }
    func totals(_ values: [Figure.Value], year: Figure) -> [Quantity?] {
      let periods = values.map { PeriodFigures(programmed: figure(.blank), real: figure($0), variance: figure(.blank)) }
      return CumulativeTotals(
        Activity(
          number: nil, name: Sourced("n", at: SourceLocation(file: "t")), objective: nil, periods: periods,
          annual: AnnualFigures(goal: figure(.blank), real: year, variation: figure(.blank)))
      ).real
    }
    let values: [Figure.Value] = [.number(Quantity(2)), .blank, .number(Quantity(3))]
    #expect(totals(values, year: figure(.number(Quantity(5)))) == [Quantity(2), Quantity(2), Quantity(5)])
    #expect(totals(values, year: figure(.number(Quantity(9)))) == [Quantity(2), nil, nil])
    #expect(totals(values, year: figure(.number(Quantity(5)), .computed)) == [Quantity(2), nil, nil])
    #expect(totals([.blank, .blank], year: figure(.blank)) == [nil, nil])
    let dashes: [Figure.Value] = [.number(Quantity(2)), .absent(.notProgrammed), .number(Quantity(3))]
    #expect(totals(dashes, year: figure(.blank)) == [Quantity(2), Quantity(2), Quantity(5)])
  }

  /// Below zero a bar from the left edge would look like progress.
  @Test func aNegativeTotalHasNoBar() throws {
    func grounds(_ real: Int) throws -> Int {
      let report = Self.blanked(SampleReport(activities: 2).make()) {
        $0.annual.goal.value = .number(Quantity(10))
        $0.annual.real.value = .number(Quantity(real))
      }
      let page = try #require(try Self.activityPages(report).first)
      return page.frame.items.count { placed in
        if case .shape(let shape) = placed.item { shape.fill == Theme.standard.ink.tint } else { false }
      }
    }
    #expect(try grounds(5) == grounds(-5) + 1)
  }

  /// A wrong figure carries its letter wherever it stands.
  @Test func keyFiguresCarryTheirLetters() throws {
    let report = Self.blanked(SampleReport(activities: 2, wrongEvery: 100).make()) {
      $0.annual.variation.value = .number(Quantity(777))
    }
    let page = try #require(try Self.activityPages(report).first)
    #expect(Self.texts(page).count { $0 == "a" } == 3, "beside the key figure, in the data table, before the note")
  }

  @Test func statedPercentsHaveTheirRow() throws {
    let report = Self.blanked(SampleReport(activities: 2).make()) { activity in
      activity.annual.percent = Figure(.number(Quantity(88)), text: "88%", at: SourceLocation(file: "t"))
    }
    let pages = try Self.activityPages(report)
    #expect(Self.texts(try #require(pages.first)).contains("88%"))
    for page in pages { #expect(Self.texts(page).contains(Words(language: .es).statedPercent)) }
  }

  /// Columns and rows of the source that are none of the form's own are on the pages too.
  @Test func nothingOfTheSourceIsLeftOut() throws {
    let place = SourceLocation(file: "t", row: 90, column: 90)
    var report = SampleReport(activities: 2).make()
    report.extraColumns = [ExtraColumn(header: Sourced("BENEFICIARIOS", at: place))]
    report.subtotals = [SubtotalColumns(label: "SUBTOTAL", at: place, periods: [0, 1, 2], isAccumulated: false)]
    for index in report.activities.indices {
      report.activities[index].extras = [Sourced("Población abierta", at: place)]
      report.activities[index].subtotals = [report.activities[index].periods[0]]
    }
    let first = report.activities[0]
    report.totals = [
      TotalRow(label: Sourced("TOTAL", at: place), periods: first.periods, annual: first.annual, activities: 0..<2)
    ]
    report.sourceSigners = [
      SourceSigner(role: Sourced("ELABORÓ", at: place), name: Sourced("Ana Ruiz", at: place), post: nil)
    ]
    let pages = try Self.pages(report)
    let all = pages.flatMap(Self.texts).joined(separator: " ")
    for text in ["BENEFICIARIOS", "Población abierta", "Subtotal: prog.", "Suma de la fuente, TOTAL:", "Ana Ruiz"] {
      #expect(all.contains(text), "\(text)")
    }
    let signed = try Self.pages(report, LayoutOptions.signed(by: "Luis Mora")).flatMap(Self.texts)
    #expect(signed.joined(separator: " ").contains("Firma en la fuente (ELABORÓ): Ana Ruiz."))
  }
}

// Continuation pages
extension ActivityPageTests {
  /// A next page holds at least four lines, whatever the length of the texts, and says what it goes on with.
  @Test(arguments: ["carta", "a4", "oficio"])
  func noPageForALine(_ paper: String) throws {
    let options = LayoutOptions(paper: try #require(Paper(parsing: paper)))
    var continued = 0
    for length in stride(from: 500, to: 2400, by: 60) {
      let report = SampleReport(activities: 2, objectiveLength: length).make()
      let pages = try Self.pages(report, options)
      for (index, page) in pages.enumerated() {
        guard Self.texts(page).contains(where: { $0.hasPrefix("Actividad") && $0.hasSuffix(", continúa") })
        else { continue }
        continued += 1
        let lines = page.frame.textLines.count { $0.text.contains("O1x") || $0.text.contains("O2x") }
        #expect(lines >= 4, "\(length)")
        #expect(Self.texts(page).contains("Objetivo (continúa)"), "\(length)")
        #expect(Self.texts(page).contains { $0.hasPrefix("ACTIVIDAD A") }, "the name once more")
        #expect(Self.texts(pages[index - 1]).contains("sigue en la página \(index + 1)"), "\(length)")
      }
    }
    #expect(continued > 0, "nothing was tested")
  }

  /// What would go on is set smaller first, down to 8.5 pt.
  @Test func textsAreSetTighterBeforeTheyGoOn() throws {
    let sizes = try stride(from: 200, to: 1600, by: 50).flatMap { length -> [Double] in
      let pages = try Self.activityPages(SampleReport(activities: 1, objectiveLength: length).make())
      guard pages.count == 1 else { return [] }
      return pages.flatMap(\.frame.textLines).filter { $0.text.contains("O1x") }.map(\.size.points)
    }
    let body = Theme.standard.activity.body.size.points
    #expect(sizes.contains { $0 < body * 0.93 } && sizes.contains { $0 == sizes.max() })
    #expect(sizes.allSatisfy { $0 > body * 0.8 * 0.89 })
  }

  /// Many wrong figures take a line each, up to four; the rest are in the table.
  @Test func manyFindingsAreFewLines() throws {
    var report = SampleReport(activities: 2, wrongEvery: 100).make()
    for period in report.activities[0].periods.indices {
      report.activities[0].periods[period].variance.value = .number(Quantity(990 + period))
    }
    let pages = try Self.pages(report)
    let page = try #require(pages.first { Self.texts($0).contains { $0.hasPrefix("Actividad 1 de") } })
    let texts = Self.texts(page)
    #expect(texts.contains { $0.hasPrefix("Periodo 1, Var.: dice 990, da ") })
    #expect(texts.count { $0.contains(", Var.: dice ") } == 4)
    #expect(texts.contains("y 2 más: página 1"))
  }
}

extension LayoutOptions {
  fileprivate static func signed(by name: String) -> LayoutOptions {
    var options = LayoutOptions()
    options.signers = [Signer(role: .prepared, name: name)]
    return options
  }
}

extension Frame {
  fileprivate var textLines: [TextLine] {
    items.compactMap { placed in
      if case .text(let line) = placed.item { line } else { nil }
    }
  }
}
