import ArgumentParser
import ReportModel
import ReportPipeline

/// Says whether reports are what their data make.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "verify", abstract: Wording.verifyAbstract)

  @Argument(help: ArgumentHelp(Wording.reports, valueName: "report.pdf"))
  var reports: [String]

  @Option(help: ArgumentHelp(Wording.against, valueName: "input"))
  var against: String?

  @Flag(name: .shortAndLong, help: ArgumentHelp(Wording.verifyQuiet))
  var quiet = false

  func run() throws {
    var worst = ExitStatus.done
    for report in reports { worst = max(worst, verify(report)) }
    try worst.end()
  }

  private func verify(_ report: String) -> ExitStatus {
    do throws(ProofFailure) {
      let verification = try Verifier().verify(report, against: against)
      if !quiet { for diagnostic in verification.diagnostics { Terminal.print(DiagnosticText.lines(diagnostic)) } }
      return verification.verdict.status
    } catch {
      Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error)
      return error.status
    }
  }
}

extension Verification.Verdict {
  fileprivate var status: ExitStatus {
    switch self {
    case .identical: .done
    case .sameContent: .sameContent
    case .altered: .altered
    case .unproven: .unproven
    }
  }
}
