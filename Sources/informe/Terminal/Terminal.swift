import Glibc
import ReportPipeline
import Workers

/// Writes to the standard streams. Names and texts come from strangers' files, so only whole lines of visible characters are
/// written; what the work has earned is not lost because nobody reads of it.
enum Terminal {
  enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  /// Each as a line of its own, whatever is in it.
  static func print(_ lines: [String], to stream: Stream = .output) {
    write(lines.map { $0.visible + "\n" }.joined(), to: stream)
  }

  static func print(_ line: String, to stream: Stream = .output) { print([line], to: stream) }

  static func write(_ text: String, to stream: Stream) { write(Array(text.utf8), to: stream) }

  static func write(_ bytes: [UInt8], to stream: Stream) {
    guard loss(of: stream) == nil else { return }
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        return losses.withLock { $0[stream.rawValue] = code }
      }
      bytes = bytes.dropFirst(count)
    }
  }

  private static let losses = Monitor<[Int32: Int32]>([:])

  /// The system's error since which nothing more is written; nil while all is. `EPIPE`: the reader has gone away.
  static func loss(of stream: Stream) -> Int32? { losses.withLock { $0[stream.rawValue] } }

  /// Of the terminal behind standard error; 80 where it does not tell.
  static var errorColumns: Int {
    var size = winsize()
    guard ioctl(Stream.error.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static var errorIsTerminal: Bool { isatty(Stream.error.rawValue) == 1 }
}
