import Foundation
import ReportModel
import Testing

@testable import ReportIngest

/// The seed in every encoding offices' programs write.
@Suite struct EncodingTests {
  static func seed() throws -> String { String(decoding: try SpreadsheetTests.bytes(seedName), as: UTF8.self) }
  static let seedName = "participacion-ciudadana-2023.tsv"

  static func check(_ bytes: [UInt8], _ codes: [String]) throws {
    let expected = try #require(try SpreadsheetTests.read(seedName).reports.first)
    let result = ReportReader.read(bytes, file: "t.tsv")
    let report = try #require(result.reports.first, "\(result.diagnostics.map(\.code))")
    #expect(SpreadsheetTests.content(report) == SpreadsheetTests.content(expected))
    #expect(result.diagnostics.map(\.code) == codes)
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func utf16(_ isLittleEndian: Bool, _ hasMark: Bool) throws {
    let units = Array((hasMark ? "\u{FEFF}" : "").utf16) + Array(try Self.seed().utf16)
    let bytes = units.flatMap { unit in
      isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    try Self.check(bytes, ["encoding"])
  }

  @Test(arguments: TextEncoding.singleByte)
  func oneByteACharacter(_ encoding: TextEncoding) throws {
    let bytes = try Self.seed().unicodeScalars.map { scalar -> UInt8 in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return UInt8(0x80 + (try #require(encoding.upperHalf.firstIndex(of: scalar))))
    }
    try Self.check(bytes, ["encoding"])
  }

  @Test(arguments: TextEncoding.singleByte)
  func encodedTwice(_ encoding: TextEncoding) throws {
    let text = encoding.text(Array(try Self.seed().utf8)[...])
    try Self.check(Array(text.utf8), ["repaired-encoding"])
  }

  @Test func upperHalvesAreWhole() {
    for encoding in TextEncoding.singleByte {
      #expect(encoding.upperHalf.count == 128, "\(encoding)")
      #expect(Set(encoding.upperHalf).count == 128, "\(encoding)")
    }
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func lineEnds(_ end: String) throws {
    let text = try Self.seed().split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    try Self.check(Array(text.utf8), [])
  }

  @Test func decomposedAccents() throws {
    try Self.check(Array(try Self.seed().decomposedStringWithCanonicalMapping.utf8), [])
  }

  @Test(arguments: [";", ",", "|"], [false, true])
  func separators(_ separator: String, _ isStated: Bool) throws {
    let lines = try Self.seed().split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(separator: separator)
    }
    let text = (isStated ? "sep=\(separator)\r\n" : "") + rows.joined(separator: "\r\n")
    try Self.check(Array(text.utf8), [])
  }

  @Test func refusesLostLetters() {
    let result = ReportReader.read(Array("a\nACCI\u{FFFD}N\n".utf8), file: "x")
    #expect(result.diagnostics.map(\.code) == ["lost-characters"] && result.diagnostics[0].location.row == 2)
  }
}
