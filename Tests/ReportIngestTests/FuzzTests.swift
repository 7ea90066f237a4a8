import Foundation
import ReportModel
import Testing

@testable import ReportIngest

/// Mutated files must be read or refused, never crash, and never give a report together with an error.
///
/// `INFORME_FUZZ_RUNS` sets the number of mutations of each file; a long run goes well with `--sanitize=address`.
@Suite struct FuzzTests {
  static let runs = ProcessInfo.processInfo.environment["INFORME_FUZZ_RUNS"].flatMap { Int($0) } ?? 120

  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) where bytes.count > 8 {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...64, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    return bytes
  }

  @Test(arguments: ["participacion-ciudadana-2023.tsv", "two-sheets.xlsx", "merged.xls", "formulas.ods"])
  func readsOrRefuses(_ name: String) throws {
    let bytes = try SpreadsheetTests.bytes(name)
    var random = Random(state: 0x9E37_79B9_7F4A_7C15)
    for run in 0..<Self.runs {
      let result = ReportReader.read(Self.mutated(bytes, &random), file: name)
      let hasError = result.diagnostics.contains { $0.severity == .error }
      #expect(result.reports.isEmpty == hasError, "run \(run)")
    }
  }
}
