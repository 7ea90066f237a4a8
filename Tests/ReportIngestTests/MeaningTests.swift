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
    let periods: [[Int]]
    let activities: [[String]]
    let present: [String]?
    let absent: [String]?

    enum CodingKeys: CodingKey { case year, periods, activities, present, absent }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      if values.contains(.year) { year = .some(try values.decode(Int?.self, forKey: .year)) }
      periods = try values.decode([[Int]].self, forKey: .periods)
      activities = try values.decode([[String]].self, forKey: .activities)
      present = try values.decodeIfPresent([String].self, forKey: .present)
      absent = try values.decodeIfPresent([String].self, forKey: .absent)
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/Meaning")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }

  @Test func thereAreSixteen() { #expect(Self.names.count >= 16) }

  @Test(arguments: names)
  func saysWhatItMeans(_ name: String) throws {
    let expected = try JSONDecoder().decode(
      Expected.self, from: try Data(contentsOf: Self.folder.appending(path: name + ".json")))
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".tsv")))
    let result = ReportReader.read(bytes, file: name + ".tsv")
    let report = try #require(result.reports.first, "\(result.diagnostics)")
    if let year = expected.year { #expect(report.year?.value == year) }
    #expect(report.periods.map { [$0.months?.lowerBound ?? 0, $0.months?.upperBound ?? 0] } == expected.periods)
    let activities = report.activities.map { activity in
      [activity.name.value]
        + [activity.annual.goal, activity.annual.real].map { $0.quantity.map { "\($0)" } ?? "" }
    }
    #expect(activities == expected.activities)
    let codes = Set((result.diagnostics + Audit.findings(in: report)).map(\.code))
    #expect(codes.isSuperset(of: expected.present ?? []) && codes.isDisjoint(with: expected.absent ?? []))
  }
}
