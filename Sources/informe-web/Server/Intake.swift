import Hummingbird
import Workers

/// Takes in what is sent, within limits: by what a request says of its length, by the bytes that come, and by those of all
/// requests at once.
final class Intake: Sendable {
  enum Refusal: Error {
    case tooLarge
    /// There is no room now.
    case full
  }

  /// Bytes of a request.
  let largest: Int
  /// Bytes of all requests that are being taken in or worked on.
  private let room: Int
  private let taken = Monitor(0)

  init(largest: Int = 32 << 20, room: Int = 256 << 20) {
    self.largest = largest
    self.room = room
  }

  /// Gives `use` the whole body, and forgets it after.
  func withBody<Value>(_ request: Request, _ use: ([UInt8]) async throws -> Value) async throws -> Value {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > largest { throw Refusal.tooLarge }
    var bytes: [UInt8] = []
    var held = 0
    defer { give(back: held) }
    for try await buffer in request.body {
      guard bytes.count + buffer.readableBytes <= largest else { throw Refusal.tooLarge }
      guard take(buffer.readableBytes) else { throw Refusal.full }
      held += buffer.readableBytes
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return try await use(bytes)
  }

  private func take(_ count: Int) -> Bool {
    taken.withLock { taken in
      guard taken + count <= room else { return false }
      taken += count
      return true
    }
  }

  private func give(back count: Int) { taken.withLock { $0 -= count } }
}
