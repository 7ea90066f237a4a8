import Glibc

/// Writes to the standard streams, whole or not at all: a closed pipe ends the program quietly.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  static func print(_ text: String, to stream: Stream = .output) { write(text + "\n", to: stream) }

  static func write(_ text: String, to stream: Stream) { write(Array(text.utf8), to: stream) }

  static func write(_ bytes: [UInt8], to stream: Stream) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(errno == EPIPE ? 0 : ExitStatus.transfer.rawValue) }
      bytes = bytes.dropFirst(count)
    }
  }

  static var errorIsTerminal: Bool { isatty(Stream.error.rawValue) == 1 }
}
