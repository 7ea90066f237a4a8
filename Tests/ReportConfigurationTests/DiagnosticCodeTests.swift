import CodeTables
import Testing

@testable import ReportConfiguration

/// Everything this module may say is in the table of its document, and nothing else is.
@Suite struct ReportConfigurationCodeTests {
  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("ReportConfiguration").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws {
    #expect(try CodeTable("ReportConfiguration").unused(DiagnosticCode.self) == [])
  }
}
