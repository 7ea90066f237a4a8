/// What the pages of a part draw with: fonts and pictures, each resource dictionary once.
struct Resources {
  /// `Font` or `XObject`, with names and the place of each object's graph.
  struct Category: Hashable, Sendable {
    let name: String
    let entries: [Entry]
  }

  struct Entry: Hashable, Sendable {
    let name: String
    let graph: Int
  }

  private(set) var dictionaries: [(number: Int, categories: [Category])] = []
  private var known: [[Category]: Int] = [:]
  /// Cairo's numbers of the objects, in the order of their graphs.
  private var objects: [Int] = []

  /// The number of the object that will hold a page's resources.
  mutating func number(
    of drawn: PDFValue?, _ file: DrawnFile, _ body: inout PDFBody
  ) throws(FinishingError) -> Int {
    let categories = try categories(in: try Resources.direct(drawn, file))
    if let number = known[categories] { return number }
    let number = body.reserve()
    known[categories] = number
    dictionaries.append((number, categories))
    return number
  }

  private static func direct(_ value: PDFValue?, _ file: DrawnFile) throws(FinishingError) -> PDFValue {
    guard let value else { throw FinishingError("a page without resources") }
    return try value.referred.map { number throws(FinishingError) in try file.object(number).value } ?? value
  }

  private mutating func categories(in resources: PDFValue) throws(FinishingError) -> [Category] {
    var categories: [Category] = []
    for entry in resources.entries {
      switch entry.key {
      case "Font", "XObject":
        categories.append(Category(name: entry.key, entries: entry.value.entries.compactMap { graph(of: $0) }))
      case "ExtGState": try Resources.checkOpaque(entry.value)
      default: throw FinishingError("pages draw with \(entry.key), which is not expected")
      }
    }
    return categories
  }

  private mutating func graph(of entry: PDFEntry) -> Entry? {
    guard let number = entry.value.referred else { return nil }
    if let place = objects.firstIndex(of: number) { return Entry(name: entry.key, graph: place) }
    objects.append(number)
    return Entry(name: entry.key, graph: objects.count - 1)
  }

  /// Nothing on a page is transparent, so the states that say so can be left out.
  private static func checkOpaque(_ states: PDFValue) throws(FinishingError) {
    for state in states.entries {
      let isOpaque = state.value.entries.allSatisfy {
        ["CA", "ca"].contains($0.key) && ($0.value == .literal("1") || $0.value == .literal("1.0"))
      }
      try require(isOpaque, "transparent ink")
    }
  }

  func graphs(_ drawn: DrawnGraphs) throws(FinishingError) -> [ObjectGraph] {
    var graphs: [ObjectGraph] = []
    for object in objects { graphs.append(try drawn.graph(object)) }
    return graphs
  }
}
