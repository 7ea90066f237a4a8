import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// The summary of the year: when it is there, what it says, and that it loses nothing at any length.
@Suite struct SummaryTests {
  static func plan(
    _ count: Int, periods: Int = 6, summary: Bool? = nil, paper: Paper = .carta, language: Language = .es
  ) throws -> Document {
    var options = LayoutOptions(paper: paper, language: language)
    options.summary = summary
    let report = SampleReport(periods: periods, activities: count).make()
    return try ReportLayout.document(
      for: report, findings: Audit.findings(in: report), options: options, measuring: FixedAdvance())
  }

  static func isSummary(_ page: Page) -> Bool { page.frame.textBoxes.contains { $0.text.hasPrefix("Resumen del año") } }

  @Test(
    arguments: [(1, nil, false), (5, nil, false), (6, nil, true), (5, true, true), (40, false, false)]
      as [(Int, Bool?, Bool)])
  func comesFirstFromSixActivitiesOnUnlessToldOtherwise(_ count: Int, _ asked: Bool?, _ expected: Bool) throws {
    let document = try Self.plan(count, summary: asked)
    #expect(Self.isSummary(document.pages[0]) == expected)
    #expect((document.outline.first?.title == "Resumen del año") == expected)
  }

  /// In black alone there is no tint; what ended within its range is hatched, its number on paper.
  @Test func blackIsHatched() throws {
    var options = LayoutOptions()
    (options.summary, options.ink) = (true, .black)
    let report = SampleReport(activities: 12).make()
    let verdicts = report.activities.map { Verdict(of: $0, bands: options.bands).state }
    try #require(verdicts.contains(.within))
    let document = try ReportLayout.document(
      for: report, findings: Audit.findings(in: report), options: options, measuring: FixedAdvance())
    let hatched = document.pages[0].frame.items.count { placed in
      guard case .shape(let shape) = placed.item else { return false }
      return shape.stroke != nil && shape.path.elements.count { if case .move = $0 { true } else { false } } > 2
    }
    // Each in the strip, and the legend's.
    #expect(hatched == verdicts.count { $0 == .within } + 1)
  }

  /// What a matrix of few periods does not need is the lists'.
  @Test func listsTakeWhatTheMatrixLeaves() throws {
    func edge(_ periods: Int) throws -> Length {
      let document = try Self.plan(8, periods: periods, summary: true)
      let boxes = document.pages[0].frame.textBoxes
      return try #require(boxes.filter { $0.text.hasPrefix("p.") }.map(\.box.maxX).max())
    }
    #expect(try edge(4) > edge(12) + .pt(40))
  }

  /// Every activity is in the strip, linked to the page that shows it; every row is in the matrix.
  @Test(arguments: [1, 6, 12, 40, 60, 61, 200, 300], [Paper.carta, .oficio, .a4])
  func losesNothing(_ count: Int, _ paper: Paper) throws {
    let document = try Self.plan(count, summary: true, paper: paper)
    let pages = document.pages.prefix { Self.isSummary($0) }
    let structure = document.structure
    let summary = try #require(structure.elements.first { $0.attributes.anchor == .summary })
    let lists = summary.children.filter { structure[$0].role == .list }
    #expect(structure[try #require(lists.first)].children.count == count)
    let table = try #require(summary.children.first { structure[$0].role == .table })
    let body = try #require(structure[table].children.last)
    #expect(structure[body].children.count == count)
    let targets = Set(pages.flatMap(\.links).map(\.destination.page))
    let starts = Set(document.outline.dropFirst(2).map(\.destination.page))
    #expect(starts.isSubset(of: targets))
    #expect(pages.count <= 1 + (count + 59) / 60)
  }

  /// Nothing sticks out of the body, nor do texts overlap.
  @Test(arguments: [1, 6, 13, 60, 130], [1, 4, 6, 12])
  func staysInsideAndApart(_ count: Int, _ periods: Int) throws {
    try Self.checkPages(count, periods)
  }

  @Test func hundredsStayInsideAndApart() throws { try Self.checkPages(450, 4) }

  private static func checkPages(_ count: Int, _ periods: Int) throws {
    let document = try Self.plan(count, periods: periods, summary: true)
    for page in document.pages.prefix(while: Self.isSummary).prefix(8) {
      let boxes = page.frame.textBoxes.filter { !$0.text.allSatisfy(\.isWhitespace) }
      let sheet = Rect(origin: .zero, size: page.size).inset(by: .pt(20))
      for box in boxes { #expect(sheet.contains(box.box), "\(box.text)") }
      for (index, a) in boxes.enumerated() {
        for b in boxes[(index + 1)...] where a.box.inset(by: .pt(0.3)).overlaps(b.box.inset(by: .pt(0.3))) {
          Issue.record("\(a.text) over \(b.text)")
        }
      }
    }
  }

  /// So many single boxes would fill the page: one bar tells how many ended how.
  @Test func manyActivitiesAreOneBar() throws {
    let document = try Self.plan(450)
    let structure = document.structure
    let summary = try #require(structure.elements.first { $0.attributes.anchor == .summary })
    let lists = summary.children.filter { structure[$0].role == .list }
    #expect(lists.allSatisfy { structure[$0].children.count < 450 })
    let table = try #require(summary.children.first { structure[$0].role == .table })
    #expect(structure[try #require(structure[table].children.last)].children.count == 450)
  }

  @Test func sentenceCountsWhatTheVerdictsSay() throws {
    let report = SampleReport(activities: 9).make()
    let words = Words(language: .es)
    let content = SummaryContent(report, notes: [], bands: .standard, words: words)
    let states = report.activities.map { Verdict(of: $0).state }
    for state in Verdict.State.allCases {
      let count = states.count { $0 == state }
      #expect(content.count(state) == count)
      #expect(content.sentence(words).contains(words.tally(count, state)) == (count > 0))
    }
    let ratios = content.below.compactMap(\.share)
    #expect(ratios == ratios.sorted())
    #expect(words.list(["a", "b", "c"]) == "a, b y c" && words.list(["a"]) == "a")
  }

  /// Beyond twelve wrong figures there is a sheet with a box for each.
  @Test(arguments: [(48, 12, false), (52, 13, true), (240, 60, true)])
  func manyWrongFiguresHaveASheet(_ activities: Int, _ expected: Int, _ hasSheet: Bool) throws {
    let report = SampleReport(activities: activities, wrongEvery: 4).make()
    let findings = Audit.findings(in: report)
    let notes = Note.notes(for: findings, in: report, words: Words(language: .es)).count
    #expect(notes == expected)
    let document = try ReportLayout.document(
      for: report, findings: findings, options: LayoutOptions(), measuring: FixedAdvance())
    let sheet = document.structure.elements.first { $0.attributes.anchor == .correctionSheet }
    #expect((sheet != nil) == hasSheet)
    guard let sheet else { return }
    let structure = document.structure
    let table = try #require(structure[sheet.id].children.first { structure[$0].role == .table })
    #expect(structure[try #require(structure[table].children.last)].children.count == notes)
  }

  @Test func textIsThePages() throws {
    let report = SampleReport(activities: 9).make()
    let findings = Audit.findings(in: report)
    let lines = SummaryText.lines(for: report, findings: findings, options: LayoutOptions())
    let document = try ReportLayout.document(
      for: report, findings: findings, options: LayoutOptions(), measuring: FixedAdvance())
    let sentence = try #require(lines.first { $0.contains("rango") })
    let drawn = document.pages[0].frame.textBoxes.map(\.text).joined(separator: " ")
    #expect(drawn.split(separator: " ").joined().contains(sentence.split(whereSeparator: \.isWhitespace).joined()))
    let english = SummaryText.lines(for: report, findings: findings, options: LayoutOptions(language: .en))
    #expect(english.contains { $0.contains("range") } && !english.contains { $0.contains("rango") })
  }
}
