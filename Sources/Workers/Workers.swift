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

  /// The results for some elements, in order; each worker takes a stretch of them.
  public func map<Element: Sendable, T: Sendable>(
    of elements: [Element], _ make: @escaping @Sendable (Element) -> T
  ) -> [T] {
    let stretch = max(1, (elements.count + count - 1) / count)
    let starts = Array(stride(from: 0, to: elements.count, by: stretch))
    return map(starts.count) { index in
      elements[starts[index]..<min(starts[index] + stretch, elements.count)].map(make)
    }.flatMap { $0 }
  }

  /// Both results.
  public func both<A: Sendable, B: Sendable>(
    _ a: @escaping @Sendable () -> A, _ b: @escaping @Sendable () -> B
  ) -> (A, B) {
    var results: (a: A?, b: B?)
    forEach(2) { index in
      index == 0 ? Either.a(a()) : .b(b())
    } take: { result in
      switch result {
      case .a(let result): results.a = result
      case .b(let result): results.b = result
      }
    }
    guard let a = results.a, let b = results.b else { preconditionFailure("both have run") }
    return (a, b)
  }

  /// Makes the results for 0 ..< `count` and hands them on in order, one at a time, as soon as their turn comes.
  public func forEach<T: Sendable>(_ count: Int, make: @escaping @Sendable (Int) -> T, take: (T) -> Void) {
    guard self.count > 1, count > 1 else {
      for index in 0..<count { take(make(index)) }
      return
    }
    let next = Monitor(0)
    let queue = Monitor(InOrder<T>())
    withoutActuallyEscaping(take) { take in
      // It runs under the lock only, never twice at once.
      nonisolated(unsafe) let take = take
      Threads.run(min(self.count, count)) { _ in
        while true {
          let index = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard index < count else { return }
          let result = make(index)
          queue.withLock { $0.add(result, index, take) }
        }
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

private enum Either<A: Sendable, B: Sendable>: Sendable {
  case a(A)
  case b(B)
}
