import Dispatch
import ReportPipeline
import Workers

/// Says on a terminal how far the work is. A batch shows a bar that grows with each input; a single input what is being
/// done to it, once that takes longer than a second. Wiped when it is over.
final class Progress: Sendable {
  private let total: Int
  private let state = Monitor<State>(State())
  /// Dispatch objects may be used from any thread; their protocols do not say so.
  nonisolated(unsafe) private let timer: (any DispatchSourceTimer)?

  private struct State {
    var stage = ""
    var done = 0
    var isShown = false
    var isOver = false
  }

  /// nil where nobody looks: no terminal, or `--quiet`.
  init?(quiet: Bool, total: Int) {
    guard !quiet, Terminal.errorIsTerminal else { return nil }
    self.total = total
    guard total == 1 else {
      timer = nil
      return
    }
    let source = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer = source
    source.schedule(deadline: .now() + 1, repeating: 0.2)
    source.setEventHandler { [weak self] in self?.show() }
    source.resume()
  }

  deinit { timer?.cancel() }

  func begin(_ stage: String) { state.withLock { $0.stage = stage } }

  /// An input is done.
  func advance() {
    state.withLock { $0.done += 1 }
    if total > 1 { show() }
  }

  func end() {
    state.withLock { state in
      clear(&state)
      state.isOver = true
    }
  }

  /// Runs `body`, which prints, with nothing of ours in its line.
  static func pausing(_ progress: Progress?, _ body: () -> Void) {
    guard let progress else { return body() }
    progress.state.withLock { state in
      progress.clear(&state)
      body()
    }
    if progress.total > 1 { progress.show() }
  }

  private func clear(_ state: inout State) {
    if state.isShown { Terminal.write("\r\u{1B}[K", to: .error) }
    state.isShown = false
  }

  private func show() {
    state.withLock { state in
      guard !state.isOver else { return }
      let text = total == 1 ? state.stage.visible : Progress.bar(state.done, of: total)
      Terminal.write("\r\u{1B}[K" + text.prefix(max(0, Terminal.errorColumns - 1)), to: .error)
      state.isShown = true
    }
  }

  /// `[########            ] 40/100`
  private static func bar(_ done: Int, of total: Int) -> String {
    let width = 40
    let filled = width * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    return "[\(bar)] \(done)/\(total)"
  }
}
