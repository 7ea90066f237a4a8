import CCairo
import Pages

/// Keeps Cairo's tags in step with the structure tree while items are drawn in the tree's order.
///
/// Containers stay open from item to item and page to page, so a table over ten pages is one table. A leaf is closed as
/// soon as its run of items ends; only leaves mark content.
struct TagStack {
  private let context: OpaquePointer
  private let tree: StructureTree
  private var open: [StructureElement.ID] = []
  private var links: [StructureElement.ID: LinkArea] = [:]

  init(_ context: OpaquePointer, _ tree: StructureTree) {
    self.context = context
    self.tree = tree
  }

  /// Links of the page that is drawn next.
  mutating func beginPage(links: [LinkArea]) {
    self.links = Dictionary(links.map { ($0.element, $0) }) { first, _ in first }
  }

  /// Opens `element` and whatever encloses it, after closing what does not.
  mutating func open(_ element: StructureElement.ID) {
    let path = path(to: element)
    let common = zip(open, path).prefix { $0 == $1 }.count
    close(to: common)
    for id in path[common...] {
      cairo_tag_begin(context, tree[id].role.rawValue, attributes(of: id))
      open.append(id)
    }
  }

  mutating func closeLeaf() { close(to: max(0, open.count - 1)) }

  mutating func closeAll() { close(to: 0) }

  private mutating func close(to depth: Int) {
    while open.count > depth { cairo_tag_end(context, tree[open.removeLast()].role.rawValue) }
  }

  private func path(to element: StructureElement.ID) -> [StructureElement.ID] {
    var path = [element]
    while let parent = tree[path[path.count - 1]].parent { path.append(parent) }
    return path.reversed()
  }

  private func attributes(of id: StructureElement.ID) -> String? {
    guard let link = links[id] else { return nil }
    let area = [link.area.minX, link.area.minY, link.area.width, link.area.height]
    let numbers = area.map { "\(($0.points * 100).rounded() / 100)" }.joined(separator: " ")
    return "dest='\(CairoPDF.name(ofPage: link.destination.page))' rect=[\(numbers)]"
  }
}
