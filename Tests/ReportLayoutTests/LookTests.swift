import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// Sizes, distances, inks and words of the pages.
@Suite struct LookTests {
  static func lines(_ page: Page) -> [TextLine] {
    (page.frame.items + page.furniture.items).compactMap { placed in
      if case .text(let line) = placed.item { line } else { nil }
    }
  }

  /// Outside the table and the charts, which set what fits, text has one of five sizes.
  @Test func fiveSizes() throws {
    let theme = Theme.standard
    let fonts = [
      theme.page.office, theme.page.department, theme.page.line, theme.page.title, theme.page.foot,
      theme.signatures.role,
      theme.signatures.name, theme.signatures.post, theme.table.title, theme.table.heading, theme.table.note,
      theme.activity.eyebrow, theme.activity.outcome, theme.activity.keyLabel, theme.activity.keyFigure,
      theme.activity.ratio, theme.activity.body, theme.activity.small, theme.activity.heading, theme.activity.legend,
      theme.activity.chartTitle,
    ]
    let sizes = Set(fonts.map(\.size) + theme.activity.names.map(\.size))
    #expect(sizes.map(\.points).sorted() == [8, 9.5, 12, 16, 24])
  }

  /// One long name makes all names of a report smaller, not only its own.
  @Test func oneSizeOfNames() throws {
    var report = SampleReport(activities: 3).make()
    report.activities[1].name.value = Array(repeating: "ACTIVIDAD LARGA", count: 20).joined(separator: " ")
    let pages = try PageTests.pages(report)
    let sizes = pages.compactMap { page -> Length? in
      let eyebrow = Self.lines(page).first { $0.text.hasPrefix("Actividad ") && $0.text.contains(" de 3") }
      return eyebrow.flatMap { above in
        Self.lines(page).filter { $0.text.hasPrefix("ACTIVIDAD") && $0.origin.y > above.origin.y }.first?.size
      }
    }
    #expect(sizes.count == 3 && Set(sizes).count == 1)
  }

  /// The gap between two figures is smaller than that across a rule, and a figure stands clear of the rule.
  @Test(arguments: [6, 12])
  func whatBelongsTogetherStandsTogether(_ periods: Int) throws {
    let layout = TableTests.layout(SampleReport(periods: periods, largest: 99))
    for geometry in layout.geometries {
      let half = { (kind: FigureKind) in geometry.size * layout.content.figureWidth(kind) / 2 }
      var before: Length?
      for period in geometry.periods {
        let columns = geometry.columns(of: period)
        try #require(columns.count == 3)
        let inner = columns[1].axis - columns[0].axis - half(.programmed) - half(.real)
        let left = columns[0].axis - half(.programmed) - columns[0].left
        let right = columns[2].right - columns[2].axis - half(.variance)
        #expect(min(left, right) >= .pt(2.9), "text clear of rules")
        if let before { #expect(before + left >= inner - .pt(0.01), "closer to what belongs to it") }
        before = right
      }
    }
  }

  @Test func noWordOfTheHeadIsDivided() throws {
    for sample in [SampleReport(), SampleReport(periods: 12, activities: 9)] {
      let texts = try PageTests.document(sample).pages.flatMap(\.frame.textBoxes).map(\.text)
      #expect(!texts.contains { $0.hasPrefix("progra\u{AD}") || $0 == "mada" })
    }
  }

  @Test func rowsNameTheirPages() throws {
    let pages = try PageTests.document(SampleReport(activities: 3)).pages
    let texts = pages[0].frame.textBoxes.map(\.text)
    for page in 2...4 { #expect(texts.contains("p.\u{A0}\(page)")) }
  }

  /// Once, with the year, and larger than all else; be it the table's page or the summary's.
  @Test(arguments: [nil, true]) func theFirstPageOpensWithTheTitle(_ summary: Bool?) throws {
    var options = LayoutOptions()
    options.summary = summary
    let page = try ActivityPageTests.pages(SampleReport().make(), options)[0]
    let title = Self.lines(page).filter { $0.text == "Informe anual de actividades 2023" }
    #expect(title.map(\.size) == [Theme.title])
    #expect(Self.lines(page).allSatisfy { $0.size < Theme.title || $0.text == title.first?.text })
  }

  /// From the role's foot to the rule.
  @Test func thereIsRoomToSign() throws {
    var options = LayoutOptions()
    options.signers = [Signer(role: .prepared, name: "Ana Ruiz", post: "Titular")]
    for activities in 1...9 {
      let report = SampleReport(periods: 3, activities: activities, objectiveLength: 120).make()
      let pages = try PageTests.pages(report, options)
      let page = try #require(pages.first { Self.lines($0).contains { $0.text.hasPrefix("Elaboró") } })
      let role = try #require(Self.lines(page).first { $0.text.hasPrefix("Elaboró") }).origin.y
      let name = try #require(Self.lines(page).first { $0.text.hasPrefix("Ana Ruiz") }).origin.y
      #expect(name - role >= .mm(13), "\(activities) activities")
      if activities == 1 { #expect(name - role >= .mm(18), "there is room") }
    }
  }

  /// No grey, no tint, no colour: what is drawn is black or paper.
  @Test func blackIsBlackAlone() throws {
    var options = LayoutOptions()
    options.ink = .black
    options.accent = Color(0x7A1F2B)
    for page in try PageTests.pages(SampleReport().make(), options) {
      for placed in page.frame.items + page.furniture.items {
        switch placed.item {
        case .text(let line): #expect(line.color == .black)
        case .shape(let shape):
          #expect([nil, .black, .white].contains(shape.fill))
          if let stroke = shape.stroke {
            #expect([.black, .white].contains(stroke.color))
            #expect(stroke.color == .white || stroke.width >= .pt(0.5))
          }
        case .image: break
        }
      }
    }
  }

  @Test func englishIsEnglish() throws {
    var report = SampleReport().make()
    for index in report.periods.indices { report.periods[index].months = index * 2 + 1...index * 2 + 2 }
    let pages = try PageTests.pages(report, LayoutOptions(language: .en))
    let texts = pages.flatMap { Self.lines($0).map(\.text) }
    for text in ["Bimonthly progress", "Jan/Feb", "Actual"] {
      #expect(texts.contains { $0.hasPrefix(text) }, "\(text)")
    }
    #expect(!texts.contains { $0.hasPrefix("Real") || $0.contains("Variation") || $0.contains("\u{A0}%") })
  }
}

extension PageTests {
  fileprivate static func pages(_ report: Report, _ options: LayoutOptions = LayoutOptions()) throws -> [Page] {
    try ReportLayout.document(
      for: report, findings: Audit.findings(in: report), options: options, measuring: FixedAdvance()
    ).pages
  }
}
