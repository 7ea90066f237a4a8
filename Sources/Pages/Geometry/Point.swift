/// A place on a page or in a frame: `x` to the right, `y` downwards from the top left corner.
public struct Point: Hashable, Sendable {
  public var x: Length
  public var y: Length

  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(x: .zero, y: .zero)

  public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
}
