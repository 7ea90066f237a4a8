/// What one period's pair of bars shows.
public struct BarPair: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    /// For the height only; nil draws no bar.
    public var value: Double?
    /// Printed over the bar.
    public var label: String

    public init(value: Double?, label: String) {
      self.value = value
      self.label = label
    }
  }

  public var programmed: Bar
  public var real: Bar
  /// Printed on the zero line instead of bars, where nothing was programmed or done.
  public var absence: String?

  public init(programmed: Bar, real: Bar, absence: String? = nil) {
    self.programmed = programmed
    self.real = real
    self.absence = absence
  }
}
