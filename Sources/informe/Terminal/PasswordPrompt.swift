import Glibc
import ReportPipeline
import Signing

/// Asks for a password on the terminal, whatever the standard streams are, without showing it.
enum PasswordPrompt {
  /// nil where there is no terminal.
  static func ask(_ question: String) -> Secret? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var old = termios()
    guard tcgetattr(terminal, &old) == 0 else { return nil }
    var hidden = old
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    defer { tcsetattr(terminal, TCSAFLUSH, &old) }
    write(question, to: terminal)
    let secret = Secret(capacity: 1024)
    var byte: UInt8 = 0
    while true {
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      secret.append(byte)
    }
    explicit_bzero(&byte, 1)
    write("\n", to: terminal)
    return secret
  }

  private static func write(_ text: String, to terminal: Int32) {
    let bytes = Array(text.visible.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }
}
