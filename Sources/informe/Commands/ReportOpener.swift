import Glibc
import Workers

/// Opens the first report that was made in the program that the desktop has for it.
final class ReportOpener: Sendable {
  private let first = Monitor<String?>(nil)

  func made(_ path: String) { first.withLock { $0 = $0 ?? path } }

  /// Where there is no desktop nothing is opened, and the report is there all the same.
  func open() {
    guard let path = first.withLock({ $0 }) else { return }
    // A name that begins with a dash would be an option.
    let arguments: [String] = ["xdg-open", path.hasPrefix("-") ? "./" + path : path]
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    // What it says of its desktop is nothing about the report.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    var process: pid_t = 0
    if posix_spawnp(&process, "xdg-open", &actions, nil, words + [nil], environ) == 0 {
      while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }
  }
}
