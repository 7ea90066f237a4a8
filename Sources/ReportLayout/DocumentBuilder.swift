import Pages

/// Gathers structure and pages while a report is set.
struct DocumentBuilder {
  var structure = StructureTree()
  var pages: [Page] = []
  var noteLinks = NoteLinks()
  /// The section's, for its elements' anchors.
  let name: String

  init(_ name: String) { self.name = name }

  /// All that was set, with running heads and feet, moved where duplex printing wants it.
  /// - Parameters:
  ///   - first: the section's first page in the document, from 0.
  ///   - opening: whose the words of head and foot are on the document's first page.
  func section(
    first: Int, of count: Int, _ setting: Setting, opening: PageFurniture.FurnitureOwners? = nil
  ) -> DocumentSection {
    let furniture = PageFurniture(setting: setting)
    var pages = pages
    for index in pages.indices {
      let number = first + index + 1
      let owners = number == 1 ? opening : nil
      furniture.draw(
        in: &pages[index], number: number, of: count, owners: owners ?? PageFurniture.FurnitureOwners())
      pages[index].shift(by: setting.options.shift(ofPage: number))
    }
    return DocumentSection(pages: pages, structure: structure)
  }

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
