/// Consecutive pages of a document with the structure they carry: what is laid out at once, so that a document of thousands
/// of pages is never in memory as a whole.
public struct DocumentSection: Sendable {
  public var pages: [Page]
  /// The root stands for the document's: its children follow those of the sections before.
  public var structure: StructureTree

  public init(pages: [Page], structure: StructureTree) {
    self.pages = pages
    self.structure = structure
  }
}

extension DocumentSection {
  /// As a part of a larger document, under a heading of that: headings one level lower, anchors with a name of their own.
  /// - Parameter document: the part's name, which no other part has.
  public func within(_ document: String) -> DocumentSection {
    var section = self
    section.structure.bind(in: document)
    for page in section.pages.indices {
      for link in section.pages[page].links.indices {
        let destination = section.pages[page].links[link].destination
        section.pages[page].links[link].destination.anchor = destination.anchor?.within(document)
      }
    }
    return section
  }
}
