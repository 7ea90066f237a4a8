/// An outline of straight and curved segments.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
    /// A whole rectangle, its own subpath.
    case rect(Rect)
  }

  public var elements: [Element]

  public init(_ elements: [Element]) { self.elements = elements }

  public static func rect(_ rect: Rect) -> Path { Path([.rect(rect)]) }

  public static func line(from a: Point, to b: Point) -> Path { Path([.move(a), .line(b)]) }

  /// The straight segments through `points`, closed to an area when `closed`.
  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    guard let first = points.first else { return Path([]) }
    return Path([.move(first)] + points.dropFirst().map { .line($0) } + (closed ? [.close] : []))
  }

  /// A circle of four Bézier quarters.
  public static func circle(center c: Point, radius r: Length) -> Path {
    let k = r * 0.5522847498
    func at(_ x: Length, _ y: Length) -> Point { Point(x: c.x + x, y: c.y + y) }
    return Path([
      .move(at(r, .zero)),
      .curve(at(r, k), at(k, r), at(.zero, r)),
      .curve(at(-k, r), at(-r, k), at(-r, .zero)),
      .curve(at(-r, -k), at(-k, -r), at(.zero, -r)),
      .curve(at(k, -r), at(r, -k), at(r, .zero)),
      .close,
    ])
  }

  public func offset(by delta: Point) -> Path {
    Path(
      elements.map {
        switch $0 {
        case .move(let p): .move(p + delta)
        case .line(let p): .line(p + delta)
        case .curve(let a, let b, let c): .curve(a + delta, b + delta, c + delta)
        case .close: .close
        case .rect(let r): .rect(r.offset(by: delta))
        }
      })
  }

  /// The smallest rectangle around all points (control points included); nil for an empty path.
  public var bounds: Rect? {
    var box: Rect?
    func add(_ r: Rect) { box = box.map { $0.union(r) } ?? r }
    func add(_ p: Point) { add(Rect(origin: p, size: Size(width: .zero, height: .zero))) }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): add(p)
      case .curve(let a, let b, let c):
        add(a)
        add(b)
        add(c)
      case .close: break
      case .rect(let r): add(r)
      }
    }
    return box
  }
}
