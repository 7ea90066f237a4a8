import Foundation
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import PDFReading
@testable import ReportPipeline

/// Texts with signs, from the table to the finished file and back.
@Suite struct CharacterTests {
  static func source(_ name: String) -> Source {
    Source(
      path: "t.tsv",
      bytes: Array(
        ("No.\tACTIVIDAD\tOBJETIVO\tENE-JUN\t\t\tJUL-DIC\t\t\n\t\t\tPROG\tREAL\tVAR\tPROG\tREAL\tVAR\n"
          + "1\t\(name)\tObjetivo \(name)\t5\t4\t1\t5\t5\t0\n2\tOtra\tObjetivo\t5\t5\t0\t5\t5\t0\n").utf8))
  }

  static let signs = "✓✔☑☐✗ → ⇒ ▪■□◦○ ➢► ▲❖★ ①⑪❿ ⚠ ─┼█ ≈∑∞"

  @Test func signsAreReadBack() throws {
    let reading = Job.read(Self.source(Self.signs), sheet: nil)
    let bytes = try Job.pdf(reading, table: 0, options: ReportConfiguration())
    let file = try PDFFile(bytes)
    let (report, findings) = try #require(reading.reports.first)
    let plan = try Job.plan(report, findings, ReportConfiguration())
    let (meant, read) = (TagTree(plan.document), TagTree(file))
    #expect(meant == read, "\(TagTests.firstDifference(meant.lines, read.lines))")
  }

  /// An independent reader, where there is one.
  @Test func popplerReadsTheSigns() throws {
    try AtomicFileTests.inFolder { folder in
      let path = folder + "/t.pdf"
      let bytes = try Job.pdf(
        Job.read(Self.source(Self.signs), sheet: nil), table: 0, options: ReportConfiguration())
      try Data(bytes).write(to: URL(filePath: path))
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") else { return }
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/pdftotext")
      process.arguments = ["-layout", path, folder + "/t.txt"]
      try process.run()
      process.waitUntilExit()
      let text = try String(contentsOfFile: folder + "/t.txt", encoding: .utf8)
      for sign in Self.signs where !sign.isWhitespace { #expect(text.contains(sign), "\(sign)") }
    }
  }

  /// Once for a text, with what to type.
  @Test(arguments: [
    ("漢字 y más 漢字", "letras latinas"), ("Fiesta 😀😀", "emoji"), ("\u{F061}\u{F062}", "Wingdings"),
    ("العربية", "letras latinas"),
  ])
  func othersAreRefusedWithARemedy(_ name: String, _ remedy: String) throws {
    let reading = Job.read(Self.source(name), sheet: nil)
    let (report, findings) = try #require(reading.reports.first)
    let failure = #expect(throws: RenderFailure.self) {
      try Job.plan(report, findings, ReportConfiguration())
    }
    guard case .unsettable(let diagnostics) = failure else { throw try #require(failure) }
    #expect(diagnostics.count == 2, "the name and the objective")
    #expect(diagnostics.allSatisfy { $0.hint.es.contains(remedy) })
  }
}
