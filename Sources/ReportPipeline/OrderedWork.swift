import Workers

/// A numbered list of jobs, done by several threads at once, whose outcomes are handed over in the list's order: what a
/// batch says does not depend on how many work at it, or on who is faster.
///
/// Jobs begin in order. One that must decide something in the list's order (who gets a name) does it in its turn.
public final class OrderedWork<Outcome: Sendable>: Sendable {
  private let count: Int
  private let state = Monitor(State())

  private struct State: Sendable {
    var begun = 0
    /// The first job whose turn is not over, and later ones that ended without taking theirs.
    var turn = 0
    var past: Set<Int> = []
    /// Done, waiting for an earlier one.
    var finished: [Int: Outcome] = [:]
    var delivered = 0
    var isStopped = false

    mutating func pass(_ index: Int) {
      past.insert(index)
      while past.remove(turn) != nil { turn += 1 }
    }
  }

  /// - Parameter count: jobs are numbered from 0 up to this.
  public init(count: Int) { self.count = count }

  /// Jobs that may be begun before the first of them is handed over. It bounds what is kept of finished jobs.
  private static var lead: Int { 256 }

  /// - Parameters:
  ///   - workers: jobs in flight at most.
  ///   - job: called on any thread, with its number and that of the worker, from 0; a worker does one job at a time.
  ///   - deliver: called in order, never by two threads at once.
  public func run(
    workers: Int, job: @escaping @Sendable (Int, Int) -> Outcome, deliver: @escaping @Sendable (Int, Outcome) -> Void
  ) {
    Threads.run(min(workers, count)) { [self] worker in
      while let index = begin() { finish(index, job(index, worker), deliver) }
    }
  }

  /// Runs `body` when every earlier job has had its turn or has ended. Once a job at most.
  public func inTurn<Result>(_ index: Int, _ body: () -> Result) -> Result {
    state.wait { $0.turn == index }
    defer { state.change { $0.pass(index) } }
    return body()
  }

  /// Ends the handing over and gives what is finished but not handed over, by number. Jobs in flight go on; no other
  /// begins.
  public func stop() -> [Int: Outcome] {
    state.change { state in
      state.isStopped = true
      defer { state.finished = [:] }
      return state.finished
    }
  }

  private func begin() -> Int? {
    state.change(
      when: mayBegin,
      by: { state in
        guard !state.isStopped, state.begun < count else { return nil }
        defer { state.begun += 1 }
        return state.begun
      })
  }

  /// Or need not wait, since there is nothing to begin.
  private func mayBegin(_ state: State) -> Bool {
    state.isStopped || state.begun == count || state.begun - state.delivered < Self.lead
  }

  private func finish(_ index: Int, _ outcome: Outcome, _ deliver: (Int, Outcome) -> Void) {
    state.change { state in
      state.finished[index] = outcome
      if index >= state.turn { state.pass(index) }
      while !state.isStopped, let next = state.finished.removeValue(forKey: state.delivered) {
        deliver(state.delivered, next)
        state.delivered += 1
      }
    }
  }
}
