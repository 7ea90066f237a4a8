import Testing
import Workers

/// Pieces done side by side come out as if done one after another.
struct WorkersTests {
  static let counts = [1, 2, 3, 8]

  @Test(arguments: counts, [0, 1, 2, 7, 100])
  func resultsAreInOrder(_ workers: Int, _ pieces: Int) {
    #expect(Workers(workers).map(pieces) { $0 * $0 } == (0..<pieces).map { $0 * $0 })
    #expect(Workers(workers).map(of: Array(0..<pieces)) { -$0 } == (0..<pieces).map { -$0 })
  }

  @Test(arguments: counts)
  func takesOneAtATimeInOrder(_ workers: Int) {
    var taken: [Int] = []
    Workers(workers).forEach(50, make: { $0 }, take: { taken.append($0) })
    #expect(taken == Array(0..<50))
  }

  @Test(arguments: counts)
  func bothResults(_ workers: Int) {
    let (number, text) = Workers(workers).both {
      42
    } _: {
      "cuarenta y dos"
    }
    #expect(number == 42 && text == "cuarenta y dos")
  }

  /// Workers within workers, as a report's parts within a batch.
  @Test func workersMayHaveWorkers() {
    let sums = Workers(3).map(5) { outer in Workers(2).map(4) { outer * $0 }.reduce(0, +) }
    #expect(sums == [0, 6, 12, 18, 24])
  }

  /// Two that wait for one another end only if they run at once.
  @Test func bothRunAtOnce() {
    let reached = Monitor(0)
    let meet: @Sendable () -> Bool = {
      reached.change(by: { $0 += 1 })
      reached.wait { $0 == 2 }
      return true
    }
    #expect(Workers(2).both(meet, meet) == (true, true))
  }
}
