import ReportModel
import ReportPipeline

/// One run of `render`: what all its jobs share. Jobs run side by side.
struct RenderSession: Sendable {
  let command: Render
  let place: OutputPlace
  /// The inputs, none of which may be overwritten.
  let inputs: Set<FileIdentity>

  private let opener: ReportOpener?

  init(_ command: Render, _ place: OutputPlace, _ inputs: InputList, _ opener: ReportOpener? = nil) {
    self.opener = opener
    self.command = command
    self.place = place
    self.inputs = Set(inputs.tables.compactMap { FileIdentity($0.path) })
  }

  /// Makes the reports of one input.
  func render(_ input: BatchInput, _ job: some RenderPlace) -> Outcome {
    var outcome = Outcome(input.path)
    do throws(WorkFailure) {
      job.begin(Wording.reading(input.path))
      let worker = job.worker
      let reply = try worker.read(try request(input, job))
      outcome.tell(reply.allDiagnostics)
      guard !reply.reports.isEmpty else {
        outcome.end(.data)
        return outcome
      }
      guard place.folder != nil || reply.reports.count == 1 else {
        outcome.refuse(tables: reply.reports.count)
        return outcome
      }
      if command.strict, reply.hasFindings { outcome.end(.findings) }
      let targets = job.inTurn { reply.reports.map { place.target(for: $0.name, of: input) } }
      job.begin(Wording.setting(input.path))
      for index in reply.reports.indices {
        outcome.isPartial = index + 1 < reply.reports.count
        render(index, of: reply, to: targets[index], &outcome, job, worker)
      }
    } catch {
      outcome.fail(error)
    }
    return outcome
  }

  private func request(_ input: BatchInput, _ job: some RenderPlace) throws(WorkFailure) -> ReadRequest {
    do throws(FileFailure) {
      return try job.request(command.request(for: .file(input.path)), for: input.path)
    } catch {
      throw WorkFailure(error)
    }
  }

  private func render(
    _ table: Int, of reply: ReadReply, to target: Result<OutputTarget, OutputTaken>, _ outcome: inout Outcome,
    _ job: some RenderPlace, _ worker: any ReportWorker
  ) {
    switch target {
    case .failure(let taken): outcome.refuse(taken)
    case .success(let target):
      do throws(WorkFailure) {
        guard let data = try openData(table, &outcome, worker) else { return }
        let own = Set(reply.configurationFiles.compactMap { FileIdentity($0) }).union(command.openData.inputs)
        if reply.reports[table].origin?.isStored(in: target.path) ?? false {
          outcome.countUnchanged()
        } else {
          try write(target.named(try worker.make(table, as: command.reportFormat)), sparing: own, &outcome, job)
        }
        try write(data, beside: target.path, sparing: own, &outcome, job)
      } catch {
        outcome.fail(error)
      }
    }
  }

  /// nil where the format to be filled in is refused: before anything is made.
  private func openData(
    _ table: Int, _ outcome: inout Outcome, _ worker: any ReportWorker
  ) throws(WorkFailure) -> OpenData? {
    let request = command.openData.request
    guard !request.isEmpty else { return OpenData() }
    let data = try worker.openData(table, request)
    outcome.tell(data.diagnostics)
    guard data.isRefused else { return data }
    outcome.end(.data)
    return nil
  }

  private func write(
    _ data: OpenData, beside report: String, sparing own: Set<FileIdentity>, _ outcome: inout Outcome,
    _ job: some RenderPlace
  ) throws(WorkFailure) {
    do throws(FileFailure) {
      try AtomicFile.uninterrupted { () throws(FileFailure) in
        defer { job.soFar(outcome) }
        for path in try OpenDataFiles(beside: report).write(data, sparing: inputs, own) {
          outcome.wrote(path)
          job.wrote(path)
        }
      }
    } catch {
      throw WorkFailure(error)
    }
  }

  /// - Parameter own: what else the report is made from.
  private func write(
    _ files: [(path: String, bytes: [UInt8])], sparing own: Set<FileIdentity>, _ outcome: inout Outcome,
    _ job: some RenderPlace
  ) throws(WorkFailure) {
    do throws(FileFailure) {
      try AtomicFile.uninterrupted { () throws(FileFailure) in
        defer { job.soFar(outcome) }
        for file in files {
          if place.folder != nil { try Folder.make(Folder.part(of: file.path)) }
          try AtomicFile.write(file.bytes, to: file.path, sparing: inputs, own)
          outcome.wrote(file.path)
          job.wrote(file.path)
          opener?.made(file.path)
        }
        outcome.countMade()
      }
    } catch {
      throw WorkFailure(error)
    }
  }
}
