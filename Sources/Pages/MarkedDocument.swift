/// What is left to know of a document once it is drawn: whose each run of ink is, where links lead, and the structure.
/// Holds none of the items, which are by far the larger part.
public struct MarkedDocument: Sendable {
  public struct MarkedPage: Sendable {
    public let size: Size
    /// Owners of the page's runs, in the order they are drawn.
    public let owners: [Owner]
    public let links: [LinkArea]
  }

  public let pages: [MarkedPage]
  public let structure: StructureTree
  public let metadata: Metadata
  public let printHints: PrintHints

  public init(_ document: Document) {
    pages = document.pages.map { page in
      MarkedPage(size: page.size, owners: page.runs.map(\.owner), links: page.links)
    }
    structure = document.structure
    metadata = document.metadata
    printHints = document.printHints
  }
}
