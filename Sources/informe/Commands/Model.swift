import ArgumentParser
import ReportIngest
import ReportModel
import ReportPipeline

/// Prints the parsed model and the findings as JSON, or the JSON Schema of both.
struct Model: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "model", abstract: Wording.modelAbstract)

  @Argument(help: ArgumentHelp(Wording.input, valueName: "input"))
  var input: String?

  @Option(help: ArgumentHelp(Wording.sheet, valueName: "name|number"))
  var sheet: String?

  @Flag(help: ArgumentHelp(Wording.modelSchema))
  var schema = false

  func validate() throws {
    guard schema == (input == nil) else { throw ValidationError(Wording.modelNeedsInput) }
  }

  func run() throws {
    guard let input else {
      Terminal.write(ModelSchema.text(UserLanguage.current), to: .output)
      return try ExitStatus.done.end()
    }
    LonelyInput.prepare(input)
    var reading: Job.Reading
    do throws(FileFailure) {
      reading = try Job(input: input, sheet: sheet).read()
    } catch {
      Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error)
      throw ExitCode(error.status.rawValue)
    }
    if ConfigurationFile.namesDepartment(beside: input) {
      reading.diagnostics.removeAll(where: \.isOfMissingDepartment)
    }
    ModelJSON.write(reading, language: UserLanguage.current) { Terminal.write($0, to: .output) }
    guard reading.reports.isEmpty else { return try ExitStatus.done.end() }
    for diagnostic in reading.diagnostics { Terminal.print(DiagnosticText.lines(diagnostic), to: .error) }
    throw ExitCode(ExitStatus.data.rawValue)
  }
}
