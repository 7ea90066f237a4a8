import PDFFinisher
import Pages
import ReportConfiguration
import ReportLayout
import Testing

@testable import ReportPipeline

/// A file that is not as it must be is never given to anyone.
@Suite struct BrokenFileTests {
  /// The seed's plan, with something changed in each section as it is laid out.
  static func file(_ change: @escaping @Sendable (inout DocumentSection) -> Void) throws -> [UInt8] {
    let reading = Job.read(VerifierTests.seed, sheet: nil)
    let (report, findings) = try #require(reading.reports.first)
    let plan = try Job.plan(report, findings, ReportConfiguration())
    let broken = DocumentPlan(
      pageSize: plan.pageSize, sectionPages: plan.sectionPages, outline: plan.outline, metadata: plan.metadata
    ) { index in
      var section = plan.section(index)
      change(&section)
      return section
    }
    return try PDFMaker(plan: broken, settings: FileSettings(creator: "prueba", producer: "prueba"))
      .file(carrying: .none)
  }

  @Test func whatIsAsItMustBeIsMade() throws { #expect(try Self.file { _ in }.count > 10_000) }

  @Test func aPageTooFewIsRefused() {
    #expect(throws: FinishingError.self) { try Self.file { $0.pages.removeLast() } }
  }

  @Test func aPageTooManyIsRefused() {
    #expect(throws: FinishingError.self) { try Self.file { $0.pages.append($0.pages[0]) } }
  }

  @Test func aLinkToNoPageIsRefused() {
    #expect(throws: (any Error).self) {
      try Self.file { part in
        for index in part.pages.indices {
          for link in part.pages[index].links.indices { part.pages[index].links[link].destination.page = 999 }
        }
      }
    }
  }
}
