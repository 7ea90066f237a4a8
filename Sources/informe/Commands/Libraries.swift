import ArgumentParser
import ReportModel
import ReportPipeline
import SystemLibraries

/// Lists the libraries of the system that the program works with, their versions and the oldest that will do.
struct Libraries: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "libraries", abstract: Wording.librariesAbstract)

  func run() throws {
    var status = ExitStatus.done
    for library in SystemLibrary.allCases {
      Terminal.print(line(library))
      do throws(LibraryFault) {
        try library.require()
      } catch {
        if MemoryLimit.isShort { return try WorkFailure.noMemory("informe").end() }
        Terminal.print(DiagnosticText.lines(error.diagnostic(at: SourceLocation(file: "informe"))), to: .error)
        status = .library
      }
    }
    try status.end()
  }

  private func line(_ library: SystemLibrary) -> String {
    var line = library.name + " " + (library.version?.description ?? "-")
    if let floor = library.floor { line += " (≥ \(floor))" }
    return line
  }
}
