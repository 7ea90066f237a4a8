import Dispatch
import Synchronization

/// Says on a terminal what is being done, once that takes longer than a second; wiped when it is over.
final class Progress: Sendable {
  private let state = Mutex<State>(State())
  /// Dispatch objects may be used from any thread; their protocols do not say so.
  nonisolated(unsafe) private let timer: any DispatchSourceTimer

  private struct State {
    var stage = ""
    var shown = false
  }

  /// nil where nobody looks: no terminal, or `--quiet`.
  init?(quiet: Bool) {
    guard !quiet, Terminal.errorIsTerminal else { return nil }
    let source = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer = source
    source.schedule(deadline: .now() + 1, repeating: 0.2)
    source.setEventHandler { [weak self] in self?.show() }
    source.resume()
  }

  deinit { timer.cancel() }

  func begin(_ stage: String) { state.withLock { $0.stage = stage } }

  /// Clears the line before something else is printed.
  func clear() {
    state.withLock { state in
      if state.shown { Terminal.write("\r\u{1B}[K", to: .error) }
      state.shown = false
    }
  }

  private func show() {
    state.withLock { state in
      Terminal.write("\r\u{1B}[K\(state.stage)", to: .error)
      state.shown = true
    }
  }
}
