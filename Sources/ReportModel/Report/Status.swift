/// How an activity is judged: its ratio of real to goal against the bands.
public enum Status: String, Hashable, Sendable, CaseIterable {
  case exceeded
  case met
  case below
  case nothingProgrammed
  case unknown
}

/// The bands, in whole per cent of the goal: below `lower` is below, above `upper` is exceeded, between is met.
///
/// There is no single national rule; offices choose their own.
public struct StatusBands: Hashable, Sendable {
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

  public static let standard = StatusBands()

  /// Compared exactly: real × 100 against goal × band.
  public func status(of annual: AnnualFigures) -> Status {
    guard let goal = annual.goal.quantity, goal > .zero else { return .nothingProgrammed }
    guard let real = annual.real.quantity else { return .unknown }
    if real.isLess(thanPercent: lower, of: goal) { return .below }
    return real.isAtMost(percent: upper, of: goal) ? .met : .exceeded
  }
}

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
