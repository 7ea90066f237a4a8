import Pages

/// Writes a section's elements, their content and links, and the way back from content to element (ISO 32000-1, 14.7).
struct StructureSection {
  private let tree: StructureTree
  private let file: FileContext
  /// The number of each element's object.
  private let objects: [Int]
  /// What each element owns, in drawing order.
  private var content: [[Content]]
  /// Elements that have a name: those that cells call their headers, and notes, which must have one (ISO 14289-1, 7.9).
  private let identified: Set<StructureElement.ID>
  /// Objects in other sections that elements refer to.
  private let targets: [StructureElement.ID: Int]
  private var figures = FigureBoxes()
  /// Attribute objects that sections share.
  private(set) var shared: [[UInt8]: Int]
  /// Keys and values of the parent tree, in order.
  private(set) var parents: [(key: Int, object: Int)] = []

  private enum Content {
    case marked(page: Int, number: Int)
    case annotation(page: Int, object: Int)
  }

  private var numbers: ObjectNumbers { file.numbers }

  /// - Parameter shared: attribute objects of the sections before.
  init(
    _ tree: StructureTree, in file: FileContext, _ anchors: inout Anchors, _ body: inout PDFBody,
    shared: [[UInt8]: Int]
  ) {
    self.tree = tree
    self.file = file
    self.shared = shared
    content = Array(repeating: [], count: tree.elements.count)
    identified = Set(tree.elements.lazy.flatMap(\.attributes.headers))
      .union(tree.elements.lazy.filter { $0.role == .note }.map(\.id))
    objects = StructureSection.objects(tree, file, &anchors, &body)
    var targets: [StructureElement.ID: Int] = [:]
    if file.standard.isPDF2 {
      for element in tree.elements {
        targets[element.id] = element.attributes.target.map { anchors.number(of: $0, &body) }
      }
    }
    self.targets = targets
  }

  /// One number after the other; but those that destinations may have named already are looked up.
  private static func objects(
    _ tree: StructureTree, _ file: FileContext, _ anchors: inout Anchors, _ body: inout PDFBody
  ) -> [Int] {
    var objects = [file.numbers.document]
    objects.reserveCapacity(tree.elements.count)
    for element in tree.elements.dropFirst() {
      if file.standard.isPDF2, let anchor = element.attributes.anchor {
        objects.append(anchors.number(of: anchor, &body))
      } else {
        objects.append(body.reserve())
      }
    }
    return objects
  }

  private func object(_ element: StructureElement.ID) -> Int { objects[element.index] }

  /// Looks how far the figures on a page reach; call for pages in order.
  mutating func measure(_ runs: [ContentRun], page index: Int) {
    for run in runs {
      guard case .content(let element) = run.owner, tree[element].role == .figure else { continue }
      figures.add(run.items, to: element, page: index)
    }
  }

  /// Says whose the marked content of a page is, and its links and fields; call for pages in order.
  /// - Parameters:
  ///   - index: of the page in the document.
  ///   - annotations: each link's or field's element and its annotation's object.
  mutating func add(
    _ owners: [StructureElement.ID], _ annotations: [(element: StructureElement.ID, annotation: Int)], page index: Int,
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
    try require(annotations.count < ObjectNumbers.keysPerPage, "page \(index + 1) has \(annotations.count) links")
    for (position, owned) in annotations.enumerated() {
      content[owned.element.index].append(.annotation(page: index, object: owned.annotation))
      parents.append((ObjectNumbers.key(ofAnnotation: position, onPage: index), object(owned.element)))
    }
  }

  /// Writes all elements but the root.
  mutating func write(to body: inout PDFBody) throws(FinishingError) {
    for element in tree.elements.dropFirst() {
      let attributes = try attributes(of: element, &body)
      try body.add(object(element.id)) { bytes in write(element, attributes, to: &bytes) }
    }
  }

  /// The objects of the sections, which the document's element lists.
  var roots: [Int] { tree.elements[0].children.map(object) }

  /// Names and objects of the elements that have one.
  var names: [(key: String, object: Int)] { identified.sorted().map { (name($0), object($0)) } }

  /// The number of its object in digits and letters, all names of one width: they sort, no two are the same, and tables
  /// name them for every cell.
  private func name(_ element: StructureElement.ID) -> String {
    let digits = String(object(element), radix: 36)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}

// Elements
extension StructureSection {
  private func write(_ element: StructureElement, _ attributes: Attributes, to bytes: inout [UInt8]) {
    bytes.write("<</S/")
    // PDF/UA-2 knows notes by PDF 2.0's type only (ISO 14289-2, 8.2.5.14).
    let isNote2 = file.standard.isPDF2 && element.role == .note
    bytes.write(isNote2 ? "FENote" : element.role.rawValue)
    if isNote2 { bytes.write(namespace: numbers) }
    bytes.write("/P ")
    bytes.write(reference: object(element.parent ?? tree.root))
    writeKids(of: element, to: &bytes)
    writeTexts(element.attributes, to: &bytes)
    if identified.contains(element.id) {
      bytes.write("/ID")
      bytes.write(textString: name(element.id))
    }
    let references = element.attributes.references.map(object) + [targets[element.id]].compactMap { $0 }
    if file.standard.isPDF2, !references.isEmpty {
      bytes.write("/Ref")
      bytes.write(references: references)
    }
    switch attributes {
    case .none: break
    case .own(let own):
      bytes.write("/A")
      bytes.append(contentsOf: own)
    case .shared(let number):
      bytes.write("/A ")
      bytes.write(reference: number)
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
    if let text = attributes.expansion { write("/E", text, to: &bytes) }
  }

  private func write(_ key: StaticString, _ text: String, to bytes: inout [UInt8]) {
    bytes.write(key)
    bytes.write(textString: text)
  }
}

// Attributes
extension StructureSection {
  private enum Attributes {
    case none
    /// The dictionary itself: of those that hardly two elements have.
    case own([UInt8])
    /// The object that holds the dictionary.
    case shared(Int)
  }

  /// What the standard structure types are told besides texts (ISO 32000-1, 14.8.5).
  private mutating func attributes(
    of element: StructureElement, _ body: inout PDFBody
  ) throws(FinishingError) -> Attributes {
    var bytes: [UInt8] = []
    switch element.role {
    case .tableHeader, .tableData: writeTable(element.attributes, to: &bytes)
    case .figure: writeBox(element.id, to: &bytes)
    case .list: writeNumbering(element.attributes.numbering, to: &bytes)
    case .note where file.standard.isPDF2: bytes.write("<</O/FENote/NoteType/Footnote>>")
    default: break
    }
    guard !bytes.isEmpty else { return .none }
    guard element.attributes.headers.isEmpty, element.role != .figure else { return .own(bytes) }
    if let known = shared[bytes] { return .shared(known) }
    let number = body.reserve()
    try body.add(number) { $0.append(contentsOf: bytes) }
    shared[bytes] = number
    return .shared(number)
  }

  /// ISO 32000-1, table 349.
  private func writeTable(_ attributes: StructureAttributes, to bytes: inout [UInt8]) {
    guard attributes.scope != nil || attributes.columnSpan > 1 || attributes.rowSpan > 1 || !attributes.headers.isEmpty
    else { return }
    bytes.write("<</O/Table")
    if let scope = attributes.scope { bytes.write("/Scope/" + scope.rawValue) }
    if attributes.columnSpan > 1 { bytes.write("/ColSpan \(attributes.columnSpan)") }
    if attributes.rowSpan > 1 { bytes.write("/RowSpan \(attributes.rowSpan)") }
    if !attributes.headers.isEmpty {
      bytes.write("/Headers[")
      for header in attributes.headers { bytes.write(textString: name(header)) }
      bytes.write("]")
    }
    bytes.write(">>")
  }

  /// ISO 32000-1, 14.8.5.4.3: a figure that stands on one page says where.
  private func writeBox(_ element: StructureElement.ID, to bytes: inout [UInt8]) {
    guard let box = figures[element] else { return }
    bytes.write("<</O/Layout/Placement/Block/BBox[")
    let height = file.pageHeight
    for (index, edge) in [box.minX, height - box.maxY, box.maxX, height - box.minY].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.write(points: edge.points)
    }
    bytes.write("]>>")
  }

  /// ISO 32000-1, table 347; ISO 32000-2, table 381, which alone has names for descriptions and lists without order.
  private func writeNumbering(_ numbering: ListNumbering?, to bytes: inout [UInt8]) {
    guard let numbering else { return }
    bytes.write("<</O/List/ListNumbering/")
    switch numbering {
    case .decimal: bytes.write("Decimal")
    case .lowerAlpha: bytes.write("LowerAlpha")
    case .description: bytes.write(file.standard.isPDF2 ? "Description" : "None")
    case .unordered: bytes.write(file.standard.isPDF2 ? "Unordered" : "None")
    }
    bytes.write(">>")
  }
}

/// Where figures stand.
private struct FigureBoxes {
  private var boxes: [StructureElement.ID: (page: Int, box: Rect)] = [:]
  /// Figures on more pages than one have no box.
  private var divided: Set<StructureElement.ID> = []

  subscript(element: StructureElement.ID) -> Rect? { divided.contains(element) ? nil : boxes[element]?.box }

  mutating func add(_ items: ArraySlice<PlacedItem>, to element: StructureElement.ID, page: Int) {
    guard var box = items.lazy.compactMap(\.item.bounds).first else { return }
    for case let other? in items.lazy.map(\.item.bounds) { box = box.union(other) }
    guard let known = boxes[element] else {
      boxes[element] = (page, box)
      return
    }
    if known.page != page { divided.insert(element) }
    boxes[element] = (page, known.box.union(box))
  }
}
