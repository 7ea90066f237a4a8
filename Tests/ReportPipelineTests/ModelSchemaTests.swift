import Foundation
import Gallery
import ReportModel
import Testing

@testable import ReportPipeline

/// The schema of the model and of the data says what is written, and nothing besides.
@Suite struct ModelSchemaTests {
  static var check: SchemaCheck { SchemaCheck(schema: ModelSchema.schema(.es)) }

  /// Every table of the tests, whatever it is good for.
  static let readings: [Job.Reading] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../ReportIngestTests/Fixtures").standardized.path()
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { data in
        Job.read(Source(path: name, bytes: [UInt8](data)), sheet: nil)
      }
    }
  }()

  static func model(_ reading: Job.Reading) throws -> JSONValue {
    try #require(JSONValue(parsing: Array(ModelJSONTests.text(reading).utf8)))
  }

  static func data(_ report: Report) throws -> JSONValue {
    try #require(JSONValue(parsing: CanonicalData(report).json))
  }

  @Test func everyFixtureIsWrittenAsItSays() throws {
    let check = Self.check
    #expect(Self.readings.count > 100)
    for reading in Self.readings {
      #expect(check.faults(try Self.model(reading)) == [], "\(reading.source.path)")
      for (report, _) in reading.reports {
        #expect(check.faults(try Self.data(report)) == [], "\(reading.source.path)")
      }
    }
  }

  @Test func volumesAreWrittenAsItSays() throws {
    let areas = Self.readings.flatMap(\.reports).prefix(20).enumerated().map {
      ("Área \($0.offset)", $0.element.report)
    }
    let data = try #require(JSONValue(parsing: CanonicalData(areas.map { (name: $0.0, report: $0.1) }).json))
    #expect(Self.check.faults(data) == [])
  }

  /// A key no shape has is refused wherever it stands, and so is the want of one that is always there.
  @Test func nothingBesidesIsRight() throws {
    // A small one, for each of its objects is changed once.
    let reading = try #require(
      Self.readings.filter { !$0.reports.isEmpty && !$0.diagnostics.isEmpty }
        .min { ($0.source.bytes.count, $0.source.path) < ($1.source.bytes.count, $1.source.path) })
    let check = Self.check
    for value in [try Self.model(reading), try Self.data(reading.reports[0].report)] {
      let places = Self.objects(in: value)
      #expect(places > 5)
      for place in 0..<places {
        #expect(!check.faults(Self.changed(value, at: place) { $0 + [("otra", nil)] }).isEmpty, "\(place)")
      }
      #expect(!check.faults(Self.changed(value, at: 0) { Array($0.dropLast()) }).isEmpty)
    }
    // The model names what is unknown; the data leave it out.
    let model = try Self.model(reading)
    for place in 0..<Self.objects(in: model) {
      #expect(!check.faults(Self.changed(model, at: place) { Array($0.dropFirst()) }).isEmpty, "\(place)")
    }
  }

  /// No key is promised that is never written.
  @Test func everyKeyIsWritten() throws {
    var written: Set<String> = []
    for reading in Self.readings { written.formUnion(Self.keys(in: try Self.model(reading))) }
    var promised: Set<String> = []
    for (_, shape) in ModelShape.named { Self.collect(shape, into: &promised) }
    Self.collect(ModelShape.diagnostic, into: &promised)
    #expect(promised.subtracting(written) == [])
  }

  private static func collect(_ shape: ModelShape, into keys: inout Set<String>) {
    switch shape {
    case .object(let members):
      for member in members {
        keys.insert(member.key)
        collect(member.shape, into: &keys)
      }
    case .list(let shape), .nullable(let shape): collect(shape, into: &keys)
    default: break
    }
  }

  private static func keys(in value: JSONValue) -> Set<String> {
    switch value {
    case .object(let members): members.reduce(into: Set()) { $0.formUnion(keys(in: $1.1).union([$1.0])) }
    case .elements: (value.list ?? []).reduce(into: Set()) { $0.formUnion(keys(in: $1)) }
    default: []
    }
  }

  private static func objects(in value: JSONValue) -> Int {
    switch value {
    case .object(let members): members.reduce(1) { $0 + objects(in: $1.1) }
    case .elements: (value.list ?? []).reduce(0) { $0 + objects(in: $1) }
    default: 0
    }
  }

  /// The value with one of its objects changed, counted from 0 as they begin.
  private static func changed(
    _ value: JSONValue, at place: Int, _ change: ([(String, JSONValue)]) -> [(String, JSONValue)]
  ) -> JSONValue {
    var count = -1
    func copy(_ value: JSONValue) -> JSONValue {
      switch value {
      case .object(let members):
        count += 1
        let isMeant = count == place
        let copies = members.map { ($0.0, copy($0.1)) }
        return .object(isMeant ? change(copies) : copies)
      case .elements: return .array((value.list ?? []).map(copy)) { $0 }
      default: return value
      }
    }
    return copy(value)
  }
}
