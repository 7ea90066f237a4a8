import Glibc

/// Messages between a process and its worker, over one socket: each is led by its length in eight bytes.
struct WorkerChannel: Sendable {
  let descriptor: Int32

  /// No message is longer: it holds an input or a report at most, of which each has limits of its own.
  private static let longest = 1 << 30

  enum Ending: Error {
    /// The other side is gone, or says what makes no sense.
    case closed
    /// Nothing came before the deadline, and the process did not compute either.
    case late
  }

  func send(_ message: [UInt8]) throws(Ending) {
    var writer = WireWriter()
    writer.put(message)
    var rest = writer.bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .closed }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits for ever.
  func receive() throws(Ending) -> [UInt8] {
    var never: WorkerDeadline?
    return try receive(by: &never)
  }

  /// - Parameter deadline: nil waits for ever.
  func receive(by deadline: inout WorkerDeadline?) throws(Ending) -> [UInt8] {
    let head = try take(8, &deadline)
    let count = head.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    guard count <= WorkerChannel.longest else { throw .closed }
    return try take(Int(count), &deadline)
  }

  private func take(_ count: Int, _ deadline: inout WorkerDeadline?) throws(Ending) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, 1 << 20))
    while bytes.count < count {
      try wait(until: &deadline)
      let wanted = min(count - bytes.count, 1 << 18)
      var received = 0
      let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
        received = Glibc.read(descriptor, buffer.baseAddress, wanted)
        initialized = max(0, received)
      }
      if received < 0, errno == EINTR { continue }
      guard received > 0 else { throw .closed }
      bytes += piece
    }
    return bytes
  }

  private func wait(until deadline: inout WorkerDeadline?) throws(Ending) {
    while let end = deadline?.end {
      let left = end - ContinuousClock.now
      guard left > .zero else {
        guard deadline?.extend() == true else { throw .late }
        continue
      }
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
      let count = poll(&waited, 1, Int32(clamping: milliseconds))
      if count > 0 { return }
    }
  }
}
