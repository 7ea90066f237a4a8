import ArgumentParser
import ReportPipeline

/// Writes a commented configuration to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: Wording.initAbstract)

  @Argument(help: ArgumentHelp(Wording.newConfig, valueName: "file"))
  var file = ConfigurationFile.name

  func run() throws {
    do throws(FileFailure) {
      try ConfigurationFile.writeExample(to: file, in: UserLanguage.current)
      Terminal.print(file)
    } catch {
      Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error)
      throw ExitCode(error.status.rawValue)
    }
  }
}
