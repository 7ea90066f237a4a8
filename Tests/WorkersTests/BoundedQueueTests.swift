import Testing
import Workers

/// Elements pass from one thread to another in order, and neither waits for the other in vain.
struct BoundedQueueTests {
  @Test(arguments: [1, 2, 7], [0, 1, 2, 100])
  func takesAllInOrder(_ capacity: Int, _ count: Int) {
    let queue = BoundedQueue<Int>(capacity: capacity)
    queue.fill { put in for number in 0..<count where !put(number) { return } }
    var taken: [Int] = []
    while let number = queue.next() { taken.append(number) }
    #expect(taken == Array(0..<count))
    #expect(queue.next() == nil)
  }

  @Test func makesNoMoreThanItsCapacityAhead() {
    let queue = BoundedQueue<Int>(capacity: 3)
    let made = Monitor(0)
    queue.fill { put in
      for number in 0..<100 {
        made.change { $0 = number }
        guard put(number) else { return }
      }
    }
    made.wait { $0 == 3 }
    #expect(queue.next() == 0)
    made.wait { $0 == 4 }
    queue.close()
  }

  /// Whoever closes the queue ends the maker, too, even one that waits.
  @Test func makerStopsWhenClosed() {
    let queue = BoundedQueue<Int>(capacity: 1)
    let hasEnded = Monitor(false)
    queue.fill { put in
      while put(0) {}
      hasEnded.change { $0 = true }
    }
    _ = queue.next()
    queue.close()
    hasEnded.wait { $0 }
    #expect(queue.next() == nil)
  }
}
