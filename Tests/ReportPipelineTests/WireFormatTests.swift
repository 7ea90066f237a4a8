import ReportModel
import Testing

@testable import ReportPipeline

/// What one process of the program says to another.
@Suite struct WireFormatTests {
  static let requests: [WorkRequest] = [
    .read(ReadRequest(.file("a b/ñ.tsv"))),
    .read(
      ReadRequest(
        .bytes([0, 255], name: ""), sheet: "2", configuration: .text([1], files: ["l.svg": [2], "a": []]),
        overrides: ReportOverrides(paper: "a4", language: "en", date: "2024-02-29", standard: "a2a"),
        wantsOrigin: true)),
    .read(ReadRequest(.file(""), configuration: .beside)),
    .read(ReadRequest(.file("x"), configuration: .file("c.yml"))),
    .make(table: 7, .pdf), .make(table: 0, .png(pixelsPerInch: 110.5)), .make(table: Int.max, .svg(atMost: 7)),
    .openData(table: 2, OpenDataRequest(wantsPackage: true)),
    .volume(
      VolumeRequest(
        [VolumeRequest.Table(.file("t/a.tsv"), name: "a.tsv")], configuration: .beside, overrides: ReportOverrides(),
        skipsBroken: true, openData: OpenDataRequest(template: "p.xlsx"), workers: 3)),
    .verify(report: .file("a.pdf"), against: nil, authorities: nil),
    .verify(report: .file("a.pdf"), against: "t.tsv", authorities: "ca.pem"), .attachments(of: "a.pdf"),
  ]

  @Test(arguments: requests) func requestsArriveAsTheyWere(_ request: WorkRequest) throws {
    #expect(try WorkRequest(wire: request.wire) == request)
  }

  static let diagnostic = Diagnostic(
    received: "c", severity: .warning, message: LocalizedText(es: "é\n", en: ""), hint: LocalizedText(es: "", en: "h"),
    at: SourceLocation(file: "f", sheet: "H", row: 3, column: nil))

  static var openData: OpenData {
    var data = OpenData()
    data.package = [("a", [1]), ("b", [])]
    data.form = [2]
    data.diagnostics = [diagnostic]
    return data
  }

  static let replies: [WorkReply] = [
    .openData(openData),
    .volume(
      VolumeReply(
        name: "v", diagnostics: [diagnostic], configurationFiles: ["c"], missing: 2, file: [1], openData: openData)),
    .files([[], [1, 2, 3]]), .verification(Verification(verdict: .altered, diagnostics: [diagnostic, diagnostic])),
    .attachments(AttachedFileList(files: [("a", [1]), ("b", [])], damaged: [diagnostic])),
    .read(
      ReadReply(
        configuration: [diagnostic], configurationFiles: ["c"], diagnostics: [diagnostic],
        reports: [
          ReadReply.Item(name: "n", findings: [diagnostic], origin: Origin(keyword: "origin:1")),
          ReadReply.Item(name: "", findings: [], origin: nil),
        ])),
  ]

  @Test(arguments: replies.indices) func repliesArriveAsTheyWere(_ index: Int) throws {
    let bytes = Self.replies[index].wire
    #expect(try WorkReply(wire: bytes).wire == bytes)
    #expect(try WorkFailure(wire: WorkFailure(kind: .memory, diagnostics: [Self.diagnostic]).wire).kind == .memory)
  }

  /// A message cut short, or with anything behind it, is none.
  @Test func nothingElseIsUnderstood() {
    for bytes in Self.requests.map(\.wire) {
      for count in 0..<bytes.count {
        #expect(throws: WireError.self) { try WorkRequest(wire: Array(bytes.prefix(count))) }
      }
      #expect(throws: WireError.self) { try WorkRequest(wire: bytes + [0]) }
    }
  }

  /// A length that is a lie asks for no memory and reads nothing beyond the end.
  @Test(arguments: 0..<200) func anyByteMayBeWrong(_ round: UInt64) {
    var random = SplitMix(state: round)
    for bytes in Self.replies.map(\.wire) + Self.requests.map(\.wire) {
      var bytes = bytes
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? WorkReply(wire: bytes)
      _ = try? WorkRequest(wire: bytes)
    }
  }
}

@Suite struct WorkLimitsTests {
  /// What is allowed grows with the input, and a packed one counts as what is in it.
  @Test func growWithTheInput() {
    let (limits, small, large) = (WorkLimits(), WorkLimits().scaled(to: 1000), WorkLimits().scaled(to: 10 << 20))
    #expect(small.seconds == limits.seconds)
    #expect(large.seconds == limits.seconds + 10 * limits.secondsPerMegabyte && large.memory > small.memory)
    // A volume may take as long as its tables one by one.
    let areas = limits.forAreas(125)
    #expect(areas.seconds == 125 * limits.seconds && areas.patience > limits.patience)
    #expect(limits.forAreas(1) == limits)
    #expect(InputFile.unpackedSize(of: [0x50, 0x4B, 3, 4]) == 40 && InputFile.unpackedSize(of: [1, 2]) == 2)
  }
}
