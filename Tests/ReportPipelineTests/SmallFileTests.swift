import Gallery
import Pages
import ReportConfiguration
import ReportLayout
import Testing

@testable import PDFReading
@testable import ReportPipeline

/// Reports go by e-mail and stay in archives: what their files leave out, and what they share.
@Suite struct SmallFileTests {
  private static func report(summary: Bool? = nil) throws -> [UInt8] {
    var layout = LayoutOptions()
    layout.summary = summary
    return try VerifierTests.report(VerifierTests.seed, ReportConfiguration(layout: layout))
  }

  @Test func theSeedIsSmall() throws {
    let (plain, summed) = (try Self.report(), try Self.report(summary: true))
    #expect(try PDFFile(plain).pages.count == 6 && plain.count <= 60_000)
    #expect(try PDFFile(summed).pages.count == 7 && summed.count <= 68_000)
  }

  /// Places are whole twentieths of a point; only sizes and widths may have decimals.
  @Test func placesAreWholeNumbers() throws {
    for page in try PDFFile(try Self.report()).pages {
      let lines = String(decoding: try page.content(), as: UTF8.self).split(separator: "\n")
      #expect(lines.first == ".05 0 0 -.05 0 612 cm")
      for line in lines where ["m", "l", "c", "re"].contains(line.split(separator: " ").last) {
        #expect(!line.contains("."), "\(line)")
      }
      for line in lines where line.hasSuffix(" Tm") {
        #expect(!line.split(separator: " ").suffix(3).joined().contains("."), "\(line)")
      }
    }
  }

  /// What all activities' pages end with, read or not, is one stream: its marks have the same numbers everywhere.
  @Test func whatPagesRepeatStandsOnce() throws {
    let file = try PDFFile(try Self.report())
    let activities = file.pages.dropFirst()
    // Names of one, two and three lines.
    #expect(Set(activities.dropFirst().map { $0["/Contents"][1].number }).count <= 3)
    for page in activities { #expect(PageText(page).marked[0]?.hasPrefix("Variación: en cada bimestre") == true) }
  }

  /// Texts of Latin letters take a byte a letter, with the signs of print among them, too.
  @Test func signsOfPrintAreOneByte() throws {
    let outline = try AccessibleFileTests.file(AccessibleFileTests.table(30)).root["/Outlines"]
    let title = outline["/Last"]["/Title"]
    #expect(title.text?.hasSuffix("…") == true && title.bytes?.count == title.text?.count)
  }

  /// Of the summary, a table of twelve periods and forty pages of charts, with all that is attached.
  @Test func aPageOfManyIsSmall() throws {
    let entry = try #require(Gallery.entries.first { $0.name == "40 × 12" })
    let bytes = try GalleryConformanceTests.pdf(entry, .a3a)
    let pages = try PDFFile(bytes).pages.count
    #expect(bytes.count / pages <= 7_000, "\(bytes.count) bytes, \(pages) pages")
  }
}
