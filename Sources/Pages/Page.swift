/// One sheet side: its size, what is drawn, and which areas lead elsewhere.
public struct Page: Sendable {
  public var frame: Frame
  public var links: [LinkArea]

  public init(frame: Frame, links: [LinkArea] = []) {
    self.frame = frame
    self.links = links
  }

  public var size: Size { frame.size }

  /// Moves all that is drawn, and the links with it, by `delta`.
  public mutating func shift(by delta: Point) {
    frame.shift(by: delta)
    links = links.map {
      LinkArea(
        area: $0.area.offset(by: delta), destination: $0.destination, element: $0.element, description: $0.description)
    }
  }
}
