import Hummingbird
import Workers

/// Takes in what is sent, within limits: by what a request says of its length, by the bytes that come, and by all that is
/// held at once, answers nobody has taken yet among it.
final class Intake: Sendable {
  enum Refusal: Error {
    case tooLarge
    /// There is no room now.
    case full
  }

  /// Bytes of a request.
  let largest: Int
  /// Bytes of all requests that are being taken in or worked on, and of their answers.
  private let room: Int
  private let taken = Monitor(0)

  init(largest: Int = 32 << 20, room: Int = 256 << 20) {
    self.largest = largest
    self.room = room
  }

  /// The whole body, of which `hold` counts the bytes.
  func body(of request: Request, _ hold: Hold) async throws -> [UInt8] {
    let length = request.headers[.contentLength].flatMap(Int.init) ?? 0
    guard length <= largest else { throw Refusal.tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length)
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= largest else { throw Refusal.tooLarge }
      try hold.take(buffer.readableBytes)
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return bytes
  }

  /// Bytes that are held for somebody, counted until nobody has this any more.
  final class Hold: Sendable {
    private let intake: Intake
    private let count = Monitor(0)

    init(_ intake: Intake) { self.intake = intake }

    deinit {
      let count = count.withLock { $0 }
      intake.taken.withLock { $0 -= count }
    }

    func take(_ more: Int) throws(Refusal) {
      let isTaken = intake.taken.withLock { taken in
        guard taken + more <= intake.room else { return false }
        taken += more
        return true
      }
      guard isTaken else { throw .full }
      count.withLock { $0 += more }
    }
  }
}

extension Response {
  /// The same, counted by `hold` until it is taken or its connection is gone.
  func held(by hold: Intake.Hold) throws(Intake.Refusal) -> Response {
    let body = body
    try hold.take(body.contentLength ?? 0)
    return Response(
      status: status, headers: headers,
      body: ResponseBody(contentLength: body.contentLength) { writer in
        try await body.write(writer)
        withExtendedLifetime(hold) {}
      })
  }
}
