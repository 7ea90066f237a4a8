/// What a file says, whatever program set it and wherever its lines end: to compare reports of different versions of the
/// program.
public struct PDFContent: Equatable, Sendable {
  /// Each page's characters without white space, in the order they are drawn.
  public var pages: [String]
  /// What the structure says in place of, or besides, the content: figures' alternative texts, titles.
  public var spoken: [String]
  public var title: String?
  public var keywords: String?

  public init(_ file: PDFFile) {
    pages = file.pages.map { PageText($0).characters }
    spoken = PDFContent.spokenTexts(file)
    title = file.information("Title")
    keywords = file.information("Keywords")
  }

  private static func spokenTexts(_ file: PDFFile) -> [String] {
    var texts: [String] = []
    var seen: Set<Int> = []
    var waiting = [file.root["/StructTreeRoot"]["/K"]]
    while let element = waiting.popLast() {
      if let number = element.number, !seen.insert(number).inserted { continue }
      if element.kind == .array { waiting += element.items.reversed() }
      guard element.kind == .dictionary else { continue }
      texts += ["/T", "/Alt", "/ActualText"].compactMap { element[$0].text }
      waiting.append(element["/K"])
    }
    return texts
  }
}
