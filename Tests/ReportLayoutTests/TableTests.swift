import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

@Suite struct TableTests {
  static func layout(_ sample: SampleReport, _ options: LayoutOptions = LayoutOptions()) -> TableLayout {
    let report = sample.make()
    let words = Words(language: options.language)
    let context = Context(
      report: report, notes: Note.notes(for: Audit.findings(in: report), in: report, words: words), options: options,
      theme: .standard, words: words, typesetter: Typesetter(measuring: FixedAdvance()))
    return TableLayout(context, TableContent(context))
  }

  @Test(arguments: PageTests.samples.indices)
  func widthsAddUp(_ index: Int) {
    for paper in Paper.named {
      let layout = Self.layout(PageTests.samples[index], LayoutOptions(paper: paper))
      for geometry in layout.geometries {
        let total = geometry.columns.reduce(Length.zero) { $0 + $1.width }
        #expect(abs((total - layout.context.body.width).points) < 0.01)
        for column in geometry.columns { #expect(column.width > .pt(3)) }
      }
    }
  }

  /// Rows in = rows out: each line of each row on exactly one page of each part.
  @Test(arguments: PageTests.samples.indices)
  func noRowIsLost(_ index: Int) {
    let layout = Self.layout(PageTests.samples[index])
    for part in layout.parts.indices {
      let slices = layout.pages.flatMap(\.blocks).filter { $0.part == part }.flatMap(\.rows)
      #expect(slices.filter(\.isFirst).map(\.row) == Array(layout.content.rows.indices))
      for row in layout.content.rows.indices {
        let lines = slices.filter { $0.row == row }.flatMap { Array($0.lines) }
        #expect(lines == Array(0..<layout.geometries[part].rowLines[row]))
        #expect(slices.last { $0.row == row }?.isLast == true)
      }
    }
  }

  @Test(arguments: PageTests.samples.indices)
  func everyPeriodStandsInOnePart(_ index: Int) {
    let sample = PageTests.samples[index]
    let layout = Self.layout(sample)
    #expect(layout.geometries.flatMap(\.periods) == Array(0..<sample.periods))
    #expect(layout.geometries.last?.annual.count == 3)
  }

  @Test func sizeStaysWithinItsBounds() {
    for sample in PageTests.samples {
      for geometry in Self.layout(sample).geometries {
        #expect(geometry.size >= .pt(7) && geometry.size <= .pt(9.5001))
      }
    }
  }

  /// One step larger would not fit, or need more pages than the floor size does.
  @Test(arguments: PageTests.samples.indices)
  func theTypeIsAsLargeAsItCanBe(_ index: Int) {
    let layout = Self.layout(PageTests.samples[index])
    let (measures, context) = (Theme.standard.table, layout.context)
    let (fit, plan) = (TableFit(context, layout.content), TablePlan(context, layout.parts))
    func geometries(_ size: Length, hyphenating: Bool = false) -> [TableGeometry] {
      layout.parts.map { fit.geometry($0, size: size, hyphenating: hyphenating) }
    }
    let size = layout.geometries[0].size
    let fewest = [false, true].map { plan.pages(geometries(measures.floor, hyphenating: $0)).count }.min()
    #expect(layout.pages.count == fewest)
    guard size < measures.ceiling - .pt(0.01) else { return }
    let larger = size + measures.step
    let fits = layout.parts.allSatisfy { fit.fits($0, size: larger) }
    for hyphenating in [false, true] {
      #expect(!fits || plan.pages(geometries(larger, hyphenating: hyphenating)).count > layout.pages.count)
    }
  }

  /// Title and head stand again on each page, with a mark that the table goes on.
  @Test func laterPagesRepeatTheHead() throws {
    let sample = SampleReport(activities: 40)
    let count = Self.layout(sample).pages.count
    #expect(count > 2)
    for (index, page) in try PageTests.document(sample, .tableFirst).pages.prefix(count).enumerated() {
      let boxes = page.frame.textBoxes + page.furniture.textBoxes
      let texts = boxes.map { $0.text.split(separator: " ").joined(separator: " ") }
      #expect(texts.contains("Actividades programadas y realizadas"))
      #expect(texts.contains("continúa") == (index > 0))
      guard texts.contains(where: { $0.hasPrefix("ACTIVIDAD") }) else { continue }
      #expect(texts.count { $0 == "Prog." } == 6 && texts.contains("Periodo 6") && texts.contains("Variación"))
    }
  }

  /// Whole parts end at one place in a column, whatever decimals follow.
  @Test func decimalPointsAlign() throws {
    var report = SampleReport(activities: 3).make()
    let values: [(Int64, UInt8)] = [(125, 1), (7, 0), (12345, 2)]
    for (index, (coefficient, scale)) in values.enumerated() {
      report.activities[index].periods[0].real.value = .number(Quantity(coefficient: coefficient, scale: scale))
    }
    let document = try ReportLayout.document(
      for: report, findings: [], options: LayoutOptions(), measuring: FixedAdvance())
    let shown = ["12.5": 2, "7": 0, "123.45": 3]
    let ends = document.pages[0].frame.items.compactMap { placed -> Double? in
      guard case .text(let line) = placed.item, let decimals = shown[line.text] else { return nil }
      let end = line.origin.x + line.width - line.size * (0.5 * Double(decimals))
      return (end.points * 100).rounded()
    }
    #expect(Dictionary(grouping: ends, by: \.self).values.contains { $0.count >= 3 }, "\(ends)")
  }

  /// A table that is too wide for the page is parted, and parts that are low stand on one page.
  @Test func lowPartsShareAPage() {
    let layout = Self.layout(SampleReport(periods: 12, activities: 3, largest: 9_999_999))
    #expect(layout.parts.count > 1)
    #expect(layout.pages.count == 1)
    #expect(layout.pages.first?.blocks.map(\.part) == Array(layout.parts.indices))
  }

  /// Rows are set apart where there is room, and never so far that a page is added.
  @Test func airFillsThePage() {
    let measures = Theme.standard.table
    let low = Self.layout(SampleReport(activities: 2, objectiveLength: 60)).geometries[0]
    #expect(abs(low.leading / low.size - measures.leading.upperBound) < 1e-9)
    for activities in 1...30 {
      let layout = Self.layout(SampleReport(activities: activities))
      let tight = layout.geometries.map { geometry in
        var tight = geometry
        tight.leading = geometry.size * measures.leading.lowerBound
        tight.padding = geometry.size * measures.cellPadding.lowerBound
        return tight
      }
      #expect(TablePlan(layout.context, layout.parts).pages(tight).count == layout.pages.count)
    }
  }

  @Test func notesStayWithTwoRows() {
    for activities in 1...60 {
      let pages = Self.layout(SampleReport(activities: activities)).pages
      guard let last = pages.last, !last.tail.isEmpty, (last.blocks.last?.rows.count ?? 0) < 2 else { continue }
      #expect(activities < 2 || pages.dropLast().last?.tail.isEmpty == false, "\(activities) activities")
    }
  }

  /// The source's notes stand under the table, and its marks at the figures they belong to.
  @Test func sourceNotesAreShown() throws {
    var report = SampleReport(activities: 2).make()
    let place = SourceLocation(file: "muestra.tsv", row: 30, column: 1)
    report.notes = [Sourced("* Incluye aplazadas.", at: place), Sourced("Cifras preliminares.", at: place)]
    report.activities[0].periods[1].real.mark = "*"
    let document = try ReportLayout.document(
      for: report, findings: [], options: LayoutOptions(), measuring: FixedAdvance())
    let texts = document.pages[0].frame.textBoxes.map(\.text)
    #expect(
      texts.contains("Notas de la fuente:") && texts.contains("* Incluye aplazadas.")
        && texts.contains("Cifras preliminares."))
    #expect(texts.contains("*"))
    #expect(document.pages[1].frame.textBoxes.contains { $0.text == "*" })
  }

  static func pagination(_ lines: [Int], room: Double, tail: [Double] = []) -> [TablePagination.PlannedPage] {
    TablePagination(
      lines: lines, firstRoom: .pt(room), room: .pt(room), tailRoom: .pt(room), tail: tail.map { .pt($0) },
      tailGap: .pt(5), fewestLines: 3, height: { .pt(Double($0) * 10) }
    ).pages()
  }

  static func rows(_ pages: [TablePagination.PlannedPage]) -> [[String]] {
    pages.map { $0.rows.map { "\($0.row):\($0.lines)" } }
  }

  @Test func rowsMoveWhole() {
    let pages = Self.pagination([4, 4, 4], room: 100)
    #expect(pages.map { $0.rows.map(\.row) } == [[0, 1], [2]])
  }

  @Test func onlyARowTallerThanAPageIsSplit() {
    let pages = Self.pagination([2, 25, 2], room: 100)
    #expect(Self.rows(pages) == [["0:0..<2", "1:0..<8"], ["1:8..<18"], ["1:18..<25", "2:0..<2"]])
  }

  @Test func lastRowsGoWithTheNotes() {
    let pages = Self.pagination([3, 3, 3], room: 100, tail: [20])
    #expect(pages.map { $0.rows.map(\.row) } == [[0], [1, 2]])
    #expect(pages.map(\.tail) == [0..<0, 0..<1])
  }

  /// Two rows fill the page: one of them goes with what follows.
  @Test func oneOfTwoRowsGoesWithTheNotes() {
    let pages = Self.pagination([6, 4], room: 100, tail: [20, 30])
    #expect(Self.rows(pages) == [["0:0..<6"], ["1:0..<4"]])
    #expect(pages.map(\.tail) == [0..<0, 0..<2])
  }

  /// One row fills the page: its last lines go with what follows.
  @Test func theLastLinesOfARowGoWithTheNotes() {
    let pages = Self.pagination([10], room: 100, tail: [20])
    #expect(Self.rows(pages) == [["0:0..<7"], ["0:7..<10"]])
    #expect(pages.map(\.tail) == [0..<0, 0..<1])
  }

  /// Notes that fit and signatures that do not: both move on together with two rows.
  @Test func signaturesAreNotLeftAlone() {
    let pages = Self.pagination([2, 2, 2], room: 100, tail: [10, 40])
    #expect(pages.map { $0.rows.map(\.row) } == [[0], [1, 2]])
    #expect(pages.map(\.tail) == [0..<0, 0..<2])
  }

  /// More notes than a page holds: the last piece has company.
  @Test func manyNotesGoOn() {
    let pages = Self.pagination([3, 3], room: 100, tail: Array(repeating: 20, count: 7))
    #expect(pages.map(\.tail) == [0..<1, 1..<5, 5..<7])
  }
}
