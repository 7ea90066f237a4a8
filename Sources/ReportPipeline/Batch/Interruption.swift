import Glibc
import Workers

/// Signals that ask the program to end: the interrupt key, `kill`, the closing of the terminal.
public enum Interruption {
  /// Calls `end` once one of them comes, on a thread of its own. Call before other threads begin: they must inherit that
  /// the signals are blocked. One that the caller set to be ignored (`nohup`) stays ignored.
  public static func watch(_ end: @escaping @Sendable (Int32) -> Never) {
    let wanted = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in wanted { sigaddset(&signals, signal) }
    guard !wanted.isEmpty, pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    let set = signals
    let thread = Threads.begin {
      var (signals, signal) = (set, Int32(0))
      while sigwait(&signals, &signal) != 0 {}
      end(signal)
    }
    // Without the thread nobody would take them: the system's own way of ending is better than none.
    if thread == nil { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
