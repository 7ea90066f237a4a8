/// Who may use a worker, in the order of their coming, and who comes next. A place is asked for by the ticket that the one
/// who waits has chosen.
actor WaitingRoom {
  /// There are too many already.
  struct Full: Error {}

  private let workers: Int
  private let seats: Int
  private var working = 0
  private var waiting: [(ticket: String, turn: CheckedContinuation<Void, any Error>, number: Int)] = []
  private var lastNumber = 0

  /// - Parameters:
  ///   - workers: those at work at once.
  ///   - seats: those who may wait.
  init(workers: Int, seats: Int) {
    self.workers = workers
    self.seats = seats
  }

  var isIdle: Bool { working == 0 && waiting.isEmpty }

  /// How many come before whoever has this ticket, and it: 1 is the next; nil who does not wait.
  func place(of ticket: String) -> Int? { waiting.firstIndex { $0.ticket == ticket }.map { $0 + 1 } }

  /// Does `body` when it is its turn.
  /// - Throws: `Full`, or that the one who waits has gone.
  func takeTurn<Value: Sendable>(_ ticket: String, _ body: @Sendable () async -> Value) async throws -> Value {
    try await enter(ticket)
    defer { leave() }
    return await body()
  }

  private func enter(_ ticket: String) async throws {
    if working < workers {
      working += 1
      return
    }
    guard waiting.count < seats else { throw Full() }
    lastNumber += 1
    let number = lastNumber
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (turn: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return turn.resume(throwing: CancellationError()) }
        waiting.append((ticket, turn, number))
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
  }

  private func giveUp(_ number: Int) {
    guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
    waiting.remove(at: index).turn.resume(throwing: CancellationError())
  }

  /// The one who leaves hands the worker to the next.
  private func leave() {
    if waiting.isEmpty { working -= 1 } else { waiting.removeFirst().turn.resume() }
  }
}
