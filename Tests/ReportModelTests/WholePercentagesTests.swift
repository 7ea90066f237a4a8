import ReportModel
import Testing

@Suite struct WholePercentagesTests {
  @Test(arguments: [
    ([1, 1, 1], [34, 33, 33]), ([0, 0], [0, 0]), ([], []), ([7], [100]), ([1, 199], [1, 99]),
    ([3, 3, 1, 1], [38, 38, 12, 12]),
    ([402, 168, 30], [67, 28, 5]), ([5, 0, 5], [50, 0, 50]), ([2, 1, 3, 1], [29, 14, 43, 14]),
  ])
  func sharesOfCounts(_ counts: [Int], _ shares: [Int]) { #expect(WholePercentages(counts).values == shares) }

  /// Whatever is counted, they add up to 100, and none is a whole per cent off.
  @Test func alwaysAddUp() {
    var random = SplitMix(state: 7)
    for _ in 0..<2000 {
      let counts = (0..<(1 + random.below(6))).map { _ in random.below(400) }
      let (shares, total) = (WholePercentages(counts).values, counts.reduce(0, +))
      #expect(shares.reduce(0, +) == (total > 0 ? 100 : 0))
      for (count, share) in zip(counts, shares) { #expect(abs(share * total - count * 100) < max(1, total)) }
    }
  }
}
