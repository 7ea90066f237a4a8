import Foundation
import Gallery
import Pages
import ReportIngest
import ReportModel
import Testing

@testable import ReportLayout

/// The table of a real office, on every paper.
@Suite struct SeedTests {
  static func setting(_ paper: Paper) throws -> GallerySetting {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let seed = tests.appending(path: "../ReportIngestTests/Fixtures/participacion-ciudadana-2023.tsv").standardized
    let report = try #require(ReportReader.read([UInt8](try Data(contentsOf: seed)), file: "seed.tsv").reports.first)
    return GallerySetting(
      Gallery.Entry(
        name: "seed", report: report, findings: Audit.findings(in: report), options: LayoutOptions(paper: paper)))
  }

  /// The table with its notes takes one page at 8.5 pt or more on every paper, and each activity one page.
  @Test(arguments: Paper.named)
  func theSeedIsReadable(_ paper: Paper) throws {
    let setting = try Self.setting(paper)
    #expect(setting.table.pages.count == 1)
    #expect(setting.document.pages.count == 6)
    #expect(setting.table.geometries.count == 1)
    for geometry in setting.table.geometries { #expect(geometry.size >= .pt(8.499)) }
  }
}
