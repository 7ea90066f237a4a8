public import Pages
public import Workers

/// A part of a document as it goes into the file: all objects of its pages and structure, packed and numbered.
///
/// What its pages draw with (fonts, pictures) goes along apart, for the file to store once.
public struct FinishedPart: Sendable {
  let index: Int
  let body: PackedBody
  /// Sections of the structure tree.
  let roots: [Int]
  let parents: [(key: Int, object: Int)]
  let names: [(key: String, object: Int)]
  /// For each resource dictionary its object's number and entries.
  let resources: [(number: Int, categories: [Resources.Category])]
  let graphs: [ObjectGraph]
}

/// Finishes a part; parts may be finished side by side.
public struct PartFinisher: Sendable {
  let plan: DocumentPlan
  let numbers: PartNumbers

  public init(_ plan: DocumentPlan) {
    self.plan = plan
    numbers = PartNumbers(parts: plan.partPages.count, pages: plan.pageCount)
  }

  /// - Parameters:
  ///   - parts: one behind the other, the first of them the `index`-th of the document.
  ///   - drawn: the file Cairo made of the parts' pages.
  ///   - leading: how many pages of it come before the parts' own and are no part of them.
  ///   - workers: finish the pages of a part side by side.
  public func finish(
    _ parts: [DocumentPart], _ index: Int = 0, drawn: [UInt8], leading: Int = 0, workers: Workers = .one
  ) throws(FinishingError) -> [FinishedPart] {
    var result: Result<[FinishedPart], FinishingError>?
    drawn.withUnsafeBufferPointer { bytes in
      result = Result { () throws(FinishingError) in
        try finish(parts, index, try DrawnFile(bytes), leading, workers)
      }
    }
    guard let result else { throw FinishingError("nothing was drawn") }
    return try result.get()
  }

  private func finish(
    _ parts: [DocumentPart], _ index: Int, _ drawn: DrawnFile, _ leading: Int, _ workers: Workers
  ) throws(FinishingError) -> [FinishedPart] {
    let graphs = DrawnGraphs(drawn)
    var finished: [FinishedPart] = []
    var first = leading
    for part in parts {
      var work = PartWork(self, part, index + finished.count, drawn, graphs)
      finished.append(try work.finished(from: first, workers))
      first += part.pages.count
    }
    try require(first == drawn.pages.count, "\(drawn.pages.count - leading) pages were drawn, not \(first - leading)")
    return finished
  }
}

/// The making of one part.
private struct PartWork {
  let plan: DocumentPlan
  let numbers: PartNumbers
  let part: DocumentPart
  let index: Int
  let drawn: DrawnFile
  let graphs: DrawnGraphs
  let firstPage: Int
  let deflate = Deflate()
  var body: PDFBody
  var structure: StructureSection
  var resources: Resources
  var furniture: [ByteKey: Int] = [:]

  init(_ finisher: PartFinisher, _ part: DocumentPart, _ index: Int, _ drawn: DrawnFile, _ graphs: DrawnGraphs) {
    plan = finisher.plan
    numbers = finisher.numbers
    self.part = part
    self.index = index
    self.drawn = drawn
    self.graphs = graphs
    firstPage = plan.firstPage(of: index)
    body = PDFBody(firstNumber: numbers.firstNumber(ofPart: index), deflate)
    structure = StructureSection(part.structure, part: index, numbers: numbers, body: &body)
    resources = Resources()
  }

  mutating func finished(from first: Int, _ workers: Workers) throws(FinishingError) -> FinishedPart {
    try require(
      drawn.pages.count >= first + part.pages.count && part.pages.count == plan.partPages[index],
      "a part of \(part.pages.count) pages, not \(plan.partPages[index])")
    let pages = Array(drawn.pages[first..<first + part.pages.count])
    let contents = PageContent.contents(of: part, pages, in: drawn, workers)
    for (position, content) in contents.enumerated() {
      let drawnPage = try drawn.object(pages[position]).value
      try add(part.pages[position], content.get(), drawnPage, number: firstPage + position)
    }
    try structure.write(to: &body)
    let packed = body.finished()
    let used = packed.endNumber - numbers.firstNumber(ofPart: index)
    try require(index == 0 || used <= numbers.objectsPerPart, "\(used) objects in a part")
    return FinishedPart(
      index: index, body: packed, roots: structure.roots,
      parents: structure.parents, names: structure.names, resources: resources.dictionaries,
      graphs: try resources.graphs(graphs))
  }

  private mutating func add(
    _ page: Page, _ content: PageContent, _ drawnPage: PDFValue, number: Int
  ) throws(FinishingError) {
    let streams = add(content)
    var annotations: [Int] = []
    for link in page.links { annotations.append(try add(link, number: number, position: annotations.count)) }
    try structure.add(
      content.owners, zip(page.links, annotations).map { ($0.element, $1) }, page: number, body: &body)
    let resource = try resources.number(of: drawnPage["Resources"], drawn, &body)
    let (size, node) = (page.size, numbers.pageNode(ofPart: index))
    try body.add(numbers.page(number)) { bytes in
      bytes.write("<</Type/Page/Parent ")
      bytes.write(reference: node)
      bytes.write("/MediaBox[0 0 ")
      bytes.write(points: size.width.points)
      bytes.append(UInt8(ascii: " "))
      bytes.write(points: size.height.points)
      bytes.write("]/Contents")
      bytes.write(references: streams)
      bytes.write("/Resources ")
      bytes.write(reference: resource)
      bytes.write("/StructParents ")
      bytes.write(PartNumbers.key(ofPage: number))
      bytes.write("/Tabs/S")
      if !annotations.isEmpty {
        bytes.write("/Annots")
        bytes.write(references: annotations)
      }
      bytes.write(">>")
    }
  }

  /// The numbers of the page's streams.
  private mutating func add(_ content: PageContent) -> [Int] {
    var streams = content.furniture.isEmpty ? [] : [furnitureStream(content.furniture)]
    streams.append(body.reserve())
    body.addStream(streams[streams.count - 1], entries: "/Filter/FlateDecode", content.own)
    return streams
  }

  /// The content that pages begin with, once for all of them (ISO 32000-1, 7.8.2).
  private mutating func furnitureStream(_ content: [UInt8]) -> Int {
    let key = ByteKey(content)
    if let known = furniture[key] { return known }
    let number = body.reserve()
    body.addDeflatedStream(number, entries: "", content)
    furniture[key] = number
    return number
  }

  /// ISO 32000-1, 12.5.6.5; printed with the page, as PDF/A wants (ISO 19005-3, 6.3.2).
  private mutating func add(_ link: LinkArea, number: Int, position: Int) throws(FinishingError) -> Int {
    let target = link.destination
    try require((0..<numbers.pages).contains(target.page), "a link leads to page \(target.page + 1)")
    let annotation = body.reserve()
    // PDF counts upwards from the foot of the page.
    let height = plan.pageSize.height.points
    let (area, page) = (link.area, numbers.page(target.page))
    try body.add(annotation) { bytes in
      bytes.write("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
      for edge in [area.minX.points, height - area.maxY.points, area.maxX.points, height - area.minY.points] {
        bytes.write(points: edge)
        bytes.append(UInt8(ascii: " "))
      }
      bytes.write("]/StructParent ")
      bytes.write(PartNumbers.key(ofLink: position, onPage: number))
      bytes.write("/Dest[")
      bytes.write(reference: page)
      bytes.write("/XYZ null ")
      bytes.write(points: height - target.top.points)
      bytes.write(" null]/Contents")
      bytes.write(textString: link.description)
      bytes.write(">>")
    }
    return annotation
  }
}
