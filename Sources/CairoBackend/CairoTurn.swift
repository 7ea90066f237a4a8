import Dispatch

/// The right to use Cairo, which one thread of a process has at a time.
///
/// Cairo 1.16 used by two threads at once can wait for itself for ever: one thread holds the cache of glyph pages and asks
/// for a scaled font, the other the reverse. So every use of Cairo, librsvg's included, holds the turn from its first call
/// to its last.
struct CairoTurn: ~Copyable {
  private static let turn = DispatchSemaphore(value: 1)

  /// Waits until no other thread uses Cairo.
  init() { CairoTurn.turn.wait() }

  /// Runs `body`, which uses Cairo.
  static func hold<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let turn = CairoTurn()
    let result: Result
    do throws(Failure) {
      result = try body()
    } catch {
      _ = consume turn
      throw error
    }
    _ = consume turn
    return result
  }

  deinit { CairoTurn.turn.signal() }
}
