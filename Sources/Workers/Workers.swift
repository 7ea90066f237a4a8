import Dispatch
import Synchronization

/// How many threads may work side by side on one thing made of independent pieces. What comes out never depends on
/// their number.
public struct Workers: Hashable, Sendable {
  public let count: Int

  /// - Parameter count: at least 1; 1 does everything on the caller's thread.
  public init(_ count: Int) { self.count = max(1, count) }

  public static let one = Workers(1)

  /// The results for 0 ..< `count`, in order.
  public func map<T: Sendable>(_ count: Int, _ make: @escaping @Sendable (Int) -> T) -> [T] {
    var results: [T] = []
    results.reserveCapacity(count)
    forEach(count, make: make) { results.append($0) }
    return results
  }

  /// Both results.
  public func both<A: Sendable, B: Sendable>(_ a: @Sendable () -> A, _ b: @Sendable () -> B) -> (A, B) {
    guard count > 1 else { return (a(), b()) }
    let (first, second) = (Monitor<A?>(nil), Monitor<B?>(nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = a()
        first.withLock { $0 = result }
      } else {
        let result = b()
        second.withLock { $0 = result }
      }
    }
    guard let a = first.withLock({ $0 }), let b = second.withLock({ $0 }) else { preconditionFailure("both have run") }
    return (a, b)
  }

  /// Makes the results for 0 ..< `count` and hands them on in order, one at a time, as soon as their turn comes.
  public func forEach<T: Sendable>(_ count: Int, make: @Sendable (Int) -> T, take: (T) -> Void) {
    guard self.count > 1, count > 1 else {
      for index in 0..<count { take(make(index)) }
      return
    }
    let next = Atomic(0)
    let queue = Monitor(InOrder<T>())
    // `take` runs under the lock only, never twice at once.
    nonisolated(unsafe) let take = take
    DispatchQueue.concurrentPerform(iterations: min(self.count, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = make(index)
        queue.withLock { $0.add(result, index, take) }
      }
    }
  }
}

/// Results that wait for those before them.
private struct InOrder<T: Sendable> {
  private var waiting: [Int: T] = [:]
  private var next = 0

  mutating func add(_ result: T, _ index: Int, _ take: (T) -> Void) {
    waiting[index] = result
    while let result = waiting.removeValue(forKey: next) {
      take(result)
      next += 1
    }
  }
}
