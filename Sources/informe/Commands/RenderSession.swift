import Glibc
import ReportConfiguration
import ReportModel
import ReportPipeline

/// One run of `render`: what all its jobs share. Jobs run side by side.
struct RenderSession: Sendable {
  let command: Render
  let place: OutputPlace
  /// The inputs, none of which may be overwritten.
  let inputs: Set<FileIdentity>
  private let configurations: ConfigurationLibrary

  init(_ command: Render, _ place: OutputPlace, _ inputs: InputList) {
    self.command = command
    self.place = place
    self.inputs = Set(inputs.tables.compactMap { FileIdentity($0.path) })
    configurations = ConfigurationLibrary(command)
  }

  /// Makes the reports of one input.
  func render(_ input: BatchInput, _ job: Batch.Place) -> Outcome {
    var outcome = Outcome(input.path)
    do throws(FileFailure) {
      job.begin(Wording.reading(input.path))
      let loaded = try configurations.configuration(for: input.path)
      outcome.tell(loaded.diagnostics)
      guard loaded.diagnostics.isEmpty else {
        outcome.end(.data)
        return outcome
      }
      let reading = try Job(input: input.path, sheet: command.sheet)
        .read()
      outcome.tell(reading.diagnostics + reading.reports.flatMap(\.findings))
      guard !reading.reports.isEmpty else {
        outcome.end(.data)
        return outcome
      }
      if command.strict, !reading.findings.isEmpty { outcome.end(.findings) }
      let targets = job.inTurn { reading.reports.map { place.target(for: $0.report, of: input) } }
      job.begin(Wording.setting(input.path))
      for index in reading.reports.indices {
        outcome.isPartial = index + 1 < reading.reports.count
        render(index, of: reading, loaded, to: targets[index], &outcome, job)
      }
    } catch {
      outcome.fail(error)
    }
    return outcome
  }

  private func render(
    _ table: Int, of reading: Job.Reading, _ loaded: LoadedConfiguration,
    to target: Result<OutputTarget, OutputTaken>, _ outcome: inout Outcome, _ job: Batch.Place
  ) {
    switch target {
    case .failure(let taken): outcome.refuse(taken)
    case .success(let target) where isUnchanged(table, of: reading, loaded.configuration, target):
      outcome.countUnchanged()
    case .success(let target):
      do throws(RenderFailure) {
        let files = try files(table, of: reading, loaded.configuration, target, job)
        try write(files, sparing: Set(loaded.files.compactMap { FileIdentity($0) }), &outcome, job)
      } catch {
        outcome.fail(error)
      }
    }
  }

  private func isUnchanged(
    _ table: Int, of reading: Job.Reading, _ options: ReportConfiguration, _ target: OutputTarget
  ) -> Bool {
    command.ifChanged && Job.origin(reading, table: table, options: options).isStored(in: target.path)
  }

  private func files(
    _ table: Int, of reading: Job.Reading, _ options: ReportConfiguration, _ target: OutputTarget, _ job: Batch.Place
  ) throws(RenderFailure) -> [(path: String, bytes: [UInt8])] {
    let (report, findings) = reading.reports[table]
    let bench = job.bench
    return switch target.format {
    case .pdf: [(target.path, try Job.pdf(reading, table: table, options: options, bench: bench))]
    case .png:
      target.numbered(
        try Job.pngs(
          report, findings: findings, options: options.layout, pixelsPerInch: command.resolution, bench: bench))
    case .svg: target.numbered(try Job.svgs(report, findings: findings, options: options.layout, bench: bench))
    }
  }

  /// - Parameter own: what else the report is made from.
  private func write(
    _ files: [(path: String, bytes: [UInt8])], sparing own: Set<FileIdentity>, _ outcome: inout Outcome,
    _ job: Batch.Place
  ) throws(RenderFailure) {
    do throws(FileFailure) {
      try AtomicFile.uninterrupted { () throws(FileFailure) in
        defer { job.soFar(outcome) }
        for file in files {
          if place.folder != nil { Folder.make(file.path.folderPart) }
          try AtomicFile.write(file.bytes, to: file.path, sparing: inputs, own)
          outcome.wrote(file.path)
          job.wrote(file.path)
        }
        outcome.countMade()
      }
    } catch {
      throw .file(error)
    }
  }
}
