import Glibc
import ReportLayout
import ReportModel
import ReportPipeline

/// One run of `render`: what all its jobs share. Jobs run side by side.
struct RenderSession: Sendable {
  let command: Render
  let options: LayoutOptions
  let place: OutputPlace
  /// The inputs, none of which may be overwritten.
  let inputs: Set<FileIdentity>

  init(_ command: Render, _ options: LayoutOptions, _ place: OutputPlace, _ inputs: InputList) {
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
      for (index, (report, findings)) in reading.reports.enumerated() {
        outcome.isPartial = index + 1 < reading.reports.count
        render(report, findings, to: targets[index], &outcome, job)
      }
    } catch {
      outcome.fail(error)
    }
    return outcome
  }

  private func render(
    _ report: Report, _ findings: [Diagnostic], to target: Result<OutputTarget, OutputTaken>, _ outcome: inout Outcome,
    _ job: Batch.Place
  ) {
    switch target {
    case .failure(let taken): outcome.refuse(taken)
    case .success(let target):
      do throws(RenderFailure) {
        try write(try files(report, findings, target, job), &outcome, job)
      } catch {
        outcome.fail(error)
      }
    }
  }

  private func files(
    _ report: Report, _ findings: [Diagnostic], _ target: OutputTarget, _ job: Batch.Place
  ) throws(RenderFailure) -> [(path: String, bytes: [UInt8])] {
    switch target.format {
    case .pdf:
      [(target.path, try Job.pdf(report, findings: findings, options: options, workers: job.workers, bench: job.bench))]
    case .png:
      target.numbered(
        try Job.pngs(report, findings: findings, options: options, pixelsPerInch: command.resolution, bench: job.bench))
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
