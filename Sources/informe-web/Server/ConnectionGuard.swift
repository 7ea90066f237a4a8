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
  /// Until the answer is taken, with the time in the queue.
  var answering = 300
  /// For the rest of a body that nobody wants any more, so that the sender reads why.
  var leaving = 2
}

/// All connections, of which there is a greatest number: when one more comes, the one that has said nothing for the longest
/// time is closed. So those who hold thousands without a word keep nobody out.
final class Connections: Sendable {
  private let most: Int
  private let state = Monitor(State())

  private struct State {
    var open = 0
    /// Those that ask for nothing, by the number of when they began to.
    var silent: [ObjectIdentifier: (number: Int, channel: any Channel)] = [:]
    var lastNumber = 0
  }

  init(most: Int) { self.most = most }

  func opened() {
    let superfluous: (any Channel)? = state.withLock { state in
      state.open += 1
      guard state.open > most, let first = state.silent.min(by: { $0.value.number < $1.value.number }) else {
        return nil
      }
      state.silent[first.key] = nil
      return first.value.channel
    }
    superfluous?.close(promise: nil)
  }

  func closed(_ channel: any Channel) {
    state.withLock { state in
      state.open -= 1
      state.silent[ObjectIdentifier(channel)] = nil
    }
  }

  func set(_ channel: any Channel, isSilent: Bool) {
    state.withLock { state in
      state.lastNumber += 1
      state.silent[ObjectIdentifier(channel)] = isSilent ? (state.lastNumber, channel) : nil
    }
  }
}

/// Ends a connection that takes longer than it may in the state it is in. A byte now and then does not lengthen anything.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let connections: Connections
  private let patience: Patience
  private var isReading = false
  /// Requests begun, without an answer as yet.
  private var unanswered = 0
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
    switch unwrapInboundIn(data) {
    case .head:
      (isReading, unanswered) = (true, unanswered + 1)
      setDeadline(context)
    case .body: break
    case .end:
      isReading = false
      setDeadline(context)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    // An answer counts as given once the system has taken all of it.
    let written = promise ?? context.eventLoop.makePromise()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    written.futureResult.whenSuccess {
      let (guardian, context) = bound.value
      guardian.unanswered -= 1
      guardian.setDeadline(context)
    }
    context.write(data, promise: written)
  }

  private func open(_ context: ChannelHandlerContext) {
    guard !isOpen else { return }
    isOpen = true
    connections.opened()
    setDeadline(context)
  }

  private func setDeadline(_ context: ChannelHandlerContext) {
    guard isOpen else { return }
    let isSilent = !isReading && unanswered == 0
    connections.set(context.channel, isSilent: isSilent)
    let seconds =
      isSilent
      ? patience.waiting : !isReading ? patience.answering : unanswered > 0 ? patience.receiving : patience.leaving
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
  }
}
