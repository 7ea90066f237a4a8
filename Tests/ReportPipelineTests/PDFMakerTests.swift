import Gallery
import Pages
import ReportModel
import Testing
import Workers

@testable import PDFFinisher
@testable import ReportPipeline

/// A worker alone draws two parts in one file, several draw each in its own: the report is the same.
struct PDFMakerTests {
  @Test(arguments: Gallery.entries.filter { $0.report.activities.count <= 40 })
  func sameBytesWithAnyNumberOfWorkers(_ entry: Gallery.Entry) throws {
    let plan = try Job.plan(entry.report, entry.findings, entry.options, CanonicalData(entry.report), .one)
    let maker = PDFMaker(plan: plan, settings: FileSettings(creator: "a", producer: "a"))
    let alone = try maker.file(carrying: [], .one)
    #expect(try maker.file(carrying: [], Workers(3)) == alone)
  }

  /// Four activities are enough for two parts; the first has the table.
  @Test func shortReportsHaveTwoParts() throws {
    for entry in Gallery.entries where !entry.report.activities.isEmpty {
      let count = entry.report.activities.count
      let plan = try Job.plan(entry.report, entry.findings, entry.options, CanonicalData(entry.report), .one)
      #expect(plan.partPages.count == (count < 4 ? 1 : count <= 24 ? 2 : 1 + (count + 63) / 64), "\(entry.name)")
      #expect((plan.specimen != nil) == (plan.partPages.count > 1))
    }
  }
}
