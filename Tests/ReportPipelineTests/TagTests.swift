import Foundation
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import PDFReading
@testable import ReportPipeline

/// The structure that a finished file has, read back.
@Suite struct TagTests {
  static func trees(_ source: Source, _ options: ReportConfiguration) throws -> (meant: TagTree, read: TagTree) {
    let reading = Job.read(source, sheet: nil)
    let (report, findings) = try #require(reading.reports.first)
    let plan = try Job.plan(report, findings, options)
    return (TagTree(plan.document), TagTree(try PDFFile(try Job.pdf(reading, table: 0, options: options))))
  }

  static let hard = Source(
    path: "t.tsv",
    bytes: Array(
      ("DIRECCIÓN DE (PRUEBAS) \\ 2023\nNo.\tACTIVIDAD\tOBJETIVO\tENE-FEB\t\t\tMAR-ABR\t\t\n\t\t\tPROG\tREAL\tVAR\tPROG\tREAL\tVAR\n"
        + (1...60).map { "\($0)\tActividad (\($0)) \\ «ñ» <&> /P << /MCID 0 >> BDC\tObjetivo\t5\t4\t1\tN/A\t\t-\n" }
        .joined()).utf8))

  @Test(arguments: [
    (VerifierTests.seed, ReportConfiguration()),
    (VerifierTests.seed, ReportConfiguration(layout: LayoutOptions(language: .en))),
    (hard, ReportConfiguration(layout: LayoutOptions(paper: .a4))),
    (VerifierTests.twoTables, ReportConfiguration(standard: .none)),
  ])
  func isTheOneThatWasMeant(_ source: Source, _ options: ReportConfiguration) throws {
    let (meant, read) = try Self.trees(source, options)
    #expect(meant == read, "\(Self.firstDifference(meant.lines, read.lines))")
  }

  static func firstDifference(_ meant: String, _ read: String) -> String {
    let pairs = zip(meant.split(separator: "\n"), read.split(separator: "\n"))
    return pairs.first { $0 != $1 }.map { "meant: \($0)\nread:  \($1)" } ?? "one is longer"
  }

  /// To record on purpose: delete the file and run; recording fails the run.
  @Test func theSeedReadsLikeThis() throws {
    let lines = try Self.trees(VerifierTests.seed, ReportConfiguration()).read.lines
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/seed-tags.txt")
    guard FileManager.default.fileExists(atPath: file.path()) else {
      try lines.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent); look at it and run again")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == lines)
  }
}
