import CodeTables
import Testing

@testable import informe

/// Everything this module may say is in the table of its document, and nothing else is.
@Suite struct InformeCodeTests {
  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("informe").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws { #expect(try CodeTable("informe").unused(DiagnosticCode.self) == []) }
}
