import ArgumentParser
import ReportModel
import ReportPipeline

/// Prints what is wrong in the inputs, on standard output; what cannot be read, on standard error.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: Wording.checkAbstract)

  @Argument(help: ArgumentHelp(Wording.inputs, valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp(Wording.sheet, valueName: "name|number"))
  var sheet: String?

  @Option(name: [.customShort("j", allowingJoined: true), .long], help: ArgumentHelp(Wording.jobs, valueName: "N"))
  var jobs: Int?

  @Flag(help: ArgumentHelp(Wording.strict))
  var strict = false

  func validate() throws { try Batch.validate(jobs: jobs) }

  func run() throws {
    let batch = Batch(InputList(inputs, output: nil), workers: jobs, isQuiet: false, operation: .checking)
    try batch.run { [self] input, job in check(input, job) }
  }

  private func check(_ input: BatchInput, _ job: Batch.Place) -> Outcome {
    var outcome = Outcome(input.path)
    do throws(WorkFailure) {
      job.begin(Wording.reading(input.path))
      let reply = try job.worker.read(ReadRequest(.file(input.path), sheet: sheet))
      outcome.tell(reply.allDiagnostics, on: .output)
      if strict, reply.hasFindings { outcome.end(.findings) }
      if reply.reports.isEmpty { outcome.end(.data) }
    } catch {
      outcome.fail(error)
    }
    return outcome
  }
}
