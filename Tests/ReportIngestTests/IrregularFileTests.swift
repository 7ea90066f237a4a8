import Foundation
import ReportIngest
import ReportModel
import Testing

/// Files as offices really make them, in `Fixtures/Irregular`, each with what it must give beside it. Names begin with
/// the kind of irregularity: 1 signs; 2 contradictions; 3 absent figures; 4 separators; 5 marks and units; 6 headers;
/// 7 columns; 8 torn, merged, shifted rows; 9 rows that are no activities, several tables; 10 numbers; 11 titles;
/// 12 encodings; 13 errors and dates; 14 years and objectives; 15 extremes; 16 no tables; 17 several at once.
///
/// To record on purpose: delete a `.txt` and run; recording fails the run.
@Suite struct IrregularFileTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: folder).path())) ?? []
    return files.filter { !$0.hasSuffix(".txt") }.sorted()
  }

  /// `Layouts`: tables arranged as forms and planning systems arrange them, with what each must give.
  @Test(arguments: ["Irregular", "Layouts"].flatMap { folder in names(in: folder).map { "\(folder)/\($0)" } })
  func readsOrRefuses(_ path: String) throws {
    let name = String(path.split(separator: "/")[1])
    let result = ReportReader.read([UInt8](try Data(contentsOf: Self.fixtures.appending(path: path))), file: name)
    #expect(result.reports.isEmpty == result.diagnostics.contains { $0.severity == .error })
    let text = ReportText.text(result)
    let expected = Self.fixtures.appending(path: path + ".txt")
    guard FileManager.default.fileExists(atPath: expected.path()) else {
      try text.write(to: expected, atomically: true, encoding: .utf8)
      Issue.record("recorded \(expected.lastPathComponent); look at it and run again")
      return
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == text)
  }

  @Test func everyKindHasFiles() {
    let kinds = Set(Self.names(in: "Irregular").compactMap { $0.split(separator: "-").first.flatMap { Int($0) } })
    #expect(kinds == Set(1...17))
  }
}
