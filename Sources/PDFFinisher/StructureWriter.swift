import Pages

/// Writes the document's structure tree into the file: elements, their content, links, and the way back from content
/// to element (ISO 32000-1, 14.7).
struct StructureWriter {
  private let file: QPDFDocument
  private let tree: StructureTree
  private let elements: [QPDFDocument.Object]
  /// What each element owns, in drawing order.
  private var kids: [[QPDFDocument.Object]]
  /// The page of each element's first content; content there is named by its number alone.
  private var firstPage: [Int?]
  private let parents: QPDFDocument.Object
  private let identified: Set<StructureElement.ID>
  private var nextParent: Int
  /// Names, numbers and texts that come again and again, made once: libqpdf needs some two hundred bytes for each.
  private var shared: [String: QPDFDocument.Object] = [:]
  private var headerNames: [StructureElement.ID: QPDFDocument.Object] = [:]

  init(_ file: QPDFDocument, _ tree: StructureTree, pages: Int) {
    self.file = file
    self.tree = tree
    elements = tree.elements.map { _ in file.newDictionary() }
    kids = Array(repeating: [], count: tree.elements.count)
    firstPage = Array(repeating: nil, count: tree.elements.count)
    parents = file.newArray()
    // Headers are named by the cells under them; notes must have a name (ISO 14289-1, 7.9).
    identified = Set(tree.elements.flatMap(\.attributes.headers))
      .union(tree.elements.filter { $0.role == .note }.map(\.id))
    nextParent = pages
  }

  /// Says whose the marked content of a page is; call for pages in order.
  mutating func add(_ owners: [StructureElement.ID], page: QPDFDocument.Object, index: Int) {
    let own = file.newArray()
    for (mark, element) in owners.enumerated() {
      own.append(elements[element.index])
      if firstPage[element.index] == nil {
        firstPage[element.index] = index
        elements[element.index].set("/Pg", page)
      }
      let isHere = firstPage[element.index] == index
      kids[element.index].append(isHere ? constant("\(mark)") : reference(to: mark, on: page))
    }
    page.set("/StructParents", file.number(index))
    parents.append(file.number(index))
    parents.append(own)
  }

  private mutating func constant(_ object: String) -> QPDFDocument.Object {
    if let known = shared[object] { return known }
    let new = file.parsed(object)
    shared[object] = new
    return new
  }

  private mutating func reference(to mark: Int, on page: QPDFDocument.Object) -> QPDFDocument.Object {
    let content = file.newDirectDictionary()
    content.set("/Type", constant("/MCR"))
    content.set("/Pg", page)
    content.set("/MCID", constant("\(mark)"))
    return content
  }

  /// Ties a link's annotation to its element; call after all pages are added, for the tree of parents is in order.
  mutating func add(_ annotation: QPDFDocument.Object, of element: StructureElement.ID, page: QPDFDocument.Object) {
    annotation.set("/StructParent", file.number(nextParent))
    parents.append(file.number(nextParent))
    parents.append(elements[element.index])
    nextParent += 1
    let reference = file.newDirectDictionary()
    reference.set("/Type", constant("/OBJR"))
    reference.set("/Obj", annotation)
    reference.set("/Pg", page)
    kids[element.index].append(reference)
  }

  /// Writes all elements, and the tree in place of whatever tree the file had.
  mutating func write() {
    let root = file.newDictionary()
    root.set("/Type", object: "/StructTreeRoot")
    root.set("/K", elements[0])
    for element in tree.elements { write(element, root) }
    let parentTree = file.newDictionary()
    parentTree.set("/Nums", parents)
    root.set("/ParentTree", parentTree)
    root.set("/ParentTreeNextKey", file.number(nextParent))
    if !identified.isEmpty { root.set("/IDTree", identifiers) }
    file.root.set("/StructTreeRoot", root)
    file.root.set("/MarkInfo", object: "<< /Marked true >>")
  }

  private mutating func write(_ element: StructureElement, _ root: QPDFDocument.Object) {
    let object = elements[element.id.index]
    object.set("/S", constant("/" + element.role.rawValue))
    object.set("/P", element.parent.map { elements[$0.index] } ?? root)
    let all = kids[element.id.index] + element.children.map { elements[$0.index] }
    kids[element.id.index] = []
    if all.count == 1 {
      object.set("/K", all[0])
    } else if !all.isEmpty {
      let content = file.newArray()
      for kid in all { content.append(kid) }
      object.set("/K", content)
    }
    writeTexts(element.attributes, object)
    if identified.contains(element.id) { object.set("/ID", text: name(element.id)) }
    writeTable(element, object)
  }

  private func writeTexts(_ attributes: StructureAttributes, _ object: QPDFDocument.Object) {
    let texts: [(String, String?)] = [
      ("/Alt", attributes.alternative), ("/ActualText", attributes.actualText), ("/T", attributes.title),
      ("/Lang", attributes.language),
    ]
    for case (let key, let text?) in texts { object.set(key, text: text) }
  }

  /// ISO 32000-1, table 349.
  private mutating func writeTable(_ element: StructureElement, _ object: QPDFDocument.Object) {
    guard element.role == .tableHeader || element.role == .tableData else { return }
    let attributes = element.attributes
    let table = file.newDirectDictionary()
    table.set("/O", constant("/Table"))
    if let scope = attributes.scope { table.set("/Scope", constant("/" + scope.rawValue)) }
    if attributes.columnSpan > 1 { table.set("/ColSpan", constant("\(attributes.columnSpan)")) }
    if attributes.rowSpan > 1 { table.set("/RowSpan", constant("\(attributes.rowSpan)")) }
    if !attributes.headers.isEmpty {
      let headers = file.newArray()
      for header in attributes.headers { headers.append(headerName(header)) }
      table.set("/Headers", headers)
    }
    if table.keys.count > 1 { object.set("/A", table) }
  }

  private mutating func headerName(_ element: StructureElement.ID) -> QPDFDocument.Object {
    if let known = headerNames[element] { return known }
    let new = file.text(name(element))
    headerNames[element] = new
    return new
  }

  /// A name tree is sorted by its names, so these have one width.
  private var identifiers: QPDFDocument.Object {
    let names = file.newArray()
    for element in identified.sorted() {
      names.append(file.text(name(element)))
      names.append(elements[element.index])
    }
    let tree = file.newDictionary()
    tree.set("/Names", names)
    return tree
  }

  private var width: Int { String(tree.elements.count).count }

  private func name(_ element: StructureElement.ID) -> String {
    let digits = String(element.index)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
