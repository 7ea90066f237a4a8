import ArgumentParser
import ReportPipeline

/// Writes a commented configuration to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: Wording.initAbstract)

  @Argument(help: ArgumentHelp(Wording.newConfig, valueName: "file"))
  var file: String?

  @Flag(help: ArgumentHelp(Wording.schema))
  var schema = false

  func run() throws {
    do throws(FileFailure) {
      let name = file ?? (schema ? ConfigurationFile.schemaName : ConfigurationFile.name)
      if schema {
        try ConfigurationFile.writeSchema(to: name, in: UserLanguage.current)
      } else {
        try ConfigurationFile.writeExample(to: name, in: UserLanguage.current)
      }
      Terminal.print(name)
    } catch {
      Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error)
      throw ExitCode(error.status.rawValue)
    }
  }
}
