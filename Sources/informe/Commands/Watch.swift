import ArgumentParser
import Glibc
import ReportModel
import ReportPipeline
import Workers

/// Makes the report of every table that comes into a folder, for as long as the program runs: what `informe FOLDER -o FOLDER
/// --if-changed` does, again and again for what is new.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "watch", abstract: Wording.watchAbstract)

  @Argument(help: ArgumentHelp(Wording.watchedFolder, valueName: "folder"))
  var folder: String

  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.watchOutput, valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp(Wording.config, valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp(Wording.interval, valueName: "seconds"))
  var interval = 2.0

  @Flag(name: .shortAndLong, help: ArgumentHelp(Wording.quiet))
  var quiet = false

  func validate() throws {
    guard (0.1...3600).contains(interval) else { throw ValidationError(Wording.badInterval) }
    if Folder.isWithin(output, folder) { throw ValidationError(Wording.outputInInput) }
  }

  func run() throws {
    let options = ["--if-changed"] + (config.map { ["--config", $0] } ?? [])
    let command = try Render.parse([folder, "--output", output.hasSuffix("/") ? output : output + "/"] + options)
    let place = OutputPlace(command.output, format: .pdf, inputs: [folder])
    let session = RenderSession(command, place, InputList([], output: nil))
    let watched = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let job = WatchPlace(folder: watched, process: WorkerProcess(inheritsFiles: false))
    Interruption.watch { signal in
      AtomicFile.cease()
      WorkerProcess.endAll()
      _exit(128 + signal)
    }
    var watch = FolderWatch(watched)
    var (failure, failures): (Diagnostic?, [String: Diagnostic?]) = (nil, [:])
    while true {
      do throws(FileFailure) {
        let look = try watch.look()
        failure = nil
        for path in look.gone + look.ready.map(\.path) { place.forget(path) }
        for path in look.gone { failures[path] = nil }
        for input in look.ready {
          let outcome = session.render(input, job)
          if outcome.mayComeRight { watch.again(input.path) }
          let isNews = outcome.status == .done || failures[input.path] != outcome.cause
          failures[input.path] = outcome.mayComeRight ? outcome.cause : nil
          if isNews, !outcome.isOfNothing { tell(outcome) }
        }
        // It keeps configurations as it has read them; the next look may bring others.
        job.process.end()
      } catch {
        // A share that is away for a while; said once.
        if failure != error.diagnostic { Terminal.print(DiagnosticText.lines(error.diagnostic), to: .error) }
        failure = error.diagnostic
      }
      usleep(UInt32(interval * 1_000_000))
    }
  }

  private func tell(_ outcome: Outcome) {
    for line in outcome.lines where !quiet || line.isError { Terminal.print(line.texts, to: line.stream) }
  }
}

/// One table after another, with nobody before or after it.
private struct WatchPlace: RenderPlace {
  let folder: String
  let process: WorkerProcess

  var worker: any ReportWorker { process }

  func begin(_ stage: String) {}
  func inTurn<Result>(_ body: () -> Result) -> Result { body() }
  func wrote(_ path: String) { Folder.sync(Folder.part(of: path)) }
  func soFar(_ outcome: Outcome) {}

  /// Read here, so that what was an ordinary file when it was looked at is no link by now.
  func request(_ request: ReadRequest, for path: String) throws(FileFailure) -> ReadRequest {
    var request = request
    request.input = .bytes(try Source(path, within: folder).bytes, name: path)
    if request.configuration == .beside { request.configuration = .watched(folder) }
    return request
  }
}

extension Outcome {
  /// Whether the fault is not the table's own, but of a disk or a share that may be well again at the next look.
  fileprivate var mayComeRight: Bool {
    [.input, .creation, .transfer].contains(status) && !["output-taken", "several-tables"].contains(cause?.code)
  }

  /// Of a table that is gone since it was looked at.
  fileprivate var isOfNothing: Bool { status == .input && FileIdentity(input) == nil }
}
