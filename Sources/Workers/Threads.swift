public import Glibc

/// Threads of the system. A pool that grows and shrinks with the cores, such as Dispatch's, would not keep to a number
/// of workers, and work here may block.
public enum Threads {
  /// Runs `body` on `count` threads at once, numbered from 0, the calling one among them, and returns when all have
  /// ended. Where the system gives fewer threads, fewer run.
  public static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let others = (1..<max(1, count)).compactMap { number in begin { body(number) } }
    body(0)
    for thread in others { pthread_join(thread, nil) }
  }

  /// Two values, each worked out on a thread of its own; one after the other where the system gives no thread.
  public static func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let made = Monitor<Second?>(nil)
    let thread = begin {
      let value = second()
      made.withLock { $0 = value }
    }
    let value = first()
    if let thread { pthread_join(thread, nil) }
    return (value, made.withLock { $0 } ?? second())
  }

  /// Starts a thread that nobody waits for.
  /// - Returns: whether the system has one to give.
  public static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = begin(body) else { return false }
    pthread_detach(thread)
    return true
  }

  /// Starts a thread; nil where the system has none to give.
  public static func begin(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let argument = Unmanaged.passRetained(Body(run: body))
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, argument.toOpaque())
    guard failed == 0 else {
      argument.release()
      return nil
    }
    return thread
  }

  /// Bytes; what the first thread usually has, so that no input is too deep for one thread and not for another.
  private static let stackSize = 8 << 20

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
