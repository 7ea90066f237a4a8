/// How an activity's year ended, the real total against the goal.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  case exceeded
  case met
  case below
  /// Goal zero or absent: there is no ratio.
  case nothingProgrammed
  /// No real total to compare.
  case unknown
}

extension AnnualFigures {
  /// The outcome, compared exactly and unrounded.
  public var outcome: Outcome {
    guard let goal = goal.quantity, goal > .zero else { return .nothingProgrammed }
    guard let real = real.quantity else { return .unknown }
    return real > goal ? .exceeded : real == goal ? .met : .below
  }
}
