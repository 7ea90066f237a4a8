import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Workers

/// How long a connection may be in each state, in seconds.
struct Patience: Sendable {
  /// Until a request's head is whole: for the slow, and for those who only keep a connection.
  var waiting = 15
  /// Until a request's body is whole.
  var receiving = 60
  /// Until the answer begins, with the time in the queue.
  var answering = 300
  /// Until the answer is taken.
  var taking = 60
  /// For the rest of a body that nobody wants any more, so that the sender reads why.
  var leaving = 2
}

/// All connections, of which there is a greatest number: when one more comes, another is closed. Of those that have
/// nothing going on it is the one that has said nothing for the longest time; where there is none, the one that has been
/// sending for the longest time, and last the one that takes its answer slowest. Who waits for a worker is never closed, and
/// those are few. So those who hold thousands keep nobody out.
final class Connections: Sendable {
  /// What a connection is closed in, in this order.
  enum Stage: Int, Comparable {
    case silent
    case receiving
    case taking

    static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  private let most: Int
  private let state = Monitor(State())

  private struct State {
    var open = 0
    /// Those that may be closed, by the number of when they began to be in their stage.
    var closable: [ObjectIdentifier: (stage: Stage, number: Int, channel: any Channel)] = [:]
    var lastNumber = 0
    /// To be done when a connection closes.
    var duties: [ObjectIdentifier: @Sendable () -> Void] = [:]
  }

  init(most: Int) { self.most = most }

  func opened() {
    let superfluous: (any Channel)? = state.withLock { state in
      state.open += 1
      guard state.open > most,
        let first = state.closable.min(by: { ($0.value.stage, $0.value.number) < ($1.value.stage, $1.value.number) })
      else { return nil }
      state.closable[first.key] = nil
      return first.value.channel
    }
    superfluous?.close(promise: nil)
  }

  func closed(_ channel: any Channel) {
    let duty = state.withLock { state in
      state.open -= 1
      state.closable[ObjectIdentifier(channel)] = nil
      return state.duties.removeValue(forKey: ObjectIdentifier(channel))
    }
    duty?()
  }

  /// Does `body`, and has what it does cancelled when the connection closes meanwhile.
  func whileOpen<Value: Sendable>(
    _ channel: any Channel, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task(operation: body)
    let key = ObjectIdentifier(channel)
    state.withLock { $0.duties[key] = { task.cancel() } }
    defer { state.withLock { $0.duties[key] = nil } }
    if !channel.isActive { task.cancel() }
    return try await task.value
  }

  /// - Parameter stage: nil for one that is worked for.
  func set(_ channel: any Channel, _ stage: Stage?) {
    state.withLock { state in
      state.lastNumber += 1
      state.closable[ObjectIdentifier(channel)] = stage.map { ($0, state.lastNumber, channel) }
    }
  }
}

/// Ends a connection that takes longer than it may in the state it is in. A byte now and then does not lengthen anything.
///
/// Nor may it ask for many things at once without waiting for answers: no browser does, and each request takes many times
/// its length in memory until it is its turn.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  static let mostAtOnce = 8

  private let connections: Connections
  private let patience: Patience
  private var isReading = false
  /// Requests begun, without an answer as yet.
  private var unanswered = 0
  /// Answers begun, and not taken as yet.
  private var untaken = 0
  /// It asked for too much at once, and is not listened to any more.
  private var isOver = false
  private var deadline: Scheduled<Void>?
  private var isOpen = false

  init(_ connections: Connections, _ patience: Patience = Patience()) {
    self.connections = connections
    self.patience = patience
  }

  func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { open(context) } }

  func channelActive(context: ChannelHandlerContext) {
    open(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    if isOpen { connections.closed(context.channel) }
    isOpen = false
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    switch unwrapInboundIn(data) {
    case .head where unanswered == ConnectionGuard.mostAtOnce:
      isOver = true
      return context.close(promise: nil)
    case .head:
      (isReading, unanswered) = (true, unanswered + 1)
      enterStage(context)
    case .body: break
    case .end:
      isReading = false
      enterStage(context)
    }
    context.fireChannelRead(data)
  }

  /// The other side has closed. Where it waits for an answer it does not want it any more: no browser closes its half only.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent, !isReading, unanswered > untaken { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head:
      untaken += 1
      enterStage(context)
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end: writeEnd(context, data, promise)
    }
  }

  /// An answer counts as given once the system has taken all of it.
  private func writeEnd(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
    let written = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    written.futureResult.whenSuccess {
      let (guardian, context) = bound.value
      (guardian.unanswered, guardian.untaken) = (guardian.unanswered - 1, guardian.untaken - 1)
      guardian.enterStage(context)
    }
    context.write(data, promise: written)
  }

  private func open(_ context: ChannelHandlerContext) {
    guard !isOpen else { return }
    isOpen = true
    connections.opened()
    enterStage(context)
  }

  private func enterStage(_ context: ChannelHandlerContext) {
    guard isOpen else { return }
    let (stage, seconds) = stage
    connections.set(context.channel, stage)
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
  }

  /// And the seconds it may last. What is being sent counts first: an answer to it says only that it is not wanted.
  private var stage: (Connections.Stage?, Int) {
    if isReading { return (.receiving, unanswered > 0 ? patience.receiving : patience.leaving) }
    if untaken > 0 { return (.taking, patience.taking) }
    return unanswered > 0 ? (nil, patience.answering) : (.silent, patience.waiting)
  }
}
