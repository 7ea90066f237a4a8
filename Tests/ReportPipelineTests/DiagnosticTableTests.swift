import Foundation
import Testing

/// Everything that may be said of volumes, comparisons and open data is in the table of the module's document, and nothing
/// else is.
@Suite struct PipelineDiagnosticTableTests {
  static let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized

  /// Where these are made.
  static let folders = [
    "ReportPipeline/Volume", "ReportPipeline/Previous", "ReportPipeline/OpenData", "ReportLayout/Volume",
    "ReportLayout/YearOnYear",
  ]

  @Test func documentListsEveryCode() throws {
    let document = try String(contentsOf: Self.sources.appending(path: "ReportPipeline/README.md"), encoding: .utf8)
    let table =
      document.firstRange(of: "## What volumes, comparisons and open data say")
      .map { document[$0.upperBound...].prefix { $0 != "#" } } ?? ""
    let listed = table.matches(of: /(?m)^\| `([a-z-]+)` \| (error|warning|note) \|/).map { "\($0.output.1)" }
    var made: Set<String> = []
    for folder in Self.folders + ["ReportPipeline/Configuration/ConfigurationFile.swift"] {
      for source in try Self.texts(in: folder) {
        made.formUnion(source.matches(of: /(?:code: |difference\(\s*)"([a-z-]+)"/).map { "\($0.output.1)" })
      }
    }
    #expect(Set(listed) == made)
    #expect(Set(listed).count == listed.count && listed.count >= 12)
  }

  private static func texts(in path: String) throws -> [String] {
    let place = sources.appending(path: path)
    guard !path.hasSuffix(".swift") else { return [try String(contentsOf: place, encoding: .utf8)] }
    return try FileManager.default.subpathsOfDirectory(atPath: place.path()).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: place.appending(path: $0), encoding: .utf8) }
  }
}
