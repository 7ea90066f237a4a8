/// Which activity of this year is which of the year before.
///
/// Names change a little every year, numbers move, activities end and begin. What is the same beyond doubt is a pair; what
/// may be is left to the office, which settles it in its configuration; nothing is guessed.
public struct YearOnYear: Hashable, Sendable {
  public struct Pair: Hashable, Sendable {
    /// Index in this year's report.
    public let current: Int
    /// Index in `PreviousYear.activities`.
    public let previous: Int
    /// Likeness of the words in whole per cent; nil when the office has settled the pair.
    public let likeness: Int?
  }

  /// Activities that go on, in this year's order.
  public private(set) var pairs: [Pair] = []
  /// Pairs that may be one activity; the likest of each first, in this year's order.
  public private(set) var undecided: [Pair] = []
  /// Activities of the year before that this year does not have, by index.
  public private(set) var ended: [Int] = []
  /// Activities the year before did not have, by index.
  public private(set) var new: [Int] = []
  /// What the office has settled about activities that are not there, or not there once, or settled twice.
  public private(set) var unusable: [SettledMatch] = []

  /// - Parameter settled: what the office says; it wins over all likeness.
  public init(_ report: Report, against previous: PreviousYear, settled: [SettledMatch] = []) {
    var matching = YearMatching(report, previous)
    unusable = matching.settle(settled)
    matching.match()
    pairs = matching.pairs
    undecided = matching.candidates()
    let doubtful = (Set(undecided.map(\.current)), Set(undecided.map(\.previous)))
    new = matching.free.current.filter { !doubtful.0.contains($0) }
    ended = matching.free.previous.filter { !doubtful.1.contains($0) }
  }
}

/// What an office says of one of this year's activities.
public struct SettledMatch: Hashable, Sendable {
  /// The activity's number, as written; where a table has no numbers, its place, from 1.
  public var current: String
  /// The number it had the year before; nil when it is new.
  public var previous: String?

  public init(current: String, previous: String?) {
    self.current = current
    self.previous = previous
  }
}
