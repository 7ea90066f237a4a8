/// An area of a page that leads to a destination; one annotation (ISO 32000-1, 12.5.6.5).
public struct LinkArea: Sendable {
  public var area: Rect
  public var destination: Destination
  /// The `link` element the area belongs to.
  public var element: StructureElement.ID
  /// Said by assistive technology and shown on hovering (ISO 14289-1, 7.18.5).
  public var description: String

  public init(area: Rect, destination: Destination, element: StructureElement.ID, description: String) {
    self.area = area
    self.destination = destination
    self.element = element
    self.description = description
  }
}
