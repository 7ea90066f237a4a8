import ArgumentParser
import ReportModel
import ReportPipeline

/// Prints what is wrong in the inputs, on standard output.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: Wording.checkAbstract)

  @Argument(help: ArgumentHelp(Wording.inputs, valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp(Wording.sheet, valueName: "name|number"))
  var sheet: String?

  @Flag(help: ArgumentHelp(Wording.strict))
  var strict = false

  func run() throws {
    var worst = ExitStatus.done
    for input in inputs { worst = max(worst, check(input)) }
    try worst.end()
  }

  private func check(_ input: String) -> ExitStatus {
    do throws(FileFailure) {
      let reading = try Job(input: input, sheet: sheet).read()
      for diagnostic in reading.diagnostics + reading.reports.flatMap(\.findings) {
        Terminal.print(DiagnosticText.lines(diagnostic))
      }
      guard !reading.reports.isEmpty else { return .data }
      return strict && !reading.findings.isEmpty ? .findings : .done
    } catch {
      Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error)
      return error.status
    }
  }
}

extension Job.Reading {
  /// What is wrong though it can be read: warnings of reading and of the audit, not mere notes.
  var findings: [Diagnostic] {
    (diagnostics + reports.flatMap(\.findings)).filter { $0.severity == .warning }
  }
}
