/// Elements on their way from the thread that makes them to the one that takes them, in order, a few at a time.
public final class BoundedQueue<Element: Sendable>: Sendable {
  private let capacity: Int
  private let state = Monitor(State())

  private struct State: Sendable {
    var elements: [Element] = []
    /// Nothing is put in any more.
    var isComplete = false
    /// Nothing is taken out any more.
    var isClosed = false
  }

  /// - Parameter capacity: whoever makes more waits until some are taken.
  public init(capacity: Int) { self.capacity = capacity }

  /// Fills the queue from a thread of its own, or before it returns where the system has no thread to give, then without
  /// bound.
  /// - Parameter make: puts elements in by what it is given, which tells whether anyone still wants them.
  public func fill(_ make: @escaping @Sendable ((Element) -> Bool) -> Void) {
    let isBeside = Threads.detach { [self] in
      make { put($0, atMost: capacity) }
      complete()
    }
    if isBeside { return }
    make { put($0, atMost: .max) }
    complete()
  }

  private func put(_ element: Element, atMost bound: Int) -> Bool {
    state.change(
      when: { $0.elements.count < bound || $0.isClosed },
      by: { state in
        if !state.isClosed { state.elements.append(element) }
        return !state.isClosed
      })
  }

  private func complete() { state.change { $0.isComplete = true } }

  /// The next element, once it is there; nil after the last.
  public func next() -> Element? {
    state.change(
      when: { !$0.elements.isEmpty || $0.isComplete || $0.isClosed },
      by: { $0.isClosed || $0.elements.isEmpty ? nil : $0.elements.removeFirst() })
  }

  /// Tells the maker that nothing more is wanted.
  public func close() {
    state.change { state in
      state.isClosed = true
      state.elements = []
    }
  }
}
