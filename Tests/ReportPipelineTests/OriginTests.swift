import Foundation
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import ReportPipeline

@Suite struct OriginTests {
  static let table = Array("DIRECCIÓN DE PRUEBAS 2023\nACTIVIDAD\tSEM 1\t\n\tPROG\tREAL\nUna\t1\t1\n".utf8)

  static func renderOptions(_ standard: PDFStandard = .a3a, _ layout: LayoutOptions = LayoutOptions()) -> RenderOptions
  {
    RenderOptions(
      program: "informe 1", source: "t.tsv", onlySheet: nil, table: 0,
      configuration: ReportConfiguration(layout: layout, standard: standard))
  }

  static func origin(_ renderOptions: RenderOptions = renderOptions(), bytes: [UInt8] = table, name: String = "t.tsv")
    throws -> Origin
  {
    let source = Source(path: name, bytes: bytes)
    let report = try #require(Job.read(source, sheet: nil).reports.first?.report)
    return Origin(
      ReportAttachments(source: source, report: report, data: CanonicalData(report), renderOptions: renderOptions))
  }

  @Test func everyCauseCounts() throws {
    var origins: Set<Origin> = [
      try Self.origin(), try Self.origin(bytes: Self.table + [10]), try Self.origin(name: "u.tsv"),
      try Self.origin(Self.renderOptions(.none)), try Self.origin(Self.renderOptions(.a2a)),
      try Self.origin(Self.renderOptions(.a3a, LayoutOptions(paper: .oficio))),
      try Self.origin(Self.renderOptions(.a3a, LayoutOptions(language: .en))),
      try Self.origin(Self.renderOptions(.a3a, LayoutOptions(date: CalendarDate(year: 2024, month: 1, day: 15)))),
    ]
    var other = Self.renderOptions()
    other.program = "informe 2"
    origins.insert(try Self.origin(other))
    #expect(origins.count == 9)
  }

  @Test func aNameThatIsNotCarriedDoesNotCount() throws {
    var other = Self.renderOptions(.a2a)
    other.source = "u.tsv"
    #expect(try Self.origin(Self.renderOptions(.a2a)) == Self.origin(other, name: "u.tsv"))
  }

  /// Content, and whether it counts as made from the origin.
  @Test func isReadFromTheFileAlone() throws {
    try AtomicFileTests.inFolder { folder in
      let (origin, other) = (try Self.origin(), try Self.origin(name: "u.tsv"))
      let contents: [(String, Bool)] = [
        ("%PDF-1.7\nx \(origin.keyword)<\n%%EOF\n", true), ("%PDF-1.7\n\(other.keyword)\n%%EOF\n", false),
        ("%PDF-1.7\n\(origin.keyword)\n%%EO", false), ("x\n\(origin.keyword)\n%%EOF\n", false),
        ("%PDF-1.7\n\(origin.keyword) \(other.keyword)\n%%EOF\n", false), ("%PDF-1.7\n%%EOF\n", false), ("", false),
        ("%PDF-1.7\n\(origin.keyword.dropLast())\n%%EOF\n", false),
      ]
      for (content, isStored) in contents {
        try content.write(toFile: folder + "/a.pdf", atomically: true, encoding: .utf8)
        #expect(origin.isStored(in: folder + "/a.pdf") == isStored, "\(content)")
      }
      #expect(!origin.isStored(in: folder + "/falta.pdf") && !origin.isStored(in: folder))
    }
  }
}
