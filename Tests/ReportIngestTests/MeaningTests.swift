import Foundation
import ReportIngest
import ReportModel
import Testing

/// What columns mean: tables in `Fixtures/Meaning`, each with the year, the months of its periods, the goal and real total
/// of each activity, and what must be told or must not.
@Suite struct MeaningTests {
  struct Expected: Decodable {
    /// Where the file says nothing of the year, any is right.
    var year: Int??
    let periods: [[Int]]?
    /// Name, goal and real total of each.
    let activities: [[String]]?
    let goals: [String?]?
    let reals: [String?]?
    /// Why the table is refused.
    let refused: String?
    let present: [String]?
    let absent: [String]?

    enum CodingKeys: CodingKey { case year, periods, activities, goals, reals, refused, present, absent }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      if values.contains(.year) { year = .some(try values.decode(Int?.self, forKey: .year)) }
      periods = try values.decodeIfPresent([[Int]].self, forKey: .periods)
      activities = try values.decodeIfPresent([[String]].self, forKey: .activities)
      goals = try values.decodeIfPresent([String?].self, forKey: .goals)
      reals = try values.decodeIfPresent([String?].self, forKey: .reals)
      refused = try values.decodeIfPresent(String.self, forKey: .refused)
      present = try values.decodeIfPresent([String].self, forKey: .present)
      absent = try values.decodeIfPresent([String].self, forKey: .absent)
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/Meaning")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { !$0.hasSuffix(".json") }.sorted()
  }

  @Test func thereAreMany() { #expect(Self.names.count > 40) }

  @Test(arguments: names)
  func saysWhatItMeans(_ name: String) throws {
    let expectation = Self.folder.appending(path: name).deletingPathExtension().appendingPathExtension("json")
    let expected = try JSONDecoder().decode(Expected.self, from: try Data(contentsOf: expectation))
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let result = ReportReader.read(bytes, file: name)
    if let refused = expected.refused {
      #expect(result.reports.isEmpty)
      #expect(result.diagnostics.contains { $0.code == refused && $0.severity == .error })
      return
    }
    let report = try #require(result.reports.first, "\(result.diagnostics)")
    if let year = expected.year { #expect(report.year?.value == year) }
    if let periods = expected.periods {
      #expect(report.periods.map { [$0.months?.lowerBound ?? 0, $0.months?.upperBound ?? 0] } == periods)
    }
    let (goals, reals) = (
      report.activities.map { Self.text($0.annual.goal) }, report.activities.map { Self.text($0.annual.real) }
    )
    if let activities = expected.activities {
      #expect(report.activities.map(\.name.value) == activities.map { $0[0] })
      #expect(goals == activities.map { $0[1] } && reals == activities.map { $0[2] })
    }
    if let expected = expected.goals { #expect(goals == expected) }
    if let expected = expected.reals { #expect(reals == expected) }
    let codes = Set((result.diagnostics + Audit.findings(in: report)).map(\.code))
    #expect(codes.isSuperset(of: expected.present ?? []) && codes.isDisjoint(with: expected.absent ?? []))
  }

  private static func text(_ figure: Figure) -> String? { figure.quantity.map { "\($0)" } }
}
