import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

@Suite struct FurnitureTests {
  static func context(_ options: LayoutOptions, _ report: Report? = nil) -> Context {
    let words = Words(language: options.language)
    let report = report ?? SampleReport().make()
    var context = Context(
      report: report, notes: Note.notes(for: Audit.findings(in: report), in: report, words: words), options: options,
      theme: Theme(accent: options.accent), words: words, typesetter: Typesetter(measuring: FixedAdvance()))
    context.dataHash = "1234 abcd 5678"
    return context
  }

  static func logo(_ width: Double, _ height: Double) -> Logo {
    Logo(Image(format: .png, bytes: [1], width: width, height: height))
  }

  static func full(_ paper: Paper, words: Int = 1) -> LayoutOptions {
    func text(_ word: String) -> String { Array(repeating: word, count: words).joined(separator: " ") }
    var options = LayoutOptions(paper: paper, date: CalendarDate(year: 2024, month: 9, day: 30))
    options.municipality = text("Municipio de San Miguel")
    options.department = text("Dirección de Pruebas")
    options.administration = text("Administración 2022–2024")
    options.title = text("Informe anual")
    options.place = String(text("San Miguel de las Peñas").prefix(80))
    options.code = String(text("FO-PC-03").prefix(40))
    options.logos = Logos(left: logo(80, 100), right: logo(900, 100))
    options.stamp = .mm(18)
    options.signers = [Signer(role: .prepared, name: "Ana", post: "Directora")]
    return options
  }

  /// Papers with room for all furniture.
  static let papers = Paper.named + [Paper(parsing: "230x200")].compactMap { $0 }

  static func boxes(_ frame: Frame) -> [(text: String, box: Rect)] {
    frame.items.compactMap { placed in
      switch placed.item {
      case .text(let line):
        let box = Rect(
          x: line.origin.x, y: line.origin.y - line.size * 0.7, width: line.width, height: line.size * 0.9)
        return (line.text, box)
      case .image(let image): return ("image", image.frame)
      case .shape: return nil
      }
    }
  }

  static func checkApart(_ frame: Frame, within area: Rect, _ name: String) {
    let boxes = boxes(frame)
    for (index, one) in boxes.enumerated() {
      #expect(area.contains(one.box, tolerance: .pt(0.5)), "\(name): \(one.text) leaves its area")
      for other in boxes[(index + 1)...] {
        #expect(!one.box.overlaps(other.box), "\(name): \(one.text) touches \(other.text)")
      }
    }
  }

  @Test(arguments: [1, 2, 5, 20]) func nothingInHeadAndFootTouches(_ words: Int) {
    for paper in Self.papers {
      let context = Self.context(Self.full(paper, words: words))
      var page = Page(frame: Frame(size: context.paper))
      PageFurniture(setting: context.setting).draw(in: &page, number: 888, of: 999)
      var frame = page.frame
      frame.place(page.furniture, at: .zero)
      let margins = context.options.pageMargins
      let area = Rect(
        x: margins.left, y: margins.top, width: context.paper.width - margins.left - margins.right,
        height: context.paper.height - margins.top - margins.bottom + .pt(2))
      Self.checkApart(frame, within: area, "\(paper.name), \(words) words")
      for (text, box) in Self.boxes(frame) { #expect(!box.overlaps(context.body), "\(text) stands in the body") }
    }
  }

  @Test func longNamesTakeTwoLines() throws {
    var names = Self.full(.carta)
    names.municipality = Self.full(.carta, words: 4).municipality
    names.department = Self.full(.carta, words: 7).department
    let context = Self.context(names)
    let lines = context.head.left
    #expect(lines.contains { $0.isContinued })
    func said(_ part: HeadLines.Part) -> String { lines.filter { $0.part == part }.map(\.text).joined() }
    #expect(said(.municipality) == names.municipality)
    #expect(said(.office) == names.department)
    // Every line keeps most of its size, and the body begins lower.
    var page = Page(frame: Frame(size: context.paper))
    PageFurniture(setting: context.setting).draw(in: &page, number: 2, of: 9)
    let sizes = page.furniture.items.compactMap { item in
      if case .text(let line) = item.item, lines.contains(where: { $0.text == line.text }) { line.size } else { nil }
    }
    #expect(sizes.count == lines.count && sizes.allSatisfy { $0 > context.theme.page.smallestHead })
    #expect(context.body.minY > Self.context(Self.full(.carta)).body.minY)
  }

  @Test func whatTheHeadCutsIsSaidWhole() {
    let context = Self.context(Self.full(.carta, words: 30))
    let cut = PageFurniture(setting: context.setting).cutTexts
    #expect(cut == [context.options.title] + context.head.left.map(\.text))
    #expect(PageFurniture(setting: Self.context(Self.full(.carta)).setting).cutTexts == [])
  }

  @Test func theSourcesWordsAreNotSaidTwice() {
    var report = SampleReport().make()
    report.titleLines = [
      Sourced("MUNICIPIO DE SAN MIGUEL", at: SourceLocation(file: "x")),
      Sourced("Formato 3", at: SourceLocation(file: "x")),
    ]
    var options = LayoutOptions()
    options.municipality = "Municipio de San Miguel"
    #expect(
      Self.context(options, report).head.left.map(\.text) == [
        "Municipio de San Miguel", "DIRECCIÓN DE PRUEBAS", "Formato 3",
      ])
  }

  @Test func theStampsRoomIsFree() {
    var options = LayoutOptions()
    options.stamp = .mm(20)
    let document = try? ReportLayout.document(
      for: SampleReport().make(), findings: [], options: options, measuring: FixedAdvance())
    let limit = options.paper.size.height - .mm(20)
    for page in document?.pages ?? [] {
      for (text, box) in Self.boxes(page.frame) { #expect(box.maxY <= limit + .pt(2), "\(text)") }
    }
    #expect(document != nil)
  }

  @Test func aBoundEdgeHasItsMargin() {
    var options = LayoutOptions()
    options.binding = Binding(.left)
    #expect(options.pageMargins.left == .mm(25) && options.pageMargins.right == .mm(12.7))
    options.binding = Binding(.top, margin: .mm(30))
    #expect(options.pageMargins.top == .mm(30) && options.pageMargins.left == .mm(12.7))
    #expect(options.printHints == PrintHints(keepsSize: true))
    options.duplex = true
    #expect(options.printHints.duplex == .flipLongEdge)
    options.binding?.edge = .left
    #expect(options.printHints.duplex == .flipShortEdge)
  }

  /// What is the bound edge in front is the opposite one behind.
  @Test(arguments: Binding.Edge.allCases) func marginsAreMirrored(_ edge: Binding.Edge) throws {
    var options = LayoutOptions()
    options.binding = Binding(edge)
    let report = SampleReport().make()
    func pages() throws -> [Page] {
      try ReportLayout.document(for: report, findings: [], options: options, measuring: FixedAdvance()).pages
    }
    let single = try pages()
    options.duplex = true
    let double = try pages()
    let margins = options.pageMargins
    let shift =
      edge == .left
      ? Point(x: margins.right - margins.left, y: .zero) : Point(x: .zero, y: margins.bottom - margins.top)
    #expect(shift != .zero)
    for (number, pair) in zip(single, double).enumerated() {
      let delta = number.isMultiple(of: 2) ? Point.zero : shift
      let moved = Self.boxes(pair.0.frame).map { $0.box.offset(by: delta) }
      let links = pair.0.links.map { $0.area.offset(by: delta) }
      let expected = moved + links
      let found = Self.boxes(pair.1.frame).map(\.box) + pair.1.links.map(\.area)
      #expect(found.count == expected.count)
      for (a, b) in zip(found, expected) { #expect(a.contains(b, tolerance: .pt(0.001))) }
    }
  }

  @Test func logosAreFiguresOnceAndDecorationAfterwards() throws {
    var options = LayoutOptions()
    options.municipality = "San Miguel"
    options.logos = Logos(left: Self.logo(1, 1), right: Logo(Self.logo(2, 1).image, description: "Lema"))
    let document = try ReportLayout.document(
      for: SampleReport().make(), findings: [], options: options, measuring: FixedAdvance())
    let figures = document.structure.elements.filter { $0.role == .figure }.prefix(2)
    #expect(figures.map(\.attributes.alternative) == ["Escudo: San Miguel", "Lema"])
    for (index, page) in document.pages.enumerated() {
      let owners = page.items.filter(\.item.isImage).map(\.owner)
      #expect(
        owners == (index == 0 ? figures.map { .content($0.id) } : [.artifact(.pagination), .artifact(.pagination)]))
    }
  }

  @Test func everyNamedPaperHasRoom() {
    for paper in Self.papers { #expect(Self.full(paper).hasRoom, "\(paper.name)") }
    var tight = LayoutOptions(paper: Paper(parsing: "210x148") ?? .carta)
    #expect(tight.hasRoom)
    tight.stamp = .mm(30)
    #expect(!tight.hasRoom)
  }

  @Test(arguments: [0x12436D, 0x000000, 0x7A1F2B, 0x1B5E20, 0x4A148C, 0x757575] as [UInt32])
  func anyAccentThatPassesCanBeRead(_ rgb: UInt32) {
    let ink = Ink(accent: Color(rgb))
    #expect(LayoutOptions.contrast(ofAccent: ink.accent) >= LayoutOptions.leastAccentContrast)
    for ground in [ink.paper, ink.faintTint] {
      for text in [ink.text, ink.quiet, ink.zero, ink.warning] { #expect(text.contrast(with: ground) >= 4.5) }
    }
    #expect(ink.text.contrast(with: ink.tint) >= 7 && ink.accent.contrast(with: ink.tint) >= 3)
  }
}

@Suite struct SignatureTests {
  static func signers(_ count: Int, long: Bool) -> [Signer] {
    (0..<count).map { index in
      Signer(
        role: index == 0 ? .prepared : .other(long ? "Revisó en representación del comité \(index)" : "Rol\(index)"),
        name: long ? "Mtra. Guadalupe Hernández Arriaga de la Concepción \(index)" : "Nombre\(index)",
        post: index % 3 == 2 ? nil : "Cargo\(index) " + String(repeating: "de muchas palabras ", count: long ? 5 : 0))
    }
  }

  @Test(arguments: Array(1...13) + [24]) func anyNumberOfSignersStandsApart(_ count: Int) throws {
    for paper in FurnitureTests.papers {
      for long in [false, true] {
        var options = LayoutOptions(paper: paper)
        options.signers = Self.signers(count, long: long)
        let context = FurnitureTests.context(options)
        let block = try #require(SignatureBlock(context.signers, context.setting))
        var builder = DocumentBuilder("table")
        var page = Page(frame: Frame(size: context.paper))
        var y = Length.pt(100)
        for piece in block.closingBlocks {
          piece.draw(y, &page, builder.structure.root, &builder)
          y = y + piece.height
        }
        let frame = page.frame
        #expect(abs((y - .pt(100) - block.height).points) < 0.01)
        let area = Rect(
          x: context.body.minX, y: .pt(100), width: context.body.width, height: block.height)
        FurnitureTests.checkApart(frame, within: area, "\(paper.name), \(count)")
        let text = frame.items.compactMap { if case .text(let line) = $0.item { line.text } else { nil } }.joined()
        for signer in options.signers { #expect(text.contains(signer.name.split(separator: " ").last ?? "")) }
        #expect(builder.structure.elements.count { $0.role == .listBody } == count)
        let rules = frame.items.count { if case .shape = $0.item { true } else { false } }
        #expect(rules == count)
      }
    }
  }

  /// More signers than a page holds go on on the next ones; none is lost, none leaves the body.
  @Test func aHundredSignersGoOn() throws {
    var options = LayoutOptions()
    options.signers = Self.signers(100, long: false)
    let document = try ReportLayout.document(
      for: SampleReport(activities: 3).make(), findings: [], options: options, measuring: FixedAdvance())
    let pages = document.pages.dropLast(3)
    #expect(pages.count > 2)
    let texts = pages.flatMap { FurnitureTests.boxes($0.frame) }
    for signer in options.signers {
      #expect(texts.count { $0.text.hasPrefix(signer.name + " ") || $0.text == signer.name } == 1)
    }
    for page in pages {
      let area = Rect(x: .zero, y: .zero, width: page.size.width, height: page.size.height)
      FurnitureTests.checkApart(page.frame, within: area, "signers")
    }
  }

  @Test func rolesAreSaidInTheReportsLanguage() {
    #expect(
      Signer.Role("ELABORÓ") == .prepared && Signer.Role("vo.bo.") == .approved && Signer.Role("Vo. Bo.") == .approved)
    #expect(Signer.Role("Autorizo") == .authorised && Signer.Role("Authorized by") == .authorised)
    #expect(Signer.Role("Testigo") == .other("Testigo"))
    #expect(Words(language: .en).role(.reviewed) == "Reviewed by" && Words(language: .es).role(.reviewed) == "Revisó")
  }
}

@Suite struct SignDisplayTests {
  @Test func onlyTheSignsOfTheOtherConventionChange() {
    let report = SampleReport().make()
    #expect(report.shown(with: .source) == report)
    let shown = report.shown(with: .normalised(.programmedMinusReal))
    #expect(shown.signs == SignConventions(period: .programmedMinusReal, annual: .programmedMinusReal))
    for (before, after) in zip(report.activities, shown.activities) {
      #expect(before.periods == after.periods && before.annual.real == after.annual.real)
      #expect(after.annual.variation.quantity == before.annual.variation.quantity?.negated)
    }
    #expect(
      shown.shown(with: .normalised(.realMinusProgrammed)).activities.map(\.annual) == report.activities.map(\.annual))
  }

  @Test func aColumnThatDoesNotTellStays() {
    var report = SampleReport().make()
    report.signs = SignConventions(period: nil, annual: nil)
    for convention in SignConvention.allCases { #expect(report.shown(with: .normalised(convention)) == report) }
  }
}
