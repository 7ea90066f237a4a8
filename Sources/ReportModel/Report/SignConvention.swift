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
