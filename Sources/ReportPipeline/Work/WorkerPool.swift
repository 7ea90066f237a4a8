import Workers

/// A number of workers, for whoever has inputs from outside and no order to keep: `informe watch`, a server. Each input is
/// read and made by one worker, which has limits and may die alone:
///
///     let pool = WorkerPool(count: 2)
///     let pdf = try pool.withWorker { worker throws(WorkFailure) in
///       let reply = try worker.read(ReadRequest(.bytes(upload, name: "tabla.xlsx")))
///       return try worker.make(0, as: .pdf)
///     }
///
/// The program that runs must call `WorkerService.serveIfAsked` before anything else.
public final class WorkerPool: Sendable {
  private let state: Monitor<State>

  private struct State {
    var free: [WorkerProcess]
    /// Numbers of those who wait, given and called in order.
    var lastNumber = 0
    var called = 0
  }

  /// - Parameter count: workers at once; not more than processors makes sense.
  public init(count: Int, limits: WorkLimits = WorkLimits(), program: WorkerProgram = .this) {
    let workers = (0..<max(1, count)).map { _ in
      WorkerProcess(limits: limits, program: program, inheritsFiles: false)
    }
    state = Monitor(State(free: workers))
  }

  /// Those who wait for a worker.
  public var waiting: Int { state.withLock { $0.lastNumber - $0.called } }

  /// Waits until a worker is free, first come, first served, and has it to itself meanwhile.
  public func withWorker<Value, Failure: Error>(
    _ body: (WorkerProcess) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let number = state.withLock { state in
      defer { state.lastNumber += 1 }
      return state.lastNumber
    }
    let worker = state.change(
      when: { $0.called == number && !$0.free.isEmpty },
      by: { state in
        state.called += 1
        return state.free.removeLast()
      })
    defer { state.change { $0.free.append(worker) } }
    return try body(worker)
  }

  /// The same for code that must not block its thread.
  public func withWorker<Value: Sendable>(
    _ body: @escaping @Sendable (WorkerProcess) -> Value
  ) async -> Value? {
    await withCheckedContinuation { continuation in
      let isBegun = Threads.detach { [self] in continuation.resume(returning: withWorker(body) as Value) }
      if !isBegun { continuation.resume(returning: nil) }
    }
  }
}
