/// Consecutive pages of a document with the structure they carry: what is set, drawn and finished on its own, so that a
/// document of thousands of pages is never in memory at once and parts are made side by side.
public struct DocumentPart: Sendable {
  public var pages: [Page]
  /// The root stands for the document's: its children follow those of the parts before.
  public var structure: StructureTree

  public init(pages: [Page], structure: StructureTree) {
    self.pages = pages
    self.structure = structure
  }
}
