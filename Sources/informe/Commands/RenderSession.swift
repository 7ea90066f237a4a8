import Glibc
import ReportModel
import ReportPipeline

/// One run of `render`: what all its jobs share. Jobs run side by side.
struct RenderSession: Sendable {
  let command: Render
  let options: RenderOptions
  let place: OutputPlace
  /// The inputs, none of which may be overwritten.
  let inputs: Set<FileIdentity>

  init(_ command: Render, _ options: RenderOptions, _ place: OutputPlace, _ inputs: InputList) {
    self.command = command
    self.options = options
    self.place = place
    self.inputs = Set(inputs.tables.compactMap { FileIdentity($0.path) })
  }

  /// Makes the reports of one input.
  func render(_ input: BatchInput, _ job: Batch.Place) -> Outcome {
    var outcome = Outcome(input.path)
    do throws(FileFailure) {
      job.begin(Wording.reading(input.path))
      let reading = try Job(input: input.path, sheet: command.sheet).read()
      outcome.tell(reading.diagnostics + reading.reports.flatMap(\.findings))
      guard !reading.reports.isEmpty else {
        outcome.end(.data)
        return outcome
      }
      if command.strict, !reading.findings.isEmpty { outcome.end(.findings) }
      let targets = job.inTurn { reading.reports.map { place.target(for: $0.report, of: input) } }
      job.begin(Wording.setting(input.path))
      for (table, target) in targets.enumerated() {
        outcome.isPartial = table + 1 < targets.count
        render(table, of: reading, to: target, &outcome, job)
      }
    } catch {
      outcome.fail(error)
    }
    return outcome
  }

  private func render(
    _ table: Int, of reading: Job.Reading, to target: Result<OutputTarget, OutputTaken>, _ outcome: inout Outcome,
    _ job: Batch.Place
  ) {
    switch target {
    case .failure(let taken): outcome.refuse(taken)
    case .success(let target) where isUnchanged(table, of: reading, target): outcome.countUnchanged()
    case .success(let target):
      do throws(RenderFailure) {
        try write(try files(table, of: reading, target, job), &outcome, job)
      } catch {
        outcome.fail(error)
      }
    }
  }

  private func isUnchanged(_ table: Int, of reading: Job.Reading, _ target: OutputTarget) -> Bool {
    command.ifChanged && Job.origin(reading, table: table, options: options).isStored(in: target.path)
  }

  private func files(
    _ table: Int, of reading: Job.Reading, _ target: OutputTarget, _ job: Batch.Place
  ) throws(RenderFailure) -> [(path: String, bytes: [UInt8])] {
    let (report, findings) = reading.reports[table]
    return switch target.format {
    case .pdf:
      [
        (target.path, try Job.pdf(reading, table: table, options: options, workers: job.workers, bench: job.bench))
      ]
    case .png:
      target.numbered(
        try Job.pngs(
          report, findings: findings, options: options.layout, pixelsPerInch: command.resolution, bench: job.bench))
    }
  }

  private func write(
    _ files: [(path: String, bytes: [UInt8])], _ outcome: inout Outcome, _ job: Batch.Place
  ) throws(RenderFailure) {
    do throws(FileFailure) {
      try AtomicFile.uninterrupted { () throws(FileFailure) in
        defer { job.soFar(outcome) }
        for file in files {
          if place.folder != nil { Folder.make(file.path.folderPart) }
          try AtomicFile.write(file.bytes, to: file.path, sparing: inputs)
          outcome.wrote(file.path)
        }
        outcome.countMade()
      }
    } catch {
      throw .file(error)
    }
  }
}
