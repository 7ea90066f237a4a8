import ReportModel
import Testing

@testable import ReportConfiguration

/// What the schema says of each key is what the reader does.
@Suite struct SchemaTests {
  @Test func everyKeyIsThere() {
    #expect(ConfigurationSchema.entries.map(\.key) == ConfigurationKey.outermost.map(\.rawValue))
    var all: Set<String> = []
    func collect(_ shape: ConfigurationShape) {
      switch shape {
      case .mapping(let entries):
        for entry in entries {
          all.insert(entry.key)
          collect(entry.shape)
        }
      case .list(let shape): collect(shape)
      case .either(let shapes): for shape in shapes { collect(shape) }
      default: break
      }
    }
    collect(.mapping(ConfigurationSchema.entries))
    #expect(all == Set(ConfigurationKey.allCases.map(\.rawValue)))
  }

  /// Values that a shape just takes, and such that it just does not, in YAML's flow style.
  static func values(_ shape: ConfigurationShape) -> (right: [String], wrong: [String]) {
    switch shape {
    case .text(let longest):
      ([String(repeating: "a", count: longest), "7"], [String(repeating: "a", count: longest + 1), "[a]"])
    case .flag: (["true", "false"], ["yes", "1"])
    case .number(let range, let isWhole):
      (
        ["\(range.lowerBound)", "\(range.upperBound)"] + (isWhole ? [] : ["\(range.lowerBound).5"]),
        ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "a"] + (isWhole ? ["\(range.lowerBound).5"] : [])
      )
    case .oneOf(let words): (words, ["nada", "[\(words[0])]"])
    case .form(let pattern):
      pattern.contains("x")
        ? (["216x340", "216.5x340"], ["216", "x340"])
        : pattern.contains("#")
          ? (["\"#12436D\""], ["\"#12436\"", "\"#12436G\""])
          : (["2024-01-15"], ["2024-1-15", "ayer"])
    case .list(let shape):
      (["[]"] + values(shape).right.map { "[\($0)]" }, ["a"] + values(shape).wrong.map { "[\($0)]" })
    case .either(let shapes):
      (shapes.flatMap { values($0).right }, shapes.count == 2 ? ["[a]"] : [])
    case .mapping(let entries): mappings(entries)
    case .pairs: (["{3: 3, 1.1: new}", "{}"], ["[a]", "a"])
    }
  }

  private static func mappings(_ entries: [ConfigurationEntry]) -> (right: [String], wrong: [String]) {
    func flow(_ entry: ConfigurationEntry, _ value: String) -> String {
      let others = entries.filter { $0.isRequired && $0.key != entry.key }
      let rest = others.map { "\($0.key): \(values($0.shape).right[0])" }
      return "{" + (["\(entry.key): \(value)"] + rest).joined(separator: ", ") + "}"
    }
    let (right, wrong) = entries.reduce(into: ([String](), [String]())) { all, entry in
      all.0 += values(entry.shape).right.map { flow(entry, $0) }
      all.1 += values(entry.shape).wrong.map { flow(entry, $0) }
    }
    let missing = entries.contains(where: \.isRequired) ? ["{}"] : []
    return (right, wrong + missing + ["{shoe: 42}", "[a]"])
  }

  @Test(arguments: ConfigurationSchema.entries.map(\.key)) func theReaderAgrees(key: String) throws {
    let entry = try #require(ConfigurationSchema.entries.first { $0.key == key })
    let (right, wrong) = Self.values(entry.shape)
    for value in right {
      let reading = ConfigurationTests.read("\(key): \(value)\n")
      #expect(reading.diagnostics == [], "\(key): \(value)")
    }
    for value in wrong {
      #expect(!ConfigurationTests.read("\(key): \(value)\n").diagnostics.isEmpty, "\(key): \(value)")
    }
  }
}
