import CodeTables
import Testing

@testable import ReportPipeline

/// Everything this module may say is in the table of its document, and nothing else is.
@Suite struct ReportPipelineCodeTests {
  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("ReportPipeline").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws { #expect(try CodeTable("ReportPipeline").unused(DiagnosticCode.self) == []) }
}
