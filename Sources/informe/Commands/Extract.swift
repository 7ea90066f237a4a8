import ArgumentParser
import Glibc
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
    Interruption.watch { signal in
      AtomicFile.cease()
      _exit(128 + signal)
    }
    let status: ExitStatus
    do throws(WorkFailure) {
      let list = try WorkerProcess(limits: .forReports).attachments(of: report)
      for path in try write(list) { Terminal.print(path) }
      for diagnostic in list.damaged { Terminal.print(DiagnosticText.lines(diagnostic), to: .error) }
      status = list.damaged.isEmpty ? .done : .data
    } catch {
      for diagnostic in error.diagnostics { Terminal.print(DiagnosticText.lines(diagnostic), to: .error) }
      status = error.status
    }
    try status.end()
  }

  private func write(_ list: AttachedFileList) throws(WorkFailure) -> [String] {
    var paths: [String] = []
    do throws(FileFailure) {
      try AtomicFile.uninterrupted { () throws(FileFailure) in
        if output == nil, !list.files.isEmpty { try Folder.make(OutputPlace.defaultFolder) }
        paths = try Extraction.write(list, to: folder)
      }
    } catch {
      throw WorkFailure(error)
    }
    return paths
  }

  /// Where nobody says otherwise: a folder of the report's name among the outputs.
  private var folder: String {
    if let output {
      return output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    }
    let name = SystemPath.name(of: report)
    let stem = name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
    return SystemPath.path(of: stem + "-adjuntos", in: OutputPlace.defaultFolder)
  }
}
