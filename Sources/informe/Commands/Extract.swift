import ArgumentParser
import ReportModel
import ReportPipeline

/// Gives back the files a report carries.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extract", abstract: Wording.extractAbstract)

  @Argument(help: ArgumentHelp(Wording.report, valueName: "report.pdf"))
  var report: String

  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.extractFolder, valueName: "folder"))
  var output: String?

  func run() throws {
    let status: ExitStatus
    do throws(ProofFailure) {
      let result = try Extraction.extract(report, to: folder)
      for path in result.written { Terminal.print(path) }
      for diagnostic in result.damaged { Terminal.print(DiagnosticText.lines(diagnostic), to: .error) }
      status = result.damaged.isEmpty ? .done : .data
    } catch {
      Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error)
      status = error.status
    }
    try status.end()
  }

  /// Where nobody says otherwise: a folder of the report's name among the outputs.
  private var folder: String {
    if let output {
      return output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    }
    Folder.make(OutputPlace.defaultFolder)
    let name = report.split(separator: "/").last.map(String.init) ?? report
    let stem = name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
    return OutputPlace.defaultFolder + "/" + stem + "-adjuntos"
  }
}

extension ProofFailure {
  var diagnostic: Diagnostic {
    switch self {
    case .content(let diagnostic), .nothingCarried(let diagnostic): diagnostic
    case .file(let failure): failure.diagnostic
    }
  }

  var status: ExitStatus {
    switch self {
    case .content, .nothingCarried: .data
    case .file(let failure): failure.status
    }
  }
}
