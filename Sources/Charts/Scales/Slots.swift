public import Pages

/// The columns that charts and the data table under them share: one slot a period, so that one period stands in one
/// column from top to bottom.
public struct Slots: Hashable, Sendable {
  /// Left edge of the first slot.
  public let start: Length
  public let width: Length
  public let count: Int

  public init(start: Length, width: Length, count: Int) {
    self.start = start
    self.width = width
    self.count = count
  }

  public var end: Length { start + width * Double(count) }
  public func left(_ index: Int) -> Length { start + width * Double(index) }
  public func center(_ index: Int) -> Length { start + width * (Double(index) + 0.5) }
}
