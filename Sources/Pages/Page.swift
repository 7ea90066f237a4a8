/// One sheet side: its size, what is drawn, and which areas lead elsewhere.
public struct Page: Sendable {
  public var frame: Frame
  /// Drawn after all else: running head and foot, and what else many pages repeat. A file may hold it once.
  public var furniture: Frame
  public var links: [LinkArea]
  public var signatureFields: [SignatureField] = []

  public init(frame: Frame, links: [LinkArea] = []) {
    self.frame = frame
    furniture = Frame(size: frame.size)
    self.links = links
  }

  public var size: Size { frame.size }

  /// All that is drawn, in order.
  public var items: [PlacedItem] { frame.items + furniture.items }

  /// Moves all that is drawn, and links and fields with it, by `delta`.
  public mutating func shift(by delta: Point) {
    frame.shift(by: delta)
    furniture.shift(by: delta)
    links = links.map {
      LinkArea(
        area: $0.area.offset(by: delta), destination: $0.destination, element: $0.element, description: $0.description)
    }
    for index in signatureFields.indices {
      signatureFields[index].area = signatureFields[index].area.offset(by: delta)
    }
  }
}
