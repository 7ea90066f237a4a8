/// A finished document: pages, the structure they carry, and what a reader needs to find a way through it.
public struct Document: Sendable {
  public var pages: [Page]
  public var structure: StructureTree
  public var outline: [OutlineEntry]
  public var metadata: Metadata
  public var printHints: PrintHints

  public init(
    pages: [Page], structure: StructureTree, outline: [OutlineEntry], metadata: Metadata,
    printHints: PrintHints = PrintHints()
  ) {
    self.pages = pages
    self.structure = structure
    self.outline = outline
    self.metadata = metadata
    self.printHints = printHints
  }
}
