public import ReportModel

/// A report's year beside the one before: the earlier table, and which of its activities is which of this year's.
public struct YearComparison: Sendable {
  public let previous: PreviousYear
  public let years: YearOnYear

  /// - Parameter settled: what the office says of pairs that words do not decide.
  public init(_ report: Report, against previous: PreviousYear, settled: [SettledMatch]) {
    self.previous = previous
    years = YearOnYear(report, against: previous, settled: settled)
    goingOn = Dictionary(uniqueKeysWithValues: years.pairs.map { ($0.current, $0.previous) })
  }

  /// For each activity that goes on, the earlier one.
  private let goingOn: [Int: Int]

  /// The earlier activity that goes on as this one; nil for a new one and for what is undecided.
  func previous(of activity: Int) -> PreviousActivity? {
    goingOn[activity].map { previous.activities[$0] }
  }
}

extension PreviousActivity {
  /// Per cent of its own year's goal; nil where there is no ratio.
  var percentage: Percentage? {
    guard let goal, let real else { return nil }
    return Percentage(of: real, in: goal)
  }

  /// As lists name it: number and name.
  var title: String { [number, name].compactMap { $0 }.joined(separator: " ") }
}
