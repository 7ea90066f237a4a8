/// Object numbers that are known before any page is: those of the catalog and of the pages, to which links, the outline and
/// structure elements lead. All other objects are numbered in the order they are written.
struct ObjectNumbers {
  let catalog = 1
  let pageTree = 2
  let structureTree = 3
  /// The element over the sections of all reports' parts.
  let document = 4
  /// Of PDF 2.0's structure types; in PDF 1.7 the number is free.
  let namespace = 5
  private static let fixed = 5

  let pages: Int

  /// A reader finds a page among thousands by a tree of pages (ISO 32000-1, 7.7.3), not a list.
  static let pagesPerNode = 64

  /// How many nodes stand between the root and the pages; none where the root can name them all.
  var nodes: Int {
    pages > ObjectNumbers.pagesPerNode ? (pages + ObjectNumbers.pagesPerNode - 1) / ObjectNumbers.pagesPerNode : 0
  }

  func node(_ index: Int) -> Int { ObjectNumbers.fixed + 1 + index }
  /// The node over a page.
  func node(ofPage page: Int) -> Int { nodes == 0 ? pageTree : node(page / ObjectNumbers.pagesPerNode) }
  func page(_ index: Int) -> Int { ObjectNumbers.fixed + 1 + nodes + index }
  /// The first that is not known before.
  var first: Int { page(pages) }

  /// Keys of the parent tree: a page's own, and behind it those of its annotations.
  static let keysPerPage = 4096
  static func key(ofPage page: Int) -> Int { page * keysPerPage }
  static func key(ofAnnotation position: Int, onPage page: Int) -> Int { page * keysPerPage + 1 + position }
}

extension [UInt8] {
  /// Of an element whose type is PDF 2.0's.
  mutating func write(namespace numbers: ObjectNumbers) {
    write("/NS ")
    write(reference: numbers.namespace)
  }
}
