/// A rectangle with its sides along the axes; `origin` is its top left corner.
public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  public var minX: Length { origin.x }
  public var minY: Length { origin.y }
  public var maxX: Length { origin.x + size.width }
  public var maxY: Length { origin.y + size.height }
  public var midX: Length { origin.x + size.width / 2 }
  public var midY: Length { origin.y + size.height / 2 }
  public var width: Length { size.width }
  public var height: Length { size.height }

  public func offset(by delta: Point) -> Rect { Rect(origin: origin + delta, size: size) }

  public func inset(by d: Length) -> Rect {
    Rect(x: minX + d, y: minY + d, width: width - d * 2, height: height - d * 2)
  }

  /// Whether the two share more than an edge.
  public func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether `other` lies within, give or take `tolerance`.
  public func contains(_ other: Rect, tolerance: Length = .pt(0.01)) -> Bool {
    other.minX >= minX - tolerance && other.maxX <= maxX + tolerance && other.minY >= minY - tolerance
      && other.maxY <= maxY + tolerance
  }

  public func union(_ other: Rect) -> Rect {
    let (x, y) = (min(minX, other.minX), min(minY, other.minY))
    return Rect(x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
  }
}
