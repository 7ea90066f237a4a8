public import Pages
import SystemLibraries

/// Writes the file users get, page by page as they are drawn: accessible (PDF/UA-1), archival (PDF/A), small, the same on
/// every day.
public struct PDFAssembler {
  private let plan: DocumentPlan
  private let settings: FileSettings
  private let file: FileContext
  private let deflate = Deflate()
  private var body: PDFBody
  private var cairo = CairoFile()
  private var resources = CairoResources()
  private var attributes: [[UInt8]: Int] = [:]
  private var anchors = Anchors()
  private var furniture: [ByteKey: Int] = [:]
  private var form = FormFields()
  private var roots: [Int] = []
  private var parents: [(key: Int, object: Int)] = []
  private var names: [(key: String, object: Int)] = []
  private var nextSection = 0
  private var nextPage = 0

  public init(_ plan: DocumentPlan, _ settings: FileSettings) {
    self.plan = plan
    self.settings = settings
    let numbers = ObjectNumbers(pages: plan.pageCount)
    file = FileContext(standard: settings.standard, numbers: numbers, pageHeight: plan.pageSize.height)
    // A comment of bytes above 127 says that the file is not text (ISO 19005-3, 6.1.2).
    let version = settings.standard.isPDF2 ? "2.0" : "1.7"
    let head = Array("%PDF-\(version)\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
    body = PDFBody(head, firstNumber: numbers.first, deflate, expected: plan.pageCount * 6000)
  }

  /// Adds the next section.
  /// - Parameter drawn: what Cairo wrote for each of its pages.
  public mutating func append(_ section: DocumentSection, drawn: [[UInt8]]) throws(FinishingError) {
    try require(
      nextSection < plan.sectionPages.count && section.pages.count == plan.sectionPages[nextSection],
      "a section of \(section.pages.count) pages that was not planned")
    try require(drawn.count == section.pages.count, "\(drawn.count) pages were drawn, not \(section.pages.count)")
    var structure = StructureSection(
      section.structure, in: file, &anchors, &body, shared: attributes)
    for (page, bytes) in zip(section.pages, drawn) {
      try add(page, of: section, try cairo.page(bytes), &structure)
      nextPage += 1
    }
    try structure.write(to: &body)
    attributes = structure.shared
    roots += structure.roots
    parents += structure.parents
    names += structure.names
    nextSection += 1
  }

  private mutating func add(
    _ page: Page, of section: DocumentSection, _ drawn: CairoFile.Page, _ structure: inout StructureSection
  ) throws(FinishingError) {
    let runs = page.runs
    let content = try PageContent(runs, in: section.structure, drawn: drawn.content, deflate)
    structure.measure(runs, page: nextPage)
    let streams = add(content)
    var annotations: [Int] = []
    for link in page.links { annotations.append(try add(link, position: annotations.count)) }
    for field in page.signatureFields {
      let key = ObjectNumbers.key(ofAnnotation: annotations.count, onPage: nextPage)
      annotations.append(try form.add(field, key: key, pageHeight: page.size.height, to: &body))
    }
    let owners = page.links.map(\.element) + page.signatureFields.map(\.element)
    try structure.add(content.owners, zip(owners, annotations).map { ($0, $1) }, page: nextPage, body: &body)
    let resource = try resources.number(of: drawn.resources, &body)
    let (size, number, node) = (page.size, nextPage, file.numbers.node(ofPage: nextPage))
    try body.add(file.numbers.page(number)) { bytes in
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
      bytes.write(ObjectNumbers.key(ofPage: number))
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
    let own = body.reserve()
    body.addStream(own, entries: "/Filter/FlateDecode", content.own)
    return content.furniture.isEmpty ? [own] : [own, furnitureStream(content.furniture)]
  }

  /// The content that pages end with, once for all of them (ISO 32000-1, 7.8.2).
  private mutating func furnitureStream(_ content: [UInt8]) -> Int {
    let key = ByteKey(content)
    if let known = furniture[key] { return known }
    let number = body.reserve()
    body.addDeflatedStream(number, entries: "", content)
    furniture[key] = number
    return number
  }

  /// ISO 32000-1, 12.5.6.5; printed with the page, as PDF/A wants (ISO 19005-3, 6.3.2).
  private mutating func add(_ link: LinkArea, position: Int) throws(FinishingError) -> Int {
    let annotation = body.reserve()
    let target = try GoTo(link.destination, in: file, &anchors, &body)
    // PDF counts upwards from the foot of the page.
    let height = file.pageHeight.points
    let (area, number) = (link.area, nextPage)
    try body.add(annotation) { bytes in
      bytes.write("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
      for edge in [area.minX.points, height - area.maxY.points, area.maxX.points, height - area.minY.points] {
        bytes.write(points: edge)
        bytes.append(UInt8(ascii: " "))
      }
      bytes.write("]/StructParent ")
      bytes.write(ObjectNumbers.key(ofAnnotation: position, onPage: number))
      target.write(to: &bytes)
      bytes.write("/Contents")
      bytes.write(textString: link.description)
      bytes.write(">>")
    }
    return annotation
  }

  /// Ends the file and gives the whole of it, checked. Nothing can be added any more.
  /// - Parameters:
  ///   - drawn: what Cairo wrote after the last page.
  ///   - attached: files to carry; only PDF/A-3a allows any.
  public mutating func finish(
    drawn: [UInt8], _ attached: AttachedFiles = .none
  ) throws(FinishingError) -> [UInt8] {
    try require(nextPage == plan.pageCount, "\(nextPage) pages of \(plan.pageCount)")
    try require(settings.standard.carriesFiles || attached.isEmpty, "\(settings.standard) allows no attachments")
    try cairo.end(drawn)
    try resources.write(from: cairo, to: &body)
    let catalog = Catalog(plan: plan, settings: settings, file: file, form: form)
    let tree = StructureRoot(roots: roots, parents: parents, names: names.sorted { $0.key < $1.key })
    let info = try catalog.write(to: &body, tree, &anchors, attached)
    let finished = try body.finished(root: file.numbers.catalog, info: info)
    try SelfCheck.check(finished, of: plan, standard: settings.standard)
    return finished
  }
}
