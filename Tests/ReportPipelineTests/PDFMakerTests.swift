import Gallery
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import PDFFinisher
@testable import ReportPipeline

/// A report is drawn as one stream of pages.
struct PDFMakerTests {
  @Test(arguments: Gallery.entries.filter { $0.report.activities.count <= 12 })
  func sameBytesEveryTime(_ entry: Gallery.Entry) throws {
    let plan = try Job.plan(
      entry.report, entry.findings, ReportConfiguration(layout: entry.options))
    let maker = PDFMaker(plan: plan, settings: FileSettings(creator: "a", producer: "a"))
    #expect(try maker.file(carrying: .none) == maker.file(carrying: .none))
  }

  /// The summary where there is one, the table, then each activity, but for one that stands on the table's page.
  @Test func sectionsAreTheTableAndTheActivities() throws {
    for entry in Gallery.entries where entry.report.activities.count <= 12 {
      let plan = try Job.plan(
        entry.report, entry.findings, ReportConfiguration(layout: entry.options))
      let activities = entry.report.activities.count
      let opening = entry.options.summary ?? (activities >= 6) ? 2 : 1
      let isOnePage = activities == 1 && plan.sectionPages == [1]
      #expect(plan.sectionPages.count == (isOnePage ? 1 : opening + activities), "\(entry.name)")
    }
  }

  /// Many drawings asked for at once take turns: Cairo used by two threads can wait for itself for ever.
  @Test func drawingsAtOnceTakeTurns() async throws {
    let entry = try #require(Gallery.entries.first)
    let plan = try Job.plan(
      entry.report, entry.findings, ReportConfiguration(layout: entry.options))
    let maker = PDFMaker(plan: plan, settings: FileSettings(creator: "a", producer: "a"))
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 { group.addTask { try maker.file(carrying: .none) } }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(files.count == 1)
  }
}
