import Testing
import Workers

struct ThreadsTests {
  @Test func bothValuesComeInTheirPlaces() {
    let (first, second) = Threads.both({ 1 }, { "two" })
    #expect(first == 1)
    #expect(second == "two")
  }

  /// Each waits for the other to have begun.
  @Test func bothRunAtOnce() {
    let begun = Monitor(0)
    let meet: @Sendable () -> Int = {
      begun.change { $0 += 1 }
      begun.wait { $0 == 2 }
      return begun.withLock { $0 }
    }
    let (first, second) = Threads.both(meet, meet)
    #expect(first == 2 && second == 2)
  }
}
