import ArgumentParser
import ReportPipeline

/// Prints the summary of each report as plain text, in the report's language.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "summary", abstract: Wording.summaryAbstract)

  @Argument(help: ArgumentHelp(Wording.inputs, valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp(Wording.sheet, valueName: "name|number"))
  var sheet: String?

  @Option(help: ArgumentHelp(Wording.config, valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp(Wording.language, valueName: "es|en"))
  var language: Render.ReportLanguage?

  @Option(help: ArgumentHelp(Wording.previous, valueName: "file|folder"))
  var previous: String?

  func run() throws {
    let list = InputList(inputs, output: nil)
    let isConfigured =
      config != nil || previous != nil
      || list.tables.contains { ConfigurationFile.exists(ConfigurationFile.beside($0.path)) }
    let batch = Batch(list, workers: nil, isQuiet: false, operation: .checking, needsWorkers: isConfigured)
    try batch.run { [self] input, job in summary(of: input, job) }
  }

  private func summary(of input: BatchInput, _ job: Batch.Place) -> Outcome {
    var outcome = Outcome(input.path)
    do throws(WorkFailure) {
      job.begin(Wording.reading(input.path))
      let worker = job.worker
      let reply = try worker.read(
        ReadRequest(
          .file(input.path), sheet: sheet, configuration: config.map { .file($0) } ?? .beside,
          overrides: ReportOverrides(language: language?.rawValue, previous: previous)))
      guard !reply.reports.isEmpty else {
        outcome.tell(reply.allDiagnostics)
        outcome.end(.data)
        return outcome
      }
      for index in reply.reports.indices {
        outcome.tell(reply.reports[index].findings.filter(\.isOfComparison))
        for text in try worker.make(index, as: .summary) {
          let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
          outcome.answer(lines.map(String.init))
        }
      }
    } catch {
      outcome.fail(error)
    }
    return outcome
  }
}
