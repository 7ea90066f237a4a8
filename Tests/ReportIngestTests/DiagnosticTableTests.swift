import Foundation
import Testing

/// Everything reading may say is in the table of the module's document, and nothing else is.
@Suite struct DiagnosticTableTests {
  static let module = URL(filePath: #filePath).appending(path: "../../../Sources/ReportIngest").standardized

  @Test func documentListsEveryCode() throws {
    let folder = Self.module.appending(path: "Diagnostics")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let source = try files.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    let codes = source.matches(of: /(?:error|warning|note|code:)\(?\s*"([a-z0-9-]+)",/).map { "\($0.output.1)" }
    let document = try String(contentsOf: Self.module.appending(path: "README.md"), encoding: .utf8)
    let listed = document.matches(of: /(?m)^\| `([a-z0-9-]+)` \|/).map { "\($0.output.1)" }
    #expect(Set(codes) == Set(listed) && listed.count == Set(listed).count)
    #expect(codes.count > 40)
  }
}
