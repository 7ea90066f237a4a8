import ReportModel
import Testing

@testable import ReportPipeline
@testable import informe

/// What happens when the program itself is at fault, which no input can bring about.
@Suite struct InternalErrorTests {
  @Test func endsWith70AndSaysSo() {
    var outcome = Outcome("t.tsv")
    outcome.fail(WorkFailure.broken("un elemento sin dueño", "t.tsv"))
    #expect(outcome.status == .software && ExitStatus.software.rawValue == 70)
    #expect(outcome.cause?.code == "internal" && outcome.made == 0)
  }
}
