import ReportPipeline
import Testing
import Workers

@Suite struct OrderedWorkTests {
  /// Early jobs take longest, so that with several workers they end last.
  static func spin(_ index: Int, of count: Int) -> Int {
    (0..<(count - index) * 20).reduce(0) { ($0 &* 31) &+ $1 }
  }

  @Test(arguments: [0, 1, 2, 7, 600], [1, 2, 8])
  func deliversEachInOrder(_ count: Int, _ workers: Int) {
    let delivered = Monitor<[Int]>([])
    OrderedWork<Int>(count: count).run(workers: workers) { index, _ in
      _ = Self.spin(index, of: count)
      return index * 10
    } deliver: { index, outcome in
      #expect(outcome == index * 10)
      delivered.withLock { $0.append(index) }
    }
    #expect(delivered.withLock { $0 } == Array(0..<count))
  }

  /// Some jobs end without their turn, as those of unreadable inputs do.
  @Test(arguments: [1, 2, 8])
  func turnsComeInOrder(_ workers: Int) {
    let count = 300
    let turns = Monitor<[Int]>([])
    let work = OrderedWork<Void>(count: count)
    work.run(workers: workers) { index, _ in
      _ = Self.spin(index, of: count)
      if index % 3 != 0 { work.inTurn(index) { turns.withLock { $0.append(index) } } }
    } deliver: { _, _ in
    }
    #expect(turns.withLock { $0 } == (0..<count).filter { $0 % 3 != 0 })
  }

  /// The first job ends only when as many others have as may: so what is kept of them is bounded.
  @Test func doesNotRunFarAhead() {
    let begun = Monitor(0)
    let mostBegun = Monitor(0)
    let work = OrderedWork<Int>(count: 1000)
    work.run(workers: 3) { index, _ in
      let now = begun.withLock { begun in
        begun += 1
        return begun
      }
      if index == 0 { while begun.withLock({ $0 }) < 256 {} }
      mostBegun.withLock { if index < 256 { $0 = max($0, now) } }
      return index
    } deliver: { index, _ in
      if index == 0 { mostBegun.withLock { $0 = max($0, begun.withLock { $0 }) } }
    }
    #expect(mostBegun.withLock { $0 } == 256)
  }

  @Test(arguments: [1, 4])
  func stopsAndGivesWhatIsFinished(_ workers: Int) {
    let delivered = Monitor<[Int]>([])
    let left = Monitor<[Int]>([])
    let work = OrderedWork<Int>(count: 100)
    work.run(workers: workers) { index, _ in
      if index == 10 { left.withLock { $0 = work.stop().keys.sorted() } }
      return index
    } deliver: { index, _ in
      delivered.withLock { $0.append(index) }
    }
    let (first, rest) = (delivered.withLock { $0 }, left.withLock { $0 })
    #expect(first == Array(0..<first.count) && first.count <= 10)
    #expect(rest.allSatisfy { $0 >= first.count && $0 < 100 })
    if workers == 1 { #expect(first == Array(0..<10) && rest.isEmpty) }
  }
}
