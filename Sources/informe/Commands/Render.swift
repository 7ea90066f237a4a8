import ArgumentParser
import Pages
import ReportLayout
import ReportPipeline

/// Makes the reports of the inputs, several at a time; one that fails does not stop the rest.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "render", abstract: Wording.renderAbstract)

  /// The report's language; not that of the messages.
  enum ReportLanguage: String, ExpressibleByArgument, CaseIterable {
    case es
    case en
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case pdf
    case png
    case svg
  }

  enum Standard: String, ExpressibleByArgument, CaseIterable {
    case a3a
    case a2a
    case a4f
    case none
  }

  @Argument(help: ArgumentHelp(Wording.inputs, valueName: "input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.output, valueName: "file|folder"))
  var output: String?

  @Option(help: ArgumentHelp(Wording.sheet, valueName: "name|number"))
  var sheet: String?

  @Option(help: ArgumentHelp(Wording.config, valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp(Wording.paper))
  var paper: String?

  @Option(help: ArgumentHelp(Wording.date, valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(help: ArgumentHelp(Wording.language, valueName: "es|en"))
  var language: ReportLanguage?

  @Option(help: ArgumentHelp(Wording.standard, valueName: "a3a|a2a|a4f|none"))
  var standard: Standard?

  @Option(help: ArgumentHelp(Wording.previous, valueName: "file|folder"))
  var previous: String?

  @OptionGroup var openData: OpenDataOptions

  @Option(help: ArgumentHelp(Wording.format, valueName: "pdf|png|svg"))
  var format = Format.pdf

  @Option(help: ArgumentHelp(Wording.resolution))
  var resolution = 110.0

  @Option(name: [.customShort("j", allowingJoined: true), .long], help: ArgumentHelp(Wording.jobs, valueName: "N"))
  var jobs: Int?

  @Flag(help: ArgumentHelp(Wording.ifChanged))
  var ifChanged = false

  @Flag(help: ArgumentHelp(Wording.strict))
  var strict = false

  @Flag(help: ArgumentHelp(Wording.open))
  var open = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(Wording.quiet))
  var quiet = false

  var reportFormat: ReportFormat {
    switch format {
    case .pdf: .pdf
    case .png: .png(pixelsPerInch: resolution)
    case .svg: .svg()
    }
  }

  func validate() throws {
    if let paper, Paper(parsing: paper) == nil { throw ValidationError(Wording.badPaper(paper)) }
    if let date, CalendarDate(iso: date) == nil { throw ValidationError(Wording.badDate(date)) }
    guard (36...600).contains(resolution) else { throw ValidationError(Wording.badResolution) }
    guard !ifChanged || format == .pdf else { throw ValidationError(Wording.ifChangedNeedsPDF) }
    try Batch.validate(jobs: jobs)
  }

  func run() throws {
    let place = OutputPlace(output, format: format, inputs: inputs)
    let list = InputList(inputs, output: place.folder)
    let opener = open ? ReportOpener() : nil
    defer { opener?.open() }
    let session = RenderSession(self, place, list, opener)
    // A configuration may name drawings; what draws those may end the process.
    let isConfigured =
      config != nil || previous != nil || openData.sipot != nil
      || list.tables.contains { ConfigurationFile.exists(ConfigurationFile.beside($0.path)) }
    let batch = Batch(list, workers: jobs, isQuiet: quiet, operation: .making, needsWorkers: isConfigured)
    try batch.run { input, job in session.render(input, job) }
  }

  /// What to read of an input.
  func request(for input: ReadRequest.Input) -> ReadRequest {
    ReadRequest(
      input, sheet: sheet, configuration: config.map { .file($0) } ?? .beside,
      overrides: ReportOverrides(
        paper: paper, language: language?.rawValue, date: date, standard: standard?.rawValue,
        previous: previous), wantsOrigin: ifChanged)
  }
}
