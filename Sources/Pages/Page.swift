/// One sheet side: its size, what is drawn, and which areas lead elsewhere.
public struct Page: Sendable {
  public var frame: Frame
  public var links: [LinkArea]
  /// What readers show as the page's number (ISO 32000-1, 12.4.2).
  public var label: String

  public init(frame: Frame, links: [LinkArea] = [], label: String) {
    self.frame = frame
    self.links = links
    self.label = label
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
