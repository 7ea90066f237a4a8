import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

@Suite struct PageTests {
  static func document(_ sample: SampleReport, _ options: LayoutOptions = LayoutOptions()) throws -> Document {
    let report = sample.make()
    return try ReportLayout.document(
      for: report, findings: Audit.findings(in: report), options: options, measuring: FixedAdvance())
  }

  static let samples: [SampleReport] = [
    SampleReport(), SampleReport(periods: 1, activities: 1), SampleReport(periods: 12, activities: 9),
    SampleReport(periods: 12, activities: 3, largest: 9_999_999), SampleReport(periods: 4, activities: 60),
    SampleReport(periods: 3, activities: 2, nameLength: 300, objectiveLength: 2000),
    SampleReport(periods: 6, activities: 2, nameLength: 1200, objectiveLength: 6000),
    SampleReport(periods: 2, activities: 40, objectiveLength: 20, wrongEvery: 2), SampleReport(activities: 100),
  ]

  /// Each sample, set once.
  static let documents = samples.map { sample in Result { try document(sample) } }

  /// Whatever the report, every text lies on its page; the longest ones on one paper only.
  @Test(arguments: samples.indices)
  func nothingIsClipped(_ index: Int) throws {
    let small = try #require(Paper(parsing: "210x148"))
    for paper in index < 5 ? Paper.named + [small] : [.a4] {
      let document = try Self.document(Self.samples[index], LayoutOptions(paper: paper))
      for (number, page) in document.pages.enumerated() {
        #expect(page.size == paper.size)
        let sheet = Rect(origin: .zero, size: page.size).inset(by: .pt(15))
        let outside = page.frame.textBoxes.filter { !sheet.contains($0.box) }.map(\.text)
        #expect(outside == [], "page \(number + 1), \(paper.name)")
      }
    }
  }

  /// No text stands on another, on any page.
  @Test(arguments: samples.indices)
  func textsDoNotOverlap(_ index: Int) throws {
    for (number, page) in try Self.documents[index].get().pages.enumerated() {
      let boxes = page.frame.textBoxes.sorted { $0.box.minY < $1.box.minY }
      for (first, a) in boxes.enumerated() {
        for b in boxes[(first + 1)...] {
          if b.box.minY >= a.box.maxY { break }
          #expect(!a.box.inset(by: .pt(0.05)).overlaps(b.box), "\(a.text) on \(b.text), page \(number + 1)")
        }
      }
    }
  }

  /// Every word of every name and objective stands in the table and on the activity's pages, if it has any.
  @Test(arguments: samples.indices)
  func nothingIsLost(_ index: Int) throws {
    let report = Self.samples[index].make()
    let document = try Self.documents[index].get()
    var words: [Substring: Int] = [:]
    for page in document.pages {
      for (text, _) in page.frame.textBoxes {
        for word in text.split(separator: " ") { words[word, default: 0] += 1 }
      }
    }
    for activity in report.activities {
      for word in activity.name.value.split(separator: " ") + (activity.objective?.value.split(separator: " ") ?? []) {
        #expect(words[word, default: 0] >= (report.activities.count > 1 ? 2 : 1), "\(word)")
      }
    }
  }

  /// Every item is content of a leaf or an artifact; every leaf but empty cells and containers is drawn.
  @Test(arguments: samples.indices)
  func onlyLeavesOwnContent(_ index: Int) throws {
    let document = try Self.documents[index].get()
    for page in document.pages {
      for placed in page.items {
        if case .content(let id) = placed.owner { #expect(document.structure[id].children.isEmpty) }
      }
      for link in page.links {
        #expect(document.structure[link.element].role == .link)
        #expect(document.pages.indices.contains(link.destination.page))
        #expect(!link.description.isEmpty)
      }
    }
  }

  @Test func rowsLinkToTheirPagesAndBack() throws {
    let document = try Self.document(SampleReport(activities: 30), .tableFirst)
    let first = document.pages.firstIndex { page in page.frame.textBoxes.contains { $0.text == "Actividad 1 de 30" } }
    let table = try #require(first)
    // Marks lead to notes within the table's pages.
    let forward = document.pages[..<table].flatMap(\.links).map(\.destination.page).filter { $0 >= table }
    #expect(Set(forward) == Set(table..<document.pages.count))
    for page in document.pages[table...] { #expect(page.links.contains { $0.destination.page < table }) }
    #expect(document.outline.map(\.destination.page) == [0] + Array(table..<document.pages.count))
  }

  @Test func pagesAreNumbered() throws {
    let document = try Self.document(SampleReport())
    for (index, page) in document.pages.enumerated() {
      let expected = "Página \(index + 1) de \(document.pages.count)"
      #expect(page.frame.textBoxes.contains { $0.text == expected })
    }
  }

  @Test func wrongFiguresAreMarkedAndExplained() throws {
    let document = try Self.document(SampleReport(activities: 2))
    let texts = document.pages[0].frame.textBoxes.map(\.text).joined(separator: "|")
    #expect(texts.contains("Actividad 2, Periodo 6, Var.: la fuente registra"))
    let notes = document.structure.elements.count { $0.role == .note }
    #expect(notes == 2, "once under the table, once on the activity's page")
  }

  /// Lines of a cell stay lines; white space is no missing character.
  @Test func objectivesKeepTheirLines() throws {
    var report = SampleReport(activities: 1).make()
    report.activities[0].objective?.value = "Primero\nSegundo\tTercero\u{2028}Cuarto"
    let document = try ReportLayout.document(
      for: report, findings: [], options: LayoutOptions(), measuring: FixedAdvance(missing: ["\n", "\t", "\u{2028}"]))
    let texts = document.pages[0].frame.textBoxes.map { $0.text.split(separator: " ").joined(separator: " ") }
    #expect(texts.contains("Primero") && texts.contains("Segundo Tercero") && texts.contains("Cuarto"))
  }

  @Test func missingCharactersAreToldByCell() {
    let report = SampleReport(activities: 1).make()
    let error = #expect(throws: UnsettableText.self) {
      try ReportLayout.document(
        for: report, findings: [], options: LayoutOptions(), measuring: FixedAdvance(missing: ["j"]))
    }
    #expect(error?.diagnostics.map(\.location.description) == ["muestra.tsv:11:3"])
  }

  @Test func sameInputSamePages() throws {
    let a = try Self.document(SampleReport(activities: 20))
    let b = try Self.document(SampleReport(activities: 20))
    #expect(a.pages.map { $0.frame.snapshot } == b.pages.map { $0.frame.snapshot })
  }

  @Test func dateOnlyWhenAsked() throws {
    let date = CalendarDate(year: 2024, month: 1, day: 15)
    let dated = try Self.document(SampleReport(), LayoutOptions(date: date))
    #expect(
      dated.pages.allSatisfy { page in
        (page.frame.textBoxes + page.furniture.textBoxes).contains { $0.text == "Emitido el 15 de enero de 2024" }
      })
    let plain = try Self.document(SampleReport())
    #expect(!plain.pages.contains { $0.frame.textBoxes.contains { $0.text.hasPrefix("Emitido") } })
    #expect(plain.metadata.date == nil)
  }

  @Test func englishSaysNothingInSpanish() throws {
    let document = try Self.document(SampleReport(), LayoutOptions(language: .en))
    let texts = document.pages.flatMap { $0.frame.textBoxes.map(\.text) }
    for word in ["Página", "Meta", "Programado", "Realizado", "Objetivo", "Año", "Actividades"] {
      #expect(
        !texts.contains { $0.split(separator: " ").contains { $0 == word } && !$0.hasPrefix("Objetivo O") }, "\(word)")
    }
    #expect(document.metadata.language == "en")
  }
}

extension LayoutOptions {
  /// Without the summary of the year, whatever the number of activities.
  static var tableFirst: LayoutOptions {
    var options = LayoutOptions()
    options.summary = false
    return options
  }
}
