/// Shares of a whole in whole per cents that add up to 100, by the method of the largest remainder: each is rounded down,
/// and what is missing goes, one by one, to those that lost most; of as many, to the earlier.
public struct WholePercentages: Hashable, Sendable {
  /// In the order of the counts; all 0 where nothing was counted.
  public let values: [Int]

  /// - Parameter counts: none of them negative.
  public init(_ counts: [Int]) {
    let total = counts.reduce(0, +)
    guard total > 0 else {
      values = counts.map { _ in 0 }
      return
    }
    var values = counts.map { $0 * 100 / total }
    let missing = 100 - values.reduce(0, +)
    let remainders = counts.map { $0 * 100 % total }
    let order = counts.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for index in order.prefix(missing) { values[index] += 1 }
    self.values = values
  }
}
