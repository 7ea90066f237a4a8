import ArgumentParser
import ReportModel
import ReportPipeline
import Workers

/// Says whether reports are what their data make.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "verify", abstract: Wording.verifyAbstract)

  @Argument(help: ArgumentHelp(Wording.reports, valueName: "report.pdf"))
  var reports: [String]

  @Option(help: ArgumentHelp(Wording.against, valueName: "input"))
  var against: String?

  @Option(help: ArgumentHelp(Wording.authorities, valueName: "file"))
  var ca: String?

  @Flag(name: .shortAndLong, help: ArgumentHelp(Wording.verifyQuiet))
  var quiet = false

  func run() throws {
    let count = min(reports.count, Processors.count)
    let workers = (0..<count).map { _ in WorkerProcess(limits: .forReports) }
    let worst = Monitor(ExitStatus.done)
    OrderedWork<Outcome>(count: reports.count).run(workers: count) { [self] index, worker in
      verify(reports[index], workers[worker])
    } deliver: { [self] _, outcome in
      worst.withLock { $0 = max($0, outcome.status) }
      for line in outcome.lines where !quiet || line.stream == .error { Terminal.print(line.texts, to: line.stream) }
    }
    try worst.withLock { $0 }.end()
  }

  private func verify(_ report: String, _ worker: WorkerProcess) -> Outcome {
    var outcome = Outcome(report)
    do throws(WorkFailure) {
      let verification = try worker.verify(.file(report), against: against, authorities: ca)
      outcome.tell(verification.diagnostics, on: .output)
      outcome.end(verification.verdict.status)
    } catch {
      outcome.fail(error)
      // What is no fault of the report's is no verdict on it.
      if [.software, .memory, .transfer, .library].contains(error.kind) { outcome.tellUnchecked() }
    }
    return outcome
  }
}

extension Verification.Verdict {
  fileprivate var status: ExitStatus {
    switch self {
    case .identical: .done
    case .sameContent, .foreignSignature: .sameContent
    case .altered: .altered
    case .unproven: .unproven
    case .unchecked: .unchecked
    case .untrusted: .untrusted
    }
  }
}
