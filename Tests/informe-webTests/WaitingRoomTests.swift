import Testing

@testable import informe_web

@Suite struct WaitingRoomTests {
  /// Waits until somebody has this ticket's place.
  static func place(_ ticket: String, _ place: Int, in room: WaitingRoom) async {
    while await room.place(of: ticket) != place { await Task.yield() }
  }

  @Test func firstComeFirstServed() async throws {
    let room = WaitingRoom(workers: 1, seats: 2)
    let (gate, opener) = AsyncStream<Void>.makeStream()
    let (order, teller) = AsyncStream<String>.makeStream()
    let first = Task { try await room.takeTurn("a") { for await _ in gate { break } } }
    while await room.isIdle { await Task.yield() }
    let others = try await ["b", "c"].enumerated().asyncMap { index, ticket in
      let task = Task { try await room.takeTurn(ticket) { _ = teller.yield(ticket) } }
      await Self.place(ticket, index + 1, in: room)
      return task
    }
    await #expect(throws: WaitingRoom.Full.self) { try await room.takeTurn("d") {} }
    opener.yield()
    try await first.value
    for other in others { try await other.value }
    teller.finish()
    var served: [String] = []
    for await ticket in order { served.append(ticket) }
    #expect(served == ["b", "c"])
    #expect(await room.isIdle)
  }

  @Test func whoLeavesIsNotWaitedFor() async throws {
    let room = WaitingRoom(workers: 1, seats: 2)
    let (gate, opener) = AsyncStream<Void>.makeStream()
    let first = Task { try await room.takeTurn("a") { for await _ in gate { break } } }
    while await room.isIdle { await Task.yield() }
    let second = Task { try await room.takeTurn("b") {} }
    await Self.place("b", 1, in: room)
    let third = Task { try await room.takeTurn("c") {} }
    await Self.place("c", 2, in: room)
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    await Self.place("c", 1, in: room)
    opener.yield()
    try await first.value
    try await third.value
    #expect(await room.isIdle)
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await body(element)) }
    return values
  }
}
