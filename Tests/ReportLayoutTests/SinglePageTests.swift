import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// A report of one activity is one page: its row of the table, its charts, who signs.
@Suite struct SinglePageTests {
  private static let signers = [
    Signer(role: .init("elaboró"), name: "Ana López"), Signer(role: .init("autorizó"), name: "Rosa Díaz"),
  ]

  @Test(arguments: [1, 2, 3, 4, 6, 12], Paper.named.map(\.name))
  func rowChartsAndSignaturesShareThePage(_ periods: Int, _ paper: String) throws {
    var options = LayoutOptions(paper: try #require(Paper(parsing: paper)))
    options.signers = Self.signers
    var report = SampleReport(periods: periods, activities: 2).make()
    report.activities.removeFirst()
    let pages = try ActivityPageTests.pages(report, options)
    #expect(pages.count == 1)
    let (texts, words) = (ActivityPageTests.texts(pages[0]), Words(language: .es))
    #expect(texts.contains(words.barsTitle(report.scheme)) && texts.contains("Rosa Díaz"))
    #expect(texts.contains { words.sentence(report.activities[0], .standard).hasPrefix($0) })
    #expect(!texts.contains(words.activityOf(1, 1)))
    #expect(periods > 1 || !texts.contains(words.stepsTitle), "nothing to add up")
  }

  /// The row leads to what stands below it, and has no number of a page for those who hold it in their hands.
  @Test func theRowLeadsDownThePage() throws {
    let document = try ReportLayout.document(
      for: SampleReport(activities: 1).make(), findings: [], options: LayoutOptions(), measuring: FixedAdvance())
    let link = try #require(document.pages[0].links.first)
    #expect(link.destination.page == 0 && link.destination.top > link.area.maxY)
    #expect(!ActivityPageTests.texts(document.pages[0]).contains("p. 1"))
    #expect(document.outline.map(\.destination.page) == [0, 0])
  }

  /// What does not fit has a page of its own, as activities of longer reports have.
  @Test func aLongTextHasItsOwnPage() throws {
    let pages = try ActivityPageTests.pages(SampleReport(activities: 1, objectiveLength: 2500).make())
    #expect(pages.count > 1)
    #expect(pages.contains { ActivityPageTests.texts($0).contains("Actividad 1 de 1") })
  }
}
