import CodeTables
import Testing

@testable import ReportLayout

/// Everything this module may say is in the table of its document, and nothing else is.
@Suite struct ReportLayoutCodeTests {
  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("ReportLayout").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws { #expect(try CodeTable("ReportLayout").unused(DiagnosticCode.self) == []) }
}
