public import ReportModel
public import SystemLibraries

/// What the source says, in one agreed form: the same facts give the same bytes, whatever the file, its place, the
/// report's options and the program's version. The form is described in this module's README.
public struct CanonicalData: Sendable {
  /// Counts up whenever the form changes, for then the checksums of the same facts change.
  public static let version = 1

  static let reportFormat = "informe-datos"
  static let volumeFormat = "informe-datos-tomo"

  public let json: [UInt8]
  public let csv: [UInt8]
  /// SHA-256 of `json`.
  public let digest: Digest

  public init(_ report: Report) {
    self.init(
      json: [("report", ModelJSON.report(report))], format: CanonicalData.reportFormat, csv: CanonicalCSV.text(report))
  }

  /// Of a volume: the areas in their order, each under its name there.
  init(_ areas: [(name: String, report: Report)]) {
    let values = JSONValue.array(areas) { area in
      .object([("name", .string(area.name)), ("report", ModelJSON.report(area.report))])
    }
    self.init(json: [("areas", values)], format: CanonicalData.volumeFormat, csv: CanonicalCSV.text(areas))
  }

  private init(json members: [(String, JSONValue)], format: String, csv: String) {
    let head: [(String, JSONValue)] = [("format", .string(format)), ("version", JSONValue(CanonicalData.version))]
    json = JSONValue.object(head + members).compact + [10]
    self.csv = Array(csv.utf8)
    digest = .sha256(json)
  }

  /// What is printed: the first 64 of the 256 bits, in groups that can be compared by eye.
  public var shortForm: String {
    let digits = Array(digest.description.prefix(16))
    return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
  }

  /// What is stored among the keywords, where catalogues and search find it.
  public var keyword: String { CanonicalData.keywordPrefix + digest.description }

  static let keywordPrefix = "sha256:"
}
