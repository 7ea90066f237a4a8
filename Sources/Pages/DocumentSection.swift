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
