/// What a variation column means.
public enum SignConvention: String, Hashable, Sendable, CaseIterable {
  /// programmed − real: exceeding is negative.
  case programmedMinusReal
  /// real − programmed: exceeding is positive.
  case realMinusProgrammed
}

/// The conventions of a table, one for the periods' VAR. and one for the annual VARIACIÓN; they may differ.
/// nil when the figures do not tell (every variation is zero or absent).
public struct SignConventions: Hashable, Sendable {
  public var period: SignConvention?
  public var annual: SignConvention?

  public init(period: SignConvention?, annual: SignConvention?) {
    self.period = period
    self.annual = annual
  }
}

extension SignConvention {
  /// The variation of one pair; nil when a figure is missing or the result does not fit.
  public func variance(programmed: Quantity?, real: Quantity?) -> Quantity? {
    guard let programmed, let real else { return nil }
    return self == .programmedMinusReal ? programmed.subtracting(real) : real.subtracting(programmed)
  }
}

extension SignConventions {
  /// What the stated figures themselves say: of all variations that are not zero, the convention more of them agree
  /// with; a tie tells nothing.
  public init(of activities: [Activity]) {
    self.init(
      period: SignConventions.majority(SignConventions.periodVotes(activities)),
      annual: SignConventions.majority(SignConventions.annualVotes(activities)))
  }

  /// The stated variations that are right under each convention; those of zero say nothing.
  static func periodVotes(_ activities: [Activity]) -> [SignConvention: [Figure]] {
    votes(activities.flatMap(\.periods).map { ($0.programmed, $0.real, $0.variance) })
  }

  static func annualVotes(_ activities: [Activity]) -> [SignConvention: [Figure]] {
    votes(activities.map { ($0.annual.goal, $0.annual.real, $0.annual.variation) })
  }

  private static func votes(_ triples: [(Figure, Figure, Figure)]) -> [SignConvention: [Figure]] {
    var votes: [SignConvention: [Figure]] = [:]
    for (programmed, real, variation) in triples {
      guard variation.origin == .stated, let stated = variation.quantity, !stated.isZero else { continue }
      for convention in SignConvention.allCases
      where convention.variance(programmed: programmed.quantity, real: real.quantity) == stated {
        votes[convention, default: []].append(variation)
      }
    }
    return votes
  }

  private static func majority(_ votes: [SignConvention: [Figure]]) -> SignConvention? {
    let first = votes[.programmedMinusReal]?.count ?? 0
    let second = votes[.realMinusProgrammed]?.count ?? 0
    return first == second ? nil : first > second ? .programmedMinusReal : .realMinusProgrammed
  }
}
