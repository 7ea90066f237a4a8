/// Object numbers that parts must agree on though they are finished apart.
///
/// Numbers 1 to `fixed` are the file's own; then follow the page tree's nodes, the pages, and a stretch for each part.
/// What is left of a stretch stays unused: a gap costs a dozen bytes.
struct PartNumbers: Sendable {
  let catalog = 1
  let pageTree = 2
  let structureTree = 3
  /// The element that all parts' sections stand under.
  let document = 4
  private static let fixed = 16
  /// Numbers kept for each part but the first, the table of all activities: that may have any number of objects, so its
  /// stretch is the last. Others have a hundred or two for each of their pages.
  var objectsPerPart: Int {
    min(1 << 15, pages << 10, (CrossReferences.largestNumber * 7 / 8 - pages) / parts)
  }

  let parts: Int
  let pages: Int

  /// The node of the page tree over a part's pages; the root itself where there is one part only.
  func pageNode(ofPart part: Int) -> Int { parts == 1 ? pageTree : PartNumbers.fixed + part }
  func page(_ index: Int) -> Int { PartNumbers.fixed + parts + index }
  func firstNumber(ofPart part: Int) -> Int {
    PartNumbers.fixed + parts + pages + (part == 0 ? parts - 1 : part - 1) * objectsPerPart
  }

  /// Keys of the parent tree: a page's own, and behind it those of its annotations.
  static let keysPerPage = 4096
  static func key(ofPage page: Int) -> Int { page * keysPerPage }
  static func key(ofLink link: Int, onPage page: Int) -> Int { page * keysPerPage + 1 + link }
}
