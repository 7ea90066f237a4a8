import ArgumentParser
import Pages
import ReportLayout
import ReportModel
import ReportPipeline

/// Binds the reports of all areas as one volume.
struct Volume: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "volume", abstract: Wording.volumeAbstract)

  @Argument(help: ArgumentHelp(Wording.inputs, valueName: "input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.volumeOutput, valueName: "file|folder"))
  var output: String?

  @Option(help: ArgumentHelp(Wording.volumeConfig, valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp(Wording.paper))
  var paper: String?

  @Option(help: ArgumentHelp(Wording.date, valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(help: ArgumentHelp(Wording.language, valueName: "es|en"))
  var language: Render.ReportLanguage?

  @Option(help: ArgumentHelp(Wording.standard, valueName: "a3a|a2a|a4f|none"))
  var standard: Render.Standard?

  @Option(help: ArgumentHelp(Wording.previous, valueName: "file|folder"))
  var previous: String?

  @OptionGroup var openData: OpenDataOptions

  @Option(
    name: [.customShort("j", allowingJoined: true), .long], help: ArgumentHelp(Wording.volumeJobs, valueName: "N"))
  var jobs: Int?

  @Flag(help: ArgumentHelp(Wording.skipBroken))
  var skipBroken = false

  @Flag(help: ArgumentHelp(Wording.strict))
  var strict = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(Wording.quiet))
  var quiet = false

  func validate() throws {
    try Batch.validate(jobs: jobs)
    if let paper, Paper(parsing: paper) == nil { throw ValidationError(Wording.badPaper(paper)) }
    if let date, CalendarDate(iso: date) == nil { throw ValidationError(Wording.badDate(date)) }
  }

  func run() throws {
    let list = InputList(inputs, output: nil)
    var outcome = Outcome(inputs.joined(separator: " "))
    for case .failure(let failure) in list.entries { outcome.fail(failure) }
    if outcome.status == .done { bind(list.tables, &outcome) }
    for line in outcome.lines where !quiet || line.isError { Terminal.print(line.texts, to: line.stream) }
    try outcome.status.end()
  }

  private func bind(_ tables: [BatchInput], _ outcome: inout Outcome) {
    do throws(WorkFailure) {
      let reply = try VolumeBinder().bind(request(for: tables))
      // What is missing was asked to be passed over: the volume itself says so.
      outcome.tell(reply.diagnostics + reply.openData.diagnostics)
      guard let file = reply.file else {
        outcome.end(.data)
        return
      }
      if strict, outcome.hasFindings || reply.missing > 0 { outcome.end(.findings) }
      try write(file, reply, sparing: tables.map(\.path), &outcome)
    } catch {
      outcome.fail(error)
    }
  }

  private func request(for tables: [BatchInput]) -> VolumeRequest {
    VolumeRequest(
      tables.map { VolumeRequest.Table(.file($0.path), name: $0.nameInFolder) }, configuration: settings,
      overrides: ReportOverrides(
        paper: paper, language: language?.rawValue, date: date, standard: standard?.rawValue,
        previous: previous),
      skipsBroken: skipBroken, openData: openData.request, workers: jobs ?? Processors.count)
  }

  /// The one that is named; else that of the first folder, or beside the first table.
  private var settings: ReadRequest.Configuration {
    if let config { return .file(config) }
    let first = inputs[0]
    let path = ConfigurationFile.beside(Folder.exists(first) ? first + "/" : first)
    return ConfigurationFile.exists(path) ? .file(path) : .none
  }

  private func write(
    _ file: [UInt8], _ reply: VolumeReply, sparing inputs: [String], _ outcome: inout Outcome
  ) throws(WorkFailure) {
    let path = path(reply.name)
    let own = Set((inputs + reply.configurationFiles).compactMap { FileIdentity($0) }).union(openData.inputs)
    do throws(FileFailure) {
      if output == nil || path != output { try Folder.make(Folder.part(of: path)) }
      try AtomicFile.write(file, to: path, sparing: own)
      outcome.wrote(path)
      for path in try OpenDataFiles(beside: path).write(reply.openData, sparing: own) { outcome.wrote(path) }
    } catch {
      throw WorkFailure(error)
    }
  }

  /// `-o` names a folder when it ends in a slash or is one; else a file.
  private func path(_ name: String) -> String {
    guard let output else { return SystemPath.path(of: name + ".pdf", in: OutputPlace.defaultFolder) }
    guard output.hasSuffix("/") || Folder.exists(output) else { return output }
    return SystemPath.path(of: name + ".pdf", in: output)
  }
}
