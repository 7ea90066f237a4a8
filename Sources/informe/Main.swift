import ArgumentParser
import Glibc
import ReportModel
import ReportPipeline
import SystemLibraries

@main
enum Main {
  /// Parses and runs; every way out goes through here, so that exit codes and language are decided in one place.
  static func main() {
    ProcessState.settle()
    WorkerService.serveIfAsked()
    LastWords.prepare(program: "informe", crashed: Wording.programCrashed, noMemory: Wording.noMemory)
    if let fault = SystemLibrary.linkedFault {
      Terminal.print(DiagnosticText.lines(fault.diagnostic(at: SourceLocation(file: "informe"))), to: .error)
      LastWords.end(ExitStatus.library.rawValue)
    }
    do {
      var command = try Informe.parseAsRoot(Array(SystemPath.arguments.dropFirst()))
      try command.run()
    } catch {
      let message = UsageText.translated(Informe.fullMessage(for: error))
      let code = Informe.exitCode(for: error)
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if !message.isEmpty { Terminal.print(lines, to: code == .success ? .output : .error) }
      LastWords.end(code.rawValue)
    }
    LastWords.end(ExitStatus.done.rawValue)
  }
}

/// The program: render is what it does unless told otherwise.
struct Informe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "informe", abstract: Wording.abstract, version: Version.text,
    subcommands: [
      Render.self, Volume.self, Watch.self, Check.self, Model.self, Summary.self, Extract.self, Verify.self, Sign.self,
      Init.self,
      Libraries.self,
    ],
    defaultSubcommand: Render.self)
}
