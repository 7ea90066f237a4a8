import Pages
import Workers

/// What a page shows, marked for its owners.
struct PageContent: Sendable {
  /// What it begins with in common with other pages; not compressed.
  let furniture: [UInt8]
  /// The rest, compressed.
  let own: [UInt8]
  /// The element that owns each number.
  let owners: [StructureElement.ID]

  private init(
    _ page: Page, of part: DocumentPart, drawn number: Int, in file: DrawnFile, _ deflate: Deflate
  ) throws(FinishingError) {
    let drawn = try file.object(try file.object(number).value["Contents"]?.referred ?? 0)
    guard let range = drawn.stream else { throw FinishingError("a page without content") }
    let expanded = try deflate.expanded(file.stream(range))
    var marked: Result<MarkedContent, FinishingError>?
    expanded.withUnsafeBufferPointer { bytes in
      marked = Result { () throws(FinishingError) in
        try MarkedContent(bytes, runs: page.runs, structure: part.structure)
      }
    }
    guard let content = try marked?.get() else { throw FinishingError("a page without content") }
    furniture = Array(content.bytes[..<content.furnitureEnd])
    own = deflate.compressed(Array(content.bytes[content.furnitureEnd...]))
    owners = content.owners
  }

  /// Of all pages of a part.
  /// - Parameter drawn: Cairo's numbers of the pages.
  static func contents(
    of part: DocumentPart, _ drawn: [Int], in file: DrawnFile, _ workers: Workers
  ) -> [Result<PageContent, FinishingError>] {
    // The file points into bytes that outlive this and are only read.
    nonisolated(unsafe) let file = file
    return workers.map(of: Array(zip(part.pages, drawn))) { page, number in
      Result { () throws(FinishingError) in
        try PageContent(page, of: part, drawn: number, in: file, Deflate())
      }
    }
  }
}
