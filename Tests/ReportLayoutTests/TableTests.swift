import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

@Suite struct TableTests {
  static func layout(_ sample: SampleReport, _ options: LayoutOptions = LayoutOptions()) -> TableLayout {
    let report = sample.make()
    let words = Words(language: options.language)
    return TableLayout(
      Context(
        report: report, notes: Note.notes(for: Audit.findings(in: report), in: report, words: words), options: options,
        theme: .standard, words: words, typesetter: Typesetter(measuring: FixedAdvance())))
  }

  @Test(arguments: PageTests.samples.indices)
  func widthsAddUp(_ index: Int) {
    for paper in Paper.named {
      let layout = Self.layout(PageTests.samples[index], LayoutOptions(paper: paper))
      for part in layout.parts {
        let total = part.geometry.columns.reduce(Length.zero) { $0 + $1.width }
        #expect(abs((total - layout.context.body.width).points) < 0.01)
        for column in part.geometry.columns { #expect(column.width > .pt(3)) }
      }
    }
  }

  /// Rows in = rows out: each line of each row on exactly one page of each part.
  @Test(arguments: PageTests.samples.indices)
  func noRowIsLost(_ index: Int) {
    let layout = Self.layout(PageTests.samples[index])
    for part in layout.parts {
      let slices = part.pages.flatMap(\.rows)
      #expect(slices.filter(\.isFirst).map(\.row) == Array(layout.content.rows.indices))
      for row in layout.content.rows.indices {
        let lines = slices.filter { $0.row == row }.flatMap { Array($0.lines) }
        #expect(lines == Array(0..<lines.count))
        #expect(slices.last { $0.row == row }?.isLast == true)
      }
    }
  }

  @Test(arguments: PageTests.samples.indices)
  func everyPeriodStandsInOnePart(_ index: Int) {
    let sample = PageTests.samples[index]
    let layout = Self.layout(sample)
    #expect(layout.parts.flatMap { $0.geometry.periods } == Array(0..<sample.periods))
    #expect(layout.parts.last?.geometry.annual.count == 3)
  }

  @Test func sizeStaysWithinItsBounds() {
    for sample in PageTests.samples {
      for part in Self.layout(sample).parts {
        #expect(part.geometry.size >= .pt(7) && part.geometry.size <= .pt(9.5001))
      }
    }
  }

  @Test func notesStayWithTwoRows() {
    for activities in 1...60 {
      let pages = Self.layout(SampleReport(activities: activities)).parts.last?.pages ?? []
      guard let last = pages.last, !last.tail.isEmpty, last.rows.count < 2 else { continue }
      #expect(activities < 2 || pages.dropLast().last?.tail.isEmpty == false, "\(activities) activities")
    }
  }

  static func pagination(_ lines: [Int], room: Double, tail: [Double] = []) -> [TablePagination.PlannedPage] {
    TablePagination(
      lines: lines, heights: lines.map { .pt(Double($0) * 10) }, firstRoom: .pt(room), room: .pt(room),
      tailRoom: .pt(room), tail: tail.map { .pt($0) }, tailGap: .pt(5), fewestLines: 3,
      sliceHeight: { .pt(Double($0) * 10) }
    ).pages()
  }

  @Test func rowsMoveWhole() {
    let pages = Self.pagination([4, 4, 4], room: 100)
    #expect(pages.map { $0.rows.map(\.row) } == [[0, 1], [2]])
  }

  @Test func onlyARowTallerThanAPageIsSplit() {
    let pages = Self.pagination([2, 25, 2], room: 100)
    #expect(
      pages.map { $0.rows.map { "\($0.row):\($0.lines)" } } == [
        ["0:0..<2", "1:0..<8"], ["1:8..<18"], ["1:18..<25", "2:0..<2"],
      ])
  }

  @Test func lastRowsGoWithTheNotes() {
    let pages = Self.pagination([3, 3, 3], room: 100, tail: [20])
    #expect(pages.map { $0.rows.map(\.row) } == [[0], [1, 2]])
    #expect(pages.map(\.tail) == [0..<0, 0..<1])
  }

  @Test func manyNotesGoOn() {
    let pages = Self.pagination([3, 3], room: 100, tail: Array(repeating: 20, count: 7))
    #expect(pages.map(\.tail) == [0..<1, 1..<6, 6..<7])
  }
}
