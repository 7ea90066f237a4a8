/// A place on a page that is signed after the document is finished: a form field for a digital signature, empty until then
/// (ISO 32000-1, 12.7.4.5).
public struct SignatureField: Sendable {
  /// Where a signature will be seen.
  public var area: Rect
  /// Tells it from the document's other fields: ASCII letters, digits and hyphens.
  public var name: String
  /// As what one signs here, in the document's language: "Elaboró".
  public var role: String
  /// Said by assistive technology (ISO 14289-1, 7.18.1).
  public var description: String
  /// The `form` element the field belongs to.
  public var element: StructureElement.ID
  /// Whether nothing may be changed once this field is signed.
  public var isLast: Bool

  public init(
    area: Rect, name: String, role: String, description: String, element: StructureElement.ID, isLast: Bool
  ) {
    self.area = area
    self.name = name
    self.role = role
    self.description = description
    self.element = element
    self.isLast = isLast
  }
}
