import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// A volume's pages: nothing of any area is lost, every number and link is right, and nothing sticks out, however many areas
/// of whatever size.
@Suite struct VolumeTests {
  static func area(_ index: Int, activities: Int, name: String? = nil, periods: Int = 6) -> Volume.Area {
    let report = SampleReport(periods: periods, activities: activities).make()
    return Volume.Area(
      name: name ?? "Área \(index + 1)", report: report, findings: Audit.findings(in: report),
      source: "\(index + 1).tsv")
  }

  static let missing = Volume.MissingArea(
    name: "obras", source: "obras.tsv",
    errors: [
      Diagnostic(
        received: "not-a-figure", severity: .error, message: LocalizedText(es: "no es una cifra", en: "is no figure"),
        hint: LocalizedText(es: "", en: ""), at: SourceLocation(file: "obras.tsv", row: 7, column: 4))
    ])

  static func volume(_ activities: [Int], names: [String] = []) -> Volume {
    Volume(
      parts: activities.enumerated().map { index, count in
        .area(area(index, activities: count, name: names.isEmpty ? nil : names[index % names.count]))
      })
  }

  static func plan(_ volume: Volume, _ options: LayoutOptions = LayoutOptions()) throws -> DocumentPlan {
    try ReportLayout.plan(for: volume, options: options, measuring: FixedAdvance()).document(dataHash: "1234 abcd")
  }

  static func signed(_ paper: Paper = .carta) -> LayoutOptions {
    var options = LayoutOptions(paper: paper)
    options.municipality = "Municipio de San Miguel"
    options.signers = [Signer(role: .authorised, name: "Rosa Díaz", post: "Presidenta Municipal")]
    return options
  }

  /// How many pages stand before the first area, and each area's own: what opens it, its table, its activities.
  @Test(arguments: [[1], [3, 1, 5], [200, 2], Array(repeating: 4, count: 30)])
  func everyActivityHasItsPageAndItsWayThere(_ activities: [Int]) throws {
    let plan = try Self.plan(Self.volume(activities), Self.signed())
    let document = plan.document
    #expect(document.pages.count == plan.pageCount)
    let areas = document.outline.dropFirst(2).dropLast()
    #expect(areas.map(\.children.count) == activities.map { $0 + 1 })
    let links = document.pages.flatMap(\.links)
    for area in areas {
      // From contents and summary to the area, from the area to each of its activities.
      #expect(links.count { $0.destination.page == area.destination.page } >= 2)
      for activity in area.children.dropFirst() {
        #expect(links.contains { $0.destination.page == activity.destination.page })
        #expect(Self.text(document.pages[activity.destination.page]).lowercased().contains("actividad "))
      }
    }
    #expect(links.allSatisfy { document.pages.indices.contains($0.destination.page) })
  }

  @Test func pagesAreNumberedAsOne() throws {
    let document = try Self.plan(Self.volume([2, 3]), Self.signed()).document
    let count = document.pages.count
    for (index, page) in document.pages.enumerated().dropFirst() {
      #expect(Self.text(page).contains("Página \(index + 1) de \(count)"))
    }
    #expect(!Self.text(document.pages[0]).contains("Página"))
  }

  /// Anchors name one element each, every destination's anchor is on its page, and no heading is skipped.
  @Test func structureIsOneTree() throws {
    let document = try Self.plan(Self.volume([2, 3, 1])).document
    let elements = document.structure.elements
    let anchors = elements.compactMap(\.attributes.anchor)
    #expect(Set(anchors).count == anchors.count)
    for link in document.pages.flatMap(\.links) {
      #expect(link.destination.anchor.map(anchors.contains) ?? true, "\(link.description)")
    }
    var level = 0
    for element in elements {
      guard case .some(let next) = Self.level(element.role) else { continue }
      #expect(next <= level + 1)
      level = next
    }
    #expect(elements.count { $0.role == .heading1 } == 1)
    // Contents, summary and three areas.
    #expect(elements.count { $0.role == .heading2 } == 5)
  }

  private static func level(_ role: StructureRole) -> Int? {
    let levels: [StructureRole: Int] = [.heading1: 1, .heading2: 2, .heading3: 3, .heading4: 4]
    return levels[role]
  }

  /// An activity's page is the report's own but for its number and its way back.
  @Test func activityPagesAreThoseOfTheReport() throws {
    let area = Self.area(0, activities: 3)
    var options = LayoutOptions()
    options.department = area.name
    let alone = try ReportLayout.document(
      for: area.report, findings: area.findings, options: options, measuring: FixedAdvance())
    let volume = try Self.plan(Volume(parts: [.area(area)])).document
    for (own, bound) in zip(alone.pages.suffix(3), volume.pages.suffix(3)) {
      let texts = [own, bound].map { page in Self.boxes(page).map(\.text).filter { !$0.contains("ágina") } }
      #expect(texts[0] == texts[1].filter { !$0.contains("1234") })
      #expect(own.frame.items.count == bound.frame.items.count)
    }
  }

  /// Only the volume is signed, and on its last page.
  @Test func theWholeIsSigned() throws {
    let pages = try Self.plan(Self.volume([2, 2]), Self.signed()).document.pages
    #expect(pages.map(\.signatureFields.count) == Array(repeating: 0, count: pages.count - 1) + [1])
    #expect(Self.text(pages[pages.count - 1]).contains("Rosa Díaz"))
  }

  @Test func whatIsMissingIsSaid() throws {
    let volume = Volume(parts: [.area(Self.area(0, activities: 2)), .missing(Self.missing)], leftOut: ["borrador.tsv"])
    let document = try Self.plan(volume, Self.signed()).document
    let opening = try #require(document.outline.dropLast().last?.destination.page)
    let page = Self.text(document.pages[opening])
    #expect(page.contains("Esta área falta en el tomo") && page.contains("Fila 7, columna 4: no es una cifra"))
    // Whoever signs signs that, too.
    #expect(Self.text(document.pages[document.pages.count - 1]).contains("reúne los informes de 1 área; falta 1 área."))
    let summary = Self.text(document.pages[2])
    #expect(summary.contains("Falta en este tomo 1 área") && summary.contains("borrador.tsv"))
    #expect(Self.text(document.pages[1]).contains("Esta área falta en el tomo"))
  }

  @Test func differentYearsAndPeriodsAreTold() throws {
    var other = Self.area(1, activities: 2, name: "Obras", periods: 4)
    other.report.year = Sourced(2022, at: SourceLocation(file: "2.tsv"))
    let volume = Volume(parts: [.area(Self.area(0, activities: 2)), .area(other), .area(Self.area(2, activities: 2))])
    let differences = volume.differences
    #expect(differences.map(\.code) == ["different-years", "different-periods"])
    #expect(differences[0].message.es == "las áreas no informan el mismo año: 2023 (2 áreas); 2022 (Obras)")
    #expect(Self.text(try Self.plan(volume).document.pages[2]).contains("2022 (Obras)"))
    #expect(Self.volume([1, 1]).differences.isEmpty)
  }

  /// A mark for each activity, up to twenty; of more only how many there are, and the column is then called so.
  @Test(arguments: [(20, true), (21, false)]) func marksAreShownWhereTheyFit(_ count: Int, _ hasMarks: Bool) throws {
    let plan = try Self.plan(Self.volume([count, count]))
    let text = Self.text(plan.section(2).pages[0])
    let words = Words(language: .es)
    #expect(text.contains(words.marksHeading) == hasMarks)
    #expect(text.contains(words.activities(count)) != hasMarks)
    let strips = plan.section(2).structure.elements.filter {
      $0.role == .figure && $0.attributes.alternative?.contains(words.verdict(.within).lowercased()) == true
    }
    #expect(strips.count { $0.attributes.alternative?.first?.isNumber == true } == (hasMarks ? 2 : 0))
  }

  /// However many areas are missing, the council's page keeps room for the others; all errors are told or counted.
  @Test func manyMissingAreasAndErrorsLeaveRoom() throws {
    var missing = Self.missing
    missing.errors = (0..<40).map { row in
      Diagnostic(
        received: "not-a-figure", severity: .error,
        message: LocalizedText(es: String(repeating: "no es una cifra ", count: 30), en: ""),
        hint: LocalizedText(es: "", en: ""), at: SourceLocation(file: "obras.tsv", row: row + 1, column: 4))
    }
    let parts = (0..<100).map { _ in Volume.Part.missing(missing) } + [.area(Self.area(0, activities: 3))]
    let plan = try Self.plan(Volume(parts: parts))
    let pages = plan.document.pages
    let summary = try #require(pages.firstIndex { Self.text($0).contains("Faltan en este tomo 100 áreas") })
    #expect(Self.text(pages[summary]).contains("y 92 más."))
    for index in 0..<pages.count - 4 { Self.check(pages[index], "page \(index + 1)") }
    let page = Self.text(pages[plan.outline[2].destination.page])
    let told = page.matches(of: /Fila \d+/).count
    #expect(told > 0 && told < 12 && page.contains("y \(40 - told) errores más"), "\(told)")
  }

  @Test func spanishJoinsWithEBeforeI() {
    let words = Words(language: .es)
    #expect(words.list(["Obras", "Instituto de la Mujer"]) == "Obras e Instituto de la Mujer")
    #expect(words.list(["DIF", "Higiene"]) == "DIF e Higiene" && words.list(["Agua", "Hielo"]) == "Agua y Hielo")
    #expect(Words(language: .en).list(["A", "Income"]) == "A and Income")
  }

  /// Nothing sticks out of the sheet, nor do texts overlap, on the volume's own pages. Those hardly depend on how an area's
  /// own table is set, whose planning is nearly all the time this takes: most areas have two periods.
  @Test(arguments: [1, 3, 31, 125], [Paper.carta, .oficio, .a4])
  func staysInsideAndApart(_ areas: Int, _ paper: Paper) throws {
    let names = [
      "DIF", "Dirección General de Tecnologías de la Información, Gobierno Digital y Mejora Regulatoria del Municipio",
      "Obras Públicas",
    ]
    let volume = Volume(
      parts: (0..<areas).map { index in
        .area(
          Self.area(
            index, activities: index % 4 == 3 ? 17 : index % 4 + 1, name: names[index % names.count],
            periods: index % 16 == 3 ? 6 : 2))
      }, leftOut: names)
    let plan = try Self.plan(volume, Self.signed(paper))
    for index in plan.sectionPages.indices where Self.isOwn(plan, index) {
      for page in plan.section(index).pages { Self.check(page, "\(areas) on \(paper.name), section \(index)") }
    }
  }

  /// The longest texts of a configuration, in the widest letters, stand on the cover over its foot.
  @Test(arguments: ["279x216", "340x216", "210x210", "220x300"], [200, 30])
  func theCoverHoldsItsTexts(_ size: String, _ length: Int) throws {
    func text(_ most: Int) -> String { String(repeating: "W", count: min(length, most)) }
    var options = LayoutOptions(paper: try #require(Paper(parsing: size)))
    (options.municipality, options.department, options.administration) = (text(200), text(200), text(200))
    (options.title, options.place, options.code) = (text(200), text(80), text(40))
    options.date = CalendarDate(year: 2024, month: 12, day: 31)
    var volume = Self.volume([1])
    volume.cover.text = text(200)
    let cover = try Self.plan(volume, options).section(0).pages[0]
    Self.check(cover, "cover of \(size)")
    let told = Self.text(cover).replacing("\u{AD} ", with: "")
    #expect(told.contains("31 de diciembre de 2024") && told.contains("1234 abcd"))
  }

  /// Beside counts of three digits and with every state there is, the tiles say their words whole.
  @Test(arguments: [Paper.carta, .oficio, .a4], Language.allCases)
  func noWordOfATileIsCut(_ paper: Paper, _ language: Language) throws {
    var area = Self.area(0, activities: 900)
    let place = SourceLocation(file: "1.tsv")
    for index in area.report.activities.indices {
      let goal =
        index % 5 == 3
        ? Figure(.number(.zero), text: "0", at: place) : Figure(.number(Quantity(10)), text: "10", at: place)
      let real = [Quantity(5), Quantity(10), Quantity(20), .zero][min(3, index % 5)]
      area.report.activities[index].annual.goal = index % 5 == 4 ? Figure(.blank, text: "", at: place) : goal
      area.report.activities[index].annual.real = Figure(.number(real), text: "", at: place)
    }
    var options = Self.signed(paper)
    options.language = language
    let plan = try Self.plan(Volume(parts: [.area(area)]), options)
    let page = plan.section(2).pages[0]
    // A word wider than its tile is divided.
    let (text, words) = (Self.text(page).replacing("\u{AD} ", with: ""), Words(language: language))
    for state in Verdict.State.allCases { #expect(text.contains("180 " + words.verdict(state)), "\(state)") }
    Self.check(page, "tiles on \(paper.name)")
  }

  /// Sections before the first area's report, what opens the areas, and the last.
  private static func isOwn(_ plan: DocumentPlan, _ section: Int) -> Bool {
    let first = plan.sectionPages[..<section].reduce(0, +)
    let openings = Set(plan.outline.dropFirst(2).map(\.destination.page))
    return section < 3 || openings.contains(first)
  }

  private static func check(_ page: Page, _ place: String) {
    let boxes = boxes(page).filter { !$0.text.allSatisfy(\.isWhitespace) }
    let sheet = Rect(origin: .zero, size: page.size).inset(by: .pt(20))
    for box in boxes where !sheet.contains(box.box) { Issue.record("\(place): \(box.text) sticks out") }
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] where a.box.inset(by: .pt(0.4)).overlaps(b.box.inset(by: .pt(0.4))) {
        Issue.record("\(place): \(a.text) over \(b.text)")
      }
    }
  }

  private static func boxes(_ page: Page) -> [(text: String, box: Rect)] {
    page.frame.textBoxes.map { ($0.text, $0.box) }
  }

  private static func text(_ page: Page) -> String {
    (page.frame.textBoxes + page.furniture.textBoxes).map(\.text).joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
