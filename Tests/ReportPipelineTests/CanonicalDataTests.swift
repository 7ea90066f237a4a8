import Foundation
import ReportModel
import SystemLibraries
import Testing

@testable import ReportPipeline

@Suite struct CanonicalDataTests {
  static func report(_ table: String, path: String = "t.tsv") throws -> Report {
    let reading = Job.read(Source(path: path, bytes: Array(table.utf8)), sheet: nil)
    return try #require(reading.reports.first?.report, "\(reading.diagnostics)")
  }

  static func table(_ name: String, _ programmed: String = "1", _ real: String = "1") -> String {
    "ACTIVIDAD\tSEM 1\t\tSEM 2\t\n\tPROG\tREAL\tPROG\tREAL\n\"\(name)\"\t\(programmed)\t\(real)\t1\t1\n"
  }

  static let seed: [UInt8] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../ReportIngestTests/Fixtures/participacion-ciudadana-2023.tsv").standardized
    return (try? Data(contentsOf: path)).map { [UInt8]($0) } ?? []
  }()

  /// Whoever changes the form must raise `CanonicalData.version`, or reports that were printed no longer check.
  @Test func theFormOfVersion1NeverChanges() throws {
    #expect(CanonicalData.version == 1)
    let report = try #require(Job.read(Source(path: "s.tsv", bytes: Self.seed), sheet: nil).reports.first?.report)
    let data = CanonicalData(report)
    #expect(data.digest.description == "86ea3311bc38428c0558dd68d6d6bfb7f8f2f506c70695d0192a686170b9728f")
    #expect(data.shortForm == "86ea 3311 bc38 428c")
    #expect(data.digest == .sha256(data.json))
    #expect(data.keyword == "sha256:" + data.digest.description)
  }

  @Test func isTheSameWhereverTheFileLies() throws {
    let (a, b) = (try Self.report(Self.table("A")), try Self.report(Self.table("A"), path: "/x/otra.tsv"))
    #expect(CanonicalData(a).json == CanonicalData(b).json && CanonicalData(a).csv == CanonicalData(b).csv)
  }

  @Test(arguments: [("B", "1", "1"), ("A", "2", "1"), ("A", "1", "1.0"), ("A", "N/A", "1"), ("A", "", "1")])
  func everyFactCounts(_ name: String, _ programmed: String, _ real: String) throws {
    let other = CanonicalData(try Self.report(Self.table(name, programmed, real)))
    #expect(other.digest != CanonicalData(try Self.report(Self.table("A"))).digest)
  }

  @Test func isJSONWithExactNumbers() throws {
    let data = CanonicalData(try Self.report(Self.table("Di \"\"sí\"\" \\", "1234567890123456.78", "-")))
    let value = try JSONSerialization.jsonObject(with: Data(data.json)) as? [String: Any]
    let report = try #require(value?["report"] as? [String: Any])
    let activity = try #require((report["activities"] as? [[String: Any]])?.first)
    #expect(activity["name"] as? String == "Di \"sí\" \\")
    let text = String(decoding: data.json, as: UTF8.self)
    #expect(text.contains("\"value\":1234567890123456.78,") && text.contains("\"kind\":\"dash\""))
    #expect(!text.contains("null") && text.hasSuffix("}\n"))
  }
}
