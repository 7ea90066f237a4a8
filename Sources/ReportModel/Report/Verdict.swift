/// How an activity's year ended: its real total against its goal. The one judgement of the program: symbol, sentence,
/// legend, summary and alternative texts all say what is decided here.
///
/// The state follows the bands; whether the goal itself was reached is a second fact (`goalGap`), which never contradicts
/// it: within the bands a goal may be missed by a little, above them it never is, below them it always is.
public struct Verdict: Hashable, Sendable {
  /// Exactly one of these; `allCases` is the order of the legend.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// More of the goal than the upper band.
    case above
    /// Between the bands, the bands themselves included.
    case within
    /// Less of the goal than the lower band.
    case below
    /// The source says that nothing was programmed: a goal of zero, or `S/P`.
    case nothingProgrammed
    /// The source does not say what a judgement needs; `gap` names it.
    case noData
  }

  /// What is missing for a judgement.
  public enum Gap: Hashable, Sendable {
    /// Neither goal nor real total.
    case everything
    /// No goal: the cell is blank or holds an absence other than `S/P`.
    case goal
    /// No real total, but a goal.
    case real
    /// A goal below zero, of which there is no share.
    case negativeGoal
  }

  public let state: State
  /// The year's goal and real total; nil where the source gives no number.
  public let goal: Quantity?
  public let real: Quantity?
  /// Not nil exactly when `state` is `noData`.
  public let gap: Gap?
  /// Real in per cent of the goal, as it is to be printed; not nil exactly when `state` is `above`, `within` or `below`
  /// and the ratio is small enough to be written. It never stands on the other side of 100 % or of a band than the exact
  /// ratio does: 89.96 % is below a band of 90 %, so it is 89.9.
  public let percent: Percentage?

  public init(of activity: Activity, bands: Bands = .standard) { self.init(of: activity.annual, bands: bands) }

  public init(of annual: AnnualFigures, bands: Bands = .standard) {
    goal = annual.goal.quantity
    real = annual.real.quantity
    gap = Verdict.gap(annual)
    guard gap == nil, let goal, let real, goal > .zero else {
      state = gap == nil ? .nothingProgrammed : .noData
      percent = nil
      return
    }
    state =
      real.isLess(thanPercent: bands.lower, of: goal)
      ? .below : real.isAtMost(percent: bands.upper, of: goal) ? .within : .above
    percent = Percentage(of: real, in: goal, apartFrom: [100] + bands.crossed(by: state))
  }

  private static func gap(_ annual: AnnualFigures) -> Gap? {
    if annual.goal.value == .absent(.notProgrammed) { return nil }
    guard let goal = annual.goal.quantity else { return annual.real.quantity == nil ? .everything : .goal }
    if goal.isNegative { return .negativeGoal }
    return goal > .zero && annual.real.quantity == nil ? .real : nil
  }

  /// Real − goal where there is a ratio: positive beyond the goal, zero on it, negative short of it. nil where there is
  /// none, or the difference does not fit.
  public var goalGap: Quantity? {
    guard hasRatio, let goal, let real else { return nil }
    return real.subtracting(goal)
  }

  /// Whether real and goal were compared.
  public var hasRatio: Bool { state == .above || state == .within || state == .below }
}

extension Verdict {
  /// The bands, in whole per cent of the goal: below `lower` is below, above `upper` is above, between is within.
  ///
  /// There is no single national rule; offices choose their own.
  public struct Bands: Hashable, Sendable {
    public let lower: Int
    public let upper: Int

    /// nil unless 0 < lower ≤ 100 ≤ upper ≤ 100,000.
    public init?(lower: Int, upper: Int) {
      guard (1...100).contains(lower), (100...100_000).contains(upper) else { return nil }
      self.lower = lower
      self.upper = upper
    }

    private init() {
      lower = 90
      upper = 110
    }

    public static let standard = Bands()

    /// The band that an exact ratio of this state lies beyond, and a rounded one must too.
    fileprivate func crossed(by state: State) -> [Int] { state == .below ? [lower] : state == .above ? [upper] : [] }
  }
}

// Compared exactly: real × 100 against goal × band.
extension Quantity {
  fileprivate func isLess(thanPercent percent: Int, of whole: Quantity) -> Bool {
    let (a, b) = hundredfold(self, whole, percent)
    return a < b
  }

  fileprivate func isAtMost(percent: Int, of whole: Quantity) -> Bool {
    let (a, b) = hundredfold(self, whole, percent)
    return a <= b
  }

  /// `part` × 100 and `whole` × `percent` at one scale.
  private func hundredfold(_ part: Quantity, _ whole: Quantity, _ percent: Int) -> (WideProduct, WideProduct) {
    let scale = max(part.scale, whole.scale)
    return (
      WideProduct(part.coefficient, tens: scale - part.scale, factor: 100),
      WideProduct(whole.coefficient, tens: scale - whole.scale, factor: percent)
    )
  }
}

/// coefficient × 10^tens × factor, in 256 bits: 128 hold 2^63 × 10^18, but not a further factor.
private struct WideProduct: Comparable {
  let high: Int128
  let low: UInt128

  init(_ coefficient: Int64, tens: UInt8, factor: Int) {
    let power = (0..<tens).reduce(Int128(1)) { power, _ in power * 10 }
    let product = (Int128(coefficient) * Int128(factor)).multipliedFullWidth(by: power)
    high = product.high
    low = product.low
  }

  static func < (a: WideProduct, b: WideProduct) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
