/// A document all of whose page numbers are known, and whose sections are laid out when they are asked for: in order, one
/// after the other, the pages are drawn and written as a stream.
public struct DocumentPlan: Sendable {
  /// Of every page.
  public let pageSize: Size
  /// How many pages each section has, in order.
  public let sectionPages: [Int]
  public let outline: [OutlineEntry]
  public var metadata: Metadata
  public let printHints: PrintHints
  /// Lays a section out; the same every time, on whichever thread.
  public let section: @Sendable (Int) -> DocumentSection

  public init(
    pageSize: Size, sectionPages: [Int], outline: [OutlineEntry], metadata: Metadata,
    printHints: PrintHints = PrintHints(),
    section: @escaping @Sendable (Int) -> DocumentSection
  ) {
    self.pageSize = pageSize
    self.sectionPages = sectionPages
    self.outline = outline
    self.metadata = metadata
    self.printHints = printHints
    self.section = section
  }

  public var pageCount: Int { sectionPages.reduce(0, +) }
}

extension DocumentPlan {
  /// A document that is set already, as a plan of one section.
  public init(_ document: Document) {
    self.init(
      pageSize: document.pages.first?.size ?? Size(width: .zero, height: .zero), sectionPages: [document.pages.count],
      outline: document.outline, metadata: document.metadata, printHints: document.printHints
    ) { _ in DocumentSection(pages: document.pages, structure: document.structure) }
  }

  /// All sections as one.
  public var document: Document {
    var whole = DocumentSection(pages: [], structure: StructureTree())
    for index in sectionPages.indices { whole.append(section(index)) }
    return Document(
      pages: whole.pages, structure: whole.structure, outline: outline, metadata: metadata,
      printHints: printHints)
  }
}

extension DocumentSection {
  /// Adds the next section's pages and structure, elements numbered on.
  fileprivate mutating func append(_ section: DocumentSection) {
    let shift = structure.append(section.structure)
    func moved(_ owner: Owner) -> Owner {
      guard case .content(let id) = owner else { return owner }
      return .content(shift(id))
    }
    for var page in section.pages {
      page.frame = page.frame.mapOwners(moved)
      page.furniture = page.furniture.mapOwners(moved)
      for index in page.links.indices { page.links[index].element = shift(page.links[index].element) }
      for index in page.signatureFields.indices {
        page.signatureFields[index].element = shift(page.signatureFields[index].element)
      }
      pages.append(page)
    }
  }
}
