import Glibc
import ReportPipeline

/// Writes to the standard streams, whole or not at all: a closed pipe ends the program quietly.
enum Terminal {
  enum Stream: Int32, Sendable {
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
      guard count > 0 else { end(errno == EPIPE ? .done : .transfer) }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Other threads may be at work: no file of theirs is cut off, and nothing they use is torn down under them.
  private static func end(_ status: ExitStatus) -> Never {
    AtomicFile.cease()
    _exit(status.rawValue)
  }

  /// Of the terminal behind standard error; 80 where it does not tell.
  static var errorColumns: Int {
    var size = winsize()
    guard ioctl(Stream.error.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static var errorIsTerminal: Bool { isatty(Stream.error.rawValue) == 1 }
}
