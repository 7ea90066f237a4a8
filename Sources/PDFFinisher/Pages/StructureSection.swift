import Pages

/// Writes a section's elements, their content and links, and the way back from content to element (ISO 32000-1, 14.7).
struct StructureSection {
  private let tree: StructureTree
  private let numbers: ObjectNumbers
  /// Object number of element 1; the others follow in order.
  private let base: Int
  /// What each element owns, in drawing order.
  private var content: [[Content]]
  private let identified: Set<StructureElement.ID>
  /// Names begin with the section's number, so that they differ from other sections' and sort behind those before.
  private let prefix: String
  /// Attribute objects that sections share: those that name no header.
  private(set) var shared: [[UInt8]: Int]
  /// Those that do, which only this section's cells can share.
  private var own: [[UInt8]: Int] = [:]
  /// Keys and values of the parent tree, in order.
  private(set) var parents: [(key: Int, object: Int)] = []

  private enum Content {
    case marked(page: Int, number: Int)
    case annotation(page: Int, object: Int)
  }

  /// - Parameter shared: attribute objects of the sections before.
  init(
    _ tree: StructureTree, index: Int, numbers: ObjectNumbers, body: inout PDFBody, shared: [[UInt8]: Int]
  ) {
    self.tree = tree
    self.shared = shared
    self.numbers = numbers
    base = body.reserve(tree.elements.count - 1)
    content = Array(repeating: [], count: tree.elements.count)
    // Headers are named by the cells under them; notes must have a name (ISO 14289-1, 7.9).
    identified = Set(tree.elements.lazy.flatMap(\.attributes.headers))
      .union(tree.elements.lazy.filter { $0.role == .note }.map(\.id))
    prefix = StructureSection.padded(index, 6) + "-"
  }

  private func object(_ element: StructureElement.ID) -> Int {
    element.index == 0 ? numbers.document : base + element.index - 1
  }

  /// Says whose the marked content of a page is, and its links; call for pages in order.
  /// - Parameters:
  ///   - index: of the page in the document.
  ///   - links: each link's element and its annotation's object.
  mutating func add(
    _ owners: [StructureElement.ID], _ links: [(element: StructureElement.ID, annotation: Int)], page index: Int,
    body: inout PDFBody
  ) throws(FinishingError) {
    for (mark, element) in owners.enumerated() { content[element.index].append(.marked(page: index, number: mark)) }
    let own = body.reserve()
    try body.add(own) { bytes in
      bytes.append(UInt8(ascii: "["))
      for element in owners {
        bytes.write(reference: object(element))
        bytes.append(UInt8(ascii: " "))
      }
      bytes.append(UInt8(ascii: "]"))
    }
    parents.append((ObjectNumbers.key(ofPage: index), own))
    try require(links.count < ObjectNumbers.keysPerPage, "page \(index + 1) has \(links.count) links")
    for (position, link) in links.enumerated() {
      content[link.element.index].append(.annotation(page: index, object: link.annotation))
      parents.append((ObjectNumbers.key(ofLink: position, onPage: index), object(link.element)))
    }
  }

  /// Writes all elements but the root.
  mutating func write(to body: inout PDFBody) throws(FinishingError) {
    for element in tree.elements.dropFirst() {
      let attributes = try attributeObject(of: element, &body)
      try body.add(object(element.id)) { bytes in write(element, attributes, to: &bytes) }
    }
  }

  /// The objects of the sections, which the document's element lists.
  var roots: [Int] { tree.elements[0].children.map(object) }

  /// Names and objects of the elements that have one, sorted by name.
  var names: [(key: String, object: Int)] { identified.sorted().map { (name($0), object($0)) } }

  private func name(_ element: StructureElement.ID) -> String { prefix + StructureSection.padded(element.index, 7) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

// Elements
extension StructureSection {
  private func write(_ element: StructureElement, _ attributes: Int?, to bytes: inout [UInt8]) {
    bytes.write("<</S/")
    bytes.write(element.role.rawValue)
    bytes.write("/P ")
    bytes.write(reference: object(element.parent ?? tree.root))
    writeKids(of: element, to: &bytes)
    writeTexts(element.attributes, to: &bytes)
    if identified.contains(element.id) {
      bytes.write("/ID")
      bytes.write(textString: name(element.id))
    }
    if let attributes {
      bytes.write("/A ")
      bytes.write(reference: attributes)
    }
    bytes.write(">>")
  }

  /// Content on the page of the first is told by its number alone.
  private func writeKids(of element: StructureElement, to bytes: inout [UInt8]) {
    let own = content[element.id.index]
    guard !own.isEmpty || !element.children.isEmpty else { return }
    var pageOfAll: Int?
    for case .marked(let page, _) in own.prefix(1) {
      pageOfAll = page
      bytes.write("/Pg ")
      bytes.write(reference: numbers.page(page))
    }
    let isOne = own.count + element.children.count == 1
    bytes.write("/K")
    bytes.append(isOne ? UInt8(ascii: " ") : UInt8(ascii: "["))
    for kid in own {
      write(kid, pageOfAll, to: &bytes)
      if !isOne { bytes.append(UInt8(ascii: " ")) }
    }
    for kid in element.children {
      bytes.write(reference: object(kid))
      if !isOne { bytes.append(UInt8(ascii: " ")) }
    }
    if !isOne { bytes.append(UInt8(ascii: "]")) }
  }

  private func write(_ content: Content, _ pageOfAll: Int?, to bytes: inout [UInt8]) {
    switch content {
    case .marked(let page, let number) where page == pageOfAll: bytes.write(number)
    case .marked(let page, let number):
      bytes.write("<</Type/MCR/Pg ")
      bytes.write(reference: numbers.page(page))
      bytes.write("/MCID ")
      bytes.write(number)
      bytes.write(">>")
    case .annotation(let page, let object):
      bytes.write("<</Type/OBJR/Pg ")
      bytes.write(reference: numbers.page(page))
      bytes.write("/Obj ")
      bytes.write(reference: object)
      bytes.write(">>")
    }
  }

  private func writeTexts(_ attributes: StructureAttributes, to bytes: inout [UInt8]) {
    if let text = attributes.alternative { write("/Alt", text, to: &bytes) }
    if let text = attributes.actualText { write("/ActualText", text, to: &bytes) }
    if let text = attributes.title { write("/T", text, to: &bytes) }
    if let text = attributes.language { write("/Lang", text, to: &bytes) }
  }

  private func write(_ key: StaticString, _ text: String, to bytes: inout [UInt8]) {
    bytes.write(key)
    bytes.write(textString: text)
  }

  /// The attributes of a table's cell (ISO 32000-1, table 349); cells that have the same share them.
  private mutating func attributeObject(
    of element: StructureElement, _ body: inout PDFBody
  ) throws(FinishingError) -> Int? {
    guard element.role == .tableHeader || element.role == .tableData else { return nil }
    let table = tableAttributes(element.attributes)
    guard !table.isEmpty else { return nil }
    if let known = own[table] ?? shared[table] { return known }
    let number = body.reserve()
    try body.add(number) { bytes in
      bytes.write("<</O/Table")
      bytes.append(contentsOf: table)
      bytes.write(">>")
    }
    if element.attributes.headers.isEmpty { shared[table] = number } else { own[table] = number }
    return number
  }

  private func tableAttributes(_ attributes: StructureAttributes) -> [UInt8] {
    var bytes: [UInt8] = []
    if let scope = attributes.scope { bytes.write("/Scope/" + scope.rawValue) }
    if attributes.columnSpan > 1 { bytes.write("/ColSpan \(attributes.columnSpan)") }
    if attributes.rowSpan > 1 { bytes.write("/RowSpan \(attributes.rowSpan)") }
    guard !attributes.headers.isEmpty else { return bytes }
    bytes.write("/Headers[")
    for header in attributes.headers { bytes.write(textString: name(header)) }
    bytes.write("]")
    return bytes
  }
}
