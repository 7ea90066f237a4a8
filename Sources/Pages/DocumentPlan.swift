/// A document all of whose page numbers are known, and whose parts are set when they are asked for.
public struct DocumentPlan: Sendable {
  /// Of every page.
  public let pageSize: Size
  /// How many pages each part has, in order.
  public let partPages: [Int]
  public let outline: [OutlineEntry]
  public var metadata: Metadata
  public let printHints: PrintHints
  /// A page that shows every character of the document in every face; belongs to no part. Parts drawn apart have the same
  /// font files, to be stored once, if each draws this first. nil where there is one part only.
  public let specimen: Page?
  /// Sets a part; the same part every time, on whichever thread.
  public let part: @Sendable (Int) -> DocumentPart

  public init(
    pageSize: Size, partPages: [Int], outline: [OutlineEntry], metadata: Metadata,
    printHints: PrintHints = PrintHints(), specimen: Page? = nil,
    part: @escaping @Sendable (Int) -> DocumentPart
  ) {
    self.pageSize = pageSize
    self.partPages = partPages
    self.outline = outline
    self.metadata = metadata
    self.printHints = printHints
    self.specimen = specimen
    self.part = part
  }

  public var pageCount: Int { partPages.reduce(0, +) }

  /// The number of the part's first page, from 0.
  public func firstPage(of part: Int) -> Int { partPages[..<part].reduce(0, +) }
}

extension DocumentPlan {
  /// A document that is set already, as a plan of one part.
  public init(_ document: Document) {
    self.init(
      pageSize: document.pages.first?.size ?? Size(width: .zero, height: .zero), partPages: [document.pages.count],
      outline: document.outline, metadata: document.metadata, printHints: document.printHints
    ) { _ in DocumentPart(pages: document.pages, structure: document.structure) }
  }

  /// All parts as one.
  public var document: Document {
    var whole = DocumentPart(pages: [], structure: StructureTree())
    for index in partPages.indices { whole.append(part(index)) }
    return Document(
      pages: whole.pages, structure: whole.structure, outline: outline, metadata: metadata,
      printHints: printHints)
  }
}

extension DocumentPart {
  /// Adds the next part's pages and structure, elements numbered on.
  fileprivate mutating func append(_ part: DocumentPart) {
    let shift = structure.append(part.structure)
    func moved(_ owner: Owner) -> Owner {
      guard case .content(let id) = owner else { return owner }
      return .content(shift(id))
    }
    for var page in part.pages {
      page.frame = page.frame.mapOwners(moved)
      for index in page.links.indices { page.links[index].element = shift(page.links[index].element) }
      pages.append(page)
    }
  }
}
