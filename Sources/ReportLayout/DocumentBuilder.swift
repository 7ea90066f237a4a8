import Pages

/// Gathers structure and pages while a report is set.
struct DocumentBuilder {
  var structure = StructureTree()
  var pages: [Page] = []
  var noteLinks = NoteLinks()
  /// The section's, for its elements' anchors.
  let name: String

  init(_ name: String) { self.name = name }

  /// An element with the owner its content is drawn for.
  mutating func element(
    _ role: StructureRole, in parent: StructureElement.ID, _ attributes: StructureAttributes = .init()
  ) -> StructureElement.ID {
    structure.add(role, in: parent, attributes)
  }

  /// A leaf element, as the owner of what is drawn for it.
  mutating func leaf(
    _ role: StructureRole, in parent: StructureElement.ID, _ attributes: StructureAttributes = .init()
  ) -> Owner {
    .content(structure.add(role, in: parent, attributes))
  }
}
