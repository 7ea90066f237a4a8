import Foundation
import ReportModel
import ReportPipeline
import Testing

@Suite struct ModelJSONTests {
  static func json(_ table: String) throws -> (text: String, value: [String: Any]) {
    var value: [String: Any] = [:]
    var text = ""
    try AtomicFileTests.inFolder { folder in
      let path = folder + "/t.tsv"
      try table.write(toFile: path, atomically: true, encoding: .utf8)
      text = Self.text(try Job(input: path).read())
      value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }
    return (text, value)
  }

  static func text(_ reading: Job.Reading) -> String {
    var bytes: [UInt8] = []
    ModelJSON.write(reading, language: .es) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func holdsNumbersAndTexts() throws {
    let (text, value) = try Self.json("ACTIVIDAD\tSEM 1\t\t\n\tPROG\tREAL\tVAR\n\"Di \"\"sí\"\"\"\t12.50\t1,000\t-\n")
    let reports = try #require(value["reports"] as? [[String: Any]])
    let activities = try #require(reports.first?["activities"] as? [[String: Any]])
    #expect(activities.first?["name"] as? String == "Di \"sí\"")
    #expect(text.contains("\"value\": 12.5,") && text.contains("\"text\": \"12.50\""))
    #expect(text.contains("\"value\": 1000,") && text.contains("\"kind\": \"dash\""))
  }

  @Test func tellsErrorsWithTheirPlace() throws {
    let (_, value) = try Self.json("ACTIVIDAD\tSEM 1\t\n\tPROG\tREAL\nA\tx\t1\n")
    #expect((value["reports"] as? [Any])?.isEmpty == true)
    let diagnostic = try #require((value["diagnostics"] as? [[String: Any]])?.first)
    #expect(diagnostic["code"] as? String == "not-a-figure")
    #expect(diagnostic["row"] as? Int == 3 && diagnostic["column"] as? Int == 2)
    #expect(diagnostic["hint"] as? String != nil)
  }
}
