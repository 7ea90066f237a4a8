import CodeTables
import Testing

@testable import informe_web

/// Everything this module may say is in the table of its document, and nothing else is.
@Suite struct InformeWebCodeTests {
  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("informe-web").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws { #expect(try CodeTable("informe-web").unused(DiagnosticCode.self) == []) }
}
