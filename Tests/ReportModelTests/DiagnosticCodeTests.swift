import CodeTables
import Testing

@testable import ReportModel

/// Everything this module may say is in the table of its document, and nothing else is.
@Suite struct ReportModelCodeTests {
  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("ReportModel").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws { #expect(try CodeTable("ReportModel").unused(DiagnosticCode.self) == []) }
}
