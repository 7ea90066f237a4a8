import Glibc
import ReportConfiguration
import ReportModel
import ReportPipeline

/// One run of `render`: remembers what was written, so that no output overwrites another.
struct RenderSession {
  let command: Render
  private let progress: Progress?
  private var written: Set<String> = []

  init(command: Render) {
    self.command = command
    progress = Progress(quiet: command.quiet)
  }

  mutating func render(_ input: String) -> ExitStatus {
    defer { progress?.clear() }
    do throws(FileFailure) {
      progress?.begin(Wording.reading(input))
      let loaded = try command.configuration(for: input)
      tell(loaded.diagnostics)
      guard loaded.diagnostics.isEmpty else { return .data }
      let reading = try Job(input: input, sheet: command.sheet).read()
      tell(reading.diagnostics + reading.reports.flatMap(\.findings))
      guard !reading.reports.isEmpty else { return .data }
      progress?.begin(Wording.setting(input))
      var status: ExitStatus = command.strict && !reading.findings.isEmpty ? .findings : .done
      for table in reading.reports.indices {
        status = max(status, try render(table, of: reading, loaded.configuration, from: input))
      }
      return status
    } catch {
      tell([error.diagnostic])
      return error.status
    }
  }

  private mutating func render(
    _ table: Int, of reading: Job.Reading, _ configuration: ReportConfiguration, from input: String
  ) throws(FileFailure) -> ExitStatus {
    let (report, findings) = reading.reports[table]
    let target = OutputTarget(command, report, input)
    do throws(RenderFailure) {
      let files: [(path: String, bytes: [UInt8])] =
        switch command.format {
        case .pdf: [(target.path, try Job.pdf(reading, table: table, options: configuration))]
        case .png:
          target.numbered(
            try Job.pngs(
              report, findings: findings, options: configuration.layout, pixelsPerInch: command.resolution))
        case .svg:
          target.numbered(try Job.svgs(report, findings: findings, options: configuration.layout))
        }
      for file in files {
        guard written.insert(file.path).inserted else { return taken(file.path, input) }
        if target.isDefault { OutputTarget.makeDefaultFolder() }
        try write(file.bytes, to: file.path)
      }
      return .done
    } catch {
      return tell(error, input)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(RenderFailure) {
    do {
      try AtomicFile.write(bytes, to: path, sparing: command.inputs)
    } catch {
      throw .file(error)
    }
    progress?.clear()
    if !command.quiet { Terminal.print(path) }
  }

  private func tell(_ failure: RenderFailure, _ input: String) -> ExitStatus {
    switch failure {
    case .unsettable(let diagnostics):
      tell(diagnostics)
      return .data
    case .file(let failure):
      tell([failure.diagnostic])
      return failure.status
    case .broken(let what):
      tell([
        .init(
          code: "internal", severity: .error, message: Wording.broken(what), hint: Wording.brokenHint,
          at: .init(file: input))
      ])
      return .software
    }
  }

  private func taken(_ path: String, _ input: String) -> ExitStatus {
    tell([
      Diagnostic(
        code: "output-taken", severity: .error, message: Wording.outputTaken(path), hint: Wording.outputTakenHint,
        at: SourceLocation(file: input))
    ])
    return .creation
  }

  /// Errors always; everything else unless told to be quiet.
  private func tell(_ diagnostics: [Diagnostic]) {
    progress?.clear()
    for diagnostic in diagnostics where !command.quiet || diagnostic.severity == .error {
      Terminal.print(DiagnosticText.lines(diagnostic), to: .error)
    }
  }
}

extension FileFailure {
  var status: ExitStatus {
    switch kind {
    case .input: .input
    case .creation: .creation
    case .writing: .transfer
    }
  }
}
