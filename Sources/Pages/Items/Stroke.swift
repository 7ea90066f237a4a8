/// How an outline is drawn.
public struct Stroke: Hashable, Sendable {
  public var color: Color
  public var width: Length
  /// Lengths of dash and gap in turn; empty for a solid line.
  public var dashes: [Length]

  public init(_ color: Color, _ width: Length, dashes: [Length] = []) {
    self.color = color
    self.width = width
    self.dashes = dashes
  }
}
