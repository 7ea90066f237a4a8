import CairoBackend
import Pages
import ReportConfiguration
import ReportIngest
import ReportLayout
import ReportModel

/// Answers requests, one at a time.
public protocol ReportWorker {
  func reply(to request: WorkRequest) throws(WorkFailure) -> WorkReply
}

extension ReportWorker {
  public func read(_ request: ReadRequest) throws(WorkFailure) -> ReadReply {
    guard case .read(let reply) = try reply(to: .read(request)) else { throw .unexpectedReply }
    return reply
  }

  /// The files of a report of the table read last: one, or one a page.
  /// - Parameter table: from 0.
  public func make(_ table: Int, as format: ReportFormat) throws(WorkFailure) -> [[UInt8]] {
    guard case .files(let files) = try reply(to: .make(table: table, format)) else { throw .unexpectedReply }
    return files
  }

  /// - Parameter table: from 0, of those of the table read last.
  public func openData(_ table: Int, _ request: OpenDataRequest) throws(WorkFailure) -> OpenData {
    guard case .openData(let data) = try reply(to: .openData(table: table, request)) else { throw .unexpectedReply }
    return data
  }

  public func bind(_ request: VolumeRequest) throws(WorkFailure) -> VolumeReply {
    guard case .volume(let reply) = try reply(to: .volume(request)) else { throw .unexpectedReply }
    return reply
  }

  public func verify(
    _ report: ReadRequest.Input, against input: String? = nil, authorities: String? = nil
  ) throws(WorkFailure) -> Verification {
    let request = WorkRequest.verify(report: report, against: input, authorities: authorities)
    guard case .verification(let verification) = try reply(to: request) else { throw .unexpectedReply }
    return verification
  }

  public func attachments(of report: String) throws(WorkFailure) -> AttachedFileList {
    guard case .attachments(let list) = try reply(to: .attachments(of: report)) else { throw .unexpectedReply }
    return list
  }
}

/// Does what is asked in this very process. What one request leaves that the next may use (configurations, opened fonts,
/// texts shaped before) changes no byte of what that makes. For one thread.
public final class ReportSession: ReportWorker {
  private let configurations = ConfigurationCache()
  private let bench = ShaperCache()
  private var current: (reading: Job.Reading, options: ReportConfiguration)?

  public init() {}

  public func reply(to request: WorkRequest) throws(WorkFailure) -> WorkReply {
    let reply: WorkReply
    do throws(WorkFailure) {
      reply = try answer(to: request)
    } catch {
      let isDoubtful = error.kind == .software ? MemoryLimit.isLow : MemoryLimit.isShort
      throw isDoubtful ? .noMemory(input(of: request)) : error
    }
    // Nothing is held against a file that there was no memory to read.
    guard !reply.isRefusal || !MemoryLimit.isShort else { throw .noMemory(input(of: request)) }
    return reply
  }

  /// As messages call it.
  private func input(of request: WorkRequest) -> String {
    switch request {
    case .read(let request): request.input.name
    case .make, .openData: current?.reading.source.path ?? ""
    case .volume(let request): request.tables.first?.input.name ?? ""
    case .verify(let report, _, _): report.name
    case .attachments(let report): report
    }
  }

  private func answer(to request: WorkRequest) throws(WorkFailure) -> WorkReply {
    switch request {
    case .read(let request): .read(try read(request))
    case .make(let table, let format): .files(try make(table, format))
    case .openData(let table, let request): .openData(try openData(of: table, request))
    case .volume(let request): .volume(try bind(request))
    case .verify(let report, let input, let authorities):
      .verification(
        try proof { () throws(ProofFailure) in
          switch report {
          case .file(let path): try Verifier().verify(path, against: input, authorities: authorities)
          case .bytes(let bytes, let name):
            try Verifier().verify(Source(path: name, bytes: bytes), against: input, authorities: authorities)
          }
        })
    case .attachments(let report):
      .attachments(try proof { () throws(ProofFailure) in try Extraction.files(of: report) })
    }
  }

  private func read(_ request: ReadRequest) throws(WorkFailure) -> ReadReply {
    current = nil
    var reply = ReadReply()
    do throws(FileFailure) {
      let loaded = try configurations.configuration(for: request)
      reply.configuration = loaded.diagnostics
      reply.configurationFiles = loaded.files
      guard loaded.diagnostics.isEmpty else { return reply }
      let reading = Job.read(try request.input.source(), sheet: request.sheet)
      current = (reading, loaded.configuration)
      // Only a report's own options name its office; who checks a table alone is to hear the same of it.
      let hasDepartment =
        loaded.configuration.layout.department != nil
        || request.configuration == .none && ConfigurationFile.namesDepartment(beside: request.input.name)
      reply.diagnostics = reading.diagnostics.filter { !hasDepartment || !$0.isOfMissingDepartment }
      reply.reports = reading.reports.indices.map { table in
        let (report, findings) = reading.reports[table]
        return ReadReply.Item(
          name: reading.name(of: table),
          findings: findings + comparison(report, loaded.configuration),
          origin: request.wantsOrigin ? Job.origin(reading, table: table, options: loaded.configuration) : nil)
      }
    } catch {
      throw WorkFailure(error)
    }
    return reply
  }

  /// What is to be said of the comparison with the year before.
  private func comparison(_ report: Report, _ options: ReportConfiguration) -> [Diagnostic] {
    guard options.previous != nil else { return [] }
    let location = SourceLocation(file: current?.reading.source.path ?? "")
    return YearComparison(report, options)?.diagnostics(at: location) ?? [YearComparison.missing(at: location)]
  }

  private func make(_ table: Int, _ format: ReportFormat) throws(WorkFailure) -> [[UInt8]] {
    guard let (reading, options) = current, reading.reports.indices.contains(table) else { throw .unexpectedReply }
    let (report, findings) = reading.reports[table]
    WorkLimits.allowTime(forActivities: report.activities.count)
    do throws(RenderFailure) {
      return switch format {
      case .pdf: [try Job.pdf(reading, table: table, options: options, bench: bench)]
      case .png(let pixelsPerInch):
        try Job.pngs(
          report, findings: findings, options: options, pixelsPerInch: pixelsPerInch, bench: bench)
      case .svg(let most):
        try Job.svgs(report, findings: findings, options: options, atMost: most, bench: bench)
      case .summary:
        [
          SummaryText.lines(
            for: report, findings: findings, options: options.layout, comparison: YearComparison(report, options)
          )
          .flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
        ]
      }
    } catch {
      throw WorkFailure(error, of: reading.source.path)
    }
  }

  private func openData(of table: Int, _ request: OpenDataRequest) throws(WorkFailure) -> OpenData {
    guard let (reading, options) = current, reading.reports.indices.contains(table) else { throw .unexpectedReply }
    let office = options.layout.department ?? reading.reports[table].report.department?.value
    do throws(FileFailure) {
      return try OpenData(
        request, package: DataPackage(reading, table, office: office, options.layout.language),
        areas: [(office, reading.reports[table].report)])
    } catch {
      throw WorkFailure(error)
    }
  }

  private func bind(_ request: VolumeRequest) throws(WorkFailure) -> VolumeReply {
    var reply = VolumeReply()
    var sources: [Source] = []
    let options: ReportConfiguration
    do throws(FileFailure) {
      let asked = ReadRequest(
        .bytes([], name: ""), configuration: request.configuration, overrides: request.overrides)
      let loaded = try configurations.configuration(for: asked)
      (reply.diagnostics, reply.configurationFiles) = (loaded.diagnostics, loaded.files)
      guard loaded.diagnostics.isEmpty else { return reply }
      options = loaded.configuration
      for table in request.tables {
        sources.append(Source(path: table.name, bytes: try table.input.source().bytes))
      }
    } catch {
      throw WorkFailure(error)
    }
    return try bind(VolumeReading(sources, options: options, workers: request.workers), of: request, reply)
  }

  private func bind(
    _ reading: VolumeReading, of request: VolumeRequest, _ reply: VolumeReply
  ) throws(WorkFailure) -> VolumeReply {
    var reply = reply
    reply.name = OutputName.slug(of: reading.volume, reading.options.layout)
    reply.missing = reading.volume.missing.count
    let problems = reading.problems + reading.absences
    let paths = Dictionary(request.tables.map { ($0.name, $0.input.name) }) { first, _ in first }
    reply.diagnostics = (reading.diagnostics + problems + reading.volume.differences).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.location.file = paths[diagnostic.location.file] ?? diagnostic.location.file
      return diagnostic
    }
    guard problems.isEmpty, !reading.volume.areas.isEmpty, request.skipsBroken || reply.missing == 0 else {
      return reply
    }
    do throws(FileFailure) {
      reply.openData = try OpenData(
        request.openData, package: DataPackage(reading), areas: reading.volume.areas.map { ($0.name, $0.report) })
    } catch {
      throw WorkFailure(error)
    }
    guard !reply.openData.isRefused else { return reply }
    let activities = reading.volume.areas.reduce(0) { $0 + $1.report.activities.count }
    WorkLimits.allowTime(forActivities: activities)
    do throws(RenderFailure) {
      reply.file = try VolumeJob.pdf(reading, bench: bench)
    } catch {
      throw WorkFailure(error, of: reply.name)
    }
    return reply
  }

  private func proof<Result>(_ body: () throws(ProofFailure) -> Result) throws(WorkFailure) -> Result {
    do throws(ProofFailure) {
      return try body()
    } catch {
      throw WorkFailure(error)
    }
  }
}

extension ReadRequest.Input {
  /// As messages call it.
  public var name: String {
    switch self {
    case .file(let path): path
    case .bytes(_, let name): name
    }
  }

  fileprivate func source() throws(FileFailure) -> Source {
    switch self {
    case .file(let path): Source(path: path, bytes: try InputFile.read(path))
    case .bytes(let bytes, let name): Source(path: name, bytes: bytes)
    }
  }
}

extension Job.Reading {
  /// What the files of one of its reports are called, without ending.
  func name(of table: Int) -> String {
    OutputName.slug(of: reports[table].report, fallback: source.stem + reports[table].report.sheetEnding)
  }
}

extension Report {
  /// What tells the reports of a workbook's sheets apart where they name no office.
  fileprivate var sheetEnding: String { activities.first?.name.location.sheet.map { "-" + $0 } ?? "" }
}

extension WorkFailure {
  public init(_ failure: FileFailure) {
    let kind: Kind =
      switch failure.kind {
      case .input: .input
      case .creation: .creation
      case .writing: .transfer
      }
    self.init(kind: kind, diagnostics: [failure.diagnostic])
  }

  init(_ failure: RenderFailure, of input: String) {
    switch failure {
    case .unsettable(let diagnostics): self.init(kind: .data, diagnostics: diagnostics)
    case .broken(let what): self = .broken(what, input)
    }
  }

  public init(_ failure: ProofFailure) {
    switch failure {
    case .content(let diagnostic), .nothingCarried(let diagnostic): self.init(kind: .data, diagnostics: [diagnostic])
    case .file(let failure): self.init(failure)
    case .library(let diagnostic): self.init(kind: .library, diagnostics: [diagnostic])
    }
  }

  /// An error of ours, or of a library below.
  static func broken(_ what: String, _ input: String) -> WorkFailure {
    WorkFailure(
      kind: .software,
      diagnostics: [
        Diagnostic(
          code: DiagnosticCode.internalError, severity: .error,
          message: LocalizedText(es: "error interno: \(what)", en: "internal error: \(what)"),
          hint: LocalizedText(
            es: "No es culpa de la tabla; repórtelo con el archivo de entrada.",
            en: "This is no fault of the table; report it with the input file."), at: SourceLocation(file: input))
      ])
  }

  /// The other side is out of step.
  static var unexpectedReply: WorkFailure { .broken("unexpected reply of a worker", "informe") }
}
