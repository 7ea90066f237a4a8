/// What can be drawn. A closed set: a backend draws these and nothing else.
public enum Item: Sendable {
  case text(TextLine)
  case shape(Shape)
  case image(PlacedImage)
}

/// An outline filled, stroked or both (filled first).
public struct Shape: Hashable, Sendable {
  public var path: Path
  public var fill: Color?
  public var stroke: Stroke?

  public init(_ path: Path, fill: Color? = nil, stroke: Stroke? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
  }
}

/// An item on a page with the one thing it belongs to.
public struct PlacedItem: Sendable {
  public var item: Item
  public var owner: Owner

  public init(_ item: Item, _ owner: Owner) {
    self.item = item
    self.owner = owner
  }
}

/// Every drawn item is content of one structure element or an artifact; there is no third state
/// (ISO 14289-1, 7.1).
public enum Owner: Hashable, Sendable {
  case content(StructureElement.ID)
  case artifact(Artifact)
}

/// Why something drawn carries no meaning of its own (ISO 32000-1, 14.8.2.2).
public enum Artifact: Hashable, Sendable {
  /// Running head, the foot's constant words, and table headers repeated on a later page.
  case pagination
  /// What of the running foot differs from page to page: kept apart so that the rest is stored once.
  case footer
  /// Rules, tints and other decoration.
  case layout
}

extension Item {
  public func offset(by delta: Point) -> Item {
    switch self {
    case .text(var line):
      line.origin = line.origin + delta
      return .text(line)
    case .shape(var shape):
      shape.path = shape.path.offset(by: delta)
      return .shape(shape)
    case .image(var image):
      image.frame = image.frame.offset(by: delta)
      return .image(image)
    }
  }
}
