/// A line of text as it is set: shaped pieces one after another on one baseline.
///
/// The pieces carry their own spaces, so the line's text is the pieces' text put together.
public struct TextLine: Sendable {
  public let pieces: [ShapedText]
  /// Left end of the baseline.
  public var origin: Point
  public let size: Length
  public let color: Color

  public init(pieces: [ShapedText], origin: Point, size: Length, color: Color) {
    self.pieces = pieces
    self.origin = origin
    self.size = size
    self.color = color
  }

  /// Without a space at the end.
  public var width: Length { size * pieces.width }

  public var text: String { pieces.reduce(into: "") { $0 += $1.text } }
}
