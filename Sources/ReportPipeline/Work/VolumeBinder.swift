import ReportModel
import Workers

/// Binds volumes in another process. Should that die, each table is read and set alone, by a process of its own, and those
/// that one dies of are named.
public struct VolumeBinder: Sendable {
  private let limits: WorkLimits
  private let program: WorkerProgram

  public init(limits: WorkLimits = WorkLimits(), program: WorkerProgram = .this) {
    self.limits = limits
    self.program = program
  }

  /// - Throws: what the worker says; when it died, of each table that is to blame.
  public func bind(_ request: VolumeRequest) throws(WorkFailure) -> VolumeReply {
    do throws(WorkFailure) {
      return try WorkerProcess(limits: limits.forAreas(request.tables.count), program: program).bind(request)
    } catch {
      guard error.isDeath else { throw error }
      throw culprits(of: request) ?? error
    }
  }

  /// nil when no table alone is to blame.
  private func culprits(of request: VolumeRequest) -> WorkFailure? {
    let count = max(1, min(request.workers, request.tables.count))
    let workers = (0..<count).map { _ in WorkerProcess(limits: limits, program: program) }
    let deaths = Monitor<[WorkFailure]>([])
    OrderedWork<WorkFailure?>(count: request.tables.count).run(workers: count) { index, worker in
      VolumeBinder.death(of: request.tables[index].input, request, workers[worker])
    } deliver: { _, death in
      if let death { deaths.withLock { $0.append(death) } }
    }
    let found = deaths.withLock { $0 }
    return found.first.map { WorkFailure(kind: $0.kind, diagnostics: found.flatMap(\.diagnostics)) }
  }

  private static func death(
    of table: ReadRequest.Input, _ request: VolumeRequest, _ worker: WorkerProcess
  ) -> WorkFailure? {
    do throws(WorkFailure) {
      let reply = try worker.read(
        ReadRequest(table, configuration: request.configuration, overrides: request.overrides))
      for index in reply.reports.indices { _ = try worker.make(index, as: .pdf) }
      return nil
    } catch {
      return error.isDeath ? error : nil
    }
  }
}

extension WorkFailure {
  /// Whether it was the end of a process and no answer of one.
  fileprivate var isDeath: Bool {
    diagnostics.contains { diagnostic in WorkerDeath.codes.contains { $0.rawValue == diagnostic.code } }
  }
}
