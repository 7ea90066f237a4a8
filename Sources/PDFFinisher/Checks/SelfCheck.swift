import Pages

/// Reads a finished file again, from its end, and makes sure of what the rules for accessibility and archives rest on.
struct SelfCheck {
  private let file: FinishedFile
  private let plan: DocumentPlan
  private let standard: PDFStandard

  /// - Parameter finished: the bytes users will get.
  /// - Throws: the first thing that is not as it must be; the file is then not to be given to anyone.
  static func check(
    _ finished: [UInt8], of plan: DocumentPlan, standard: PDFStandard
  ) throws(FinishingError) {
    var failure: FinishingError?
    finished.withUnsafeBufferPointer { bytes in
      do throws(FinishingError) {
        let file = try FinishedFile(bytes)
        try SelfCheck(file: file, plan: plan, standard: standard).run()
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func run() throws(FinishingError) {
    let summary = try summary()
    try checkStructure(summary)
    let others = Dictionary(summary.others.map { ($0.number, $0.value) }) { first, _ in first }
    try checkCatalog(others)
    try checkFonts(others)
    try checkPages(summary, others)
  }

  /// What all object streams say.
  private func summary() throws(FinishingError) -> ObjectSummary {
    var streams: Set<Int> = []
    for case .inside(let stream, 0) in (0..<file.count).lazy.map(file.place) { streams.insert(stream) }
    var summary = ObjectSummary(file)
    let deflate = Deflate()
    for stream in streams.sorted() { try summary.add(objectStream: stream, deflate) }
    return summary
  }

  /// Every element has one parent, and it is the one that names it as its kid.
  private func checkStructure(_ summary: ObjectSummary) throws(FinishingError) {
    var parents = [Int32](repeating: 0, count: file.count)
    for (element, parent) in summary.parents { parents[element] = Int32(truncatingIfNeeded: parent) }
    for (kid, parent) in summary.claims {
      try require(Int(parents[kid]) == parent, "element \(kid) is not under the element that names it")
      parents[kid] = -1
    }
    let (elements, claims) = (summary.parents.count, summary.claims.count)
    // The document's element is named by the root of the tree, which is no element.
    try require(claims == elements - 1, "\(elements) elements, but \(claims) are named")
  }
}

// Catalog, fonts, pages
extension SelfCheck {
  private func checkCatalog(_ others: [Int: PDFValue]) throws(FinishingError) {
    guard let catalog = others[file.trailer["Root"]?.referred ?? 0] else {
      throw FinishingError("the file has no catalog")
    }
    for key in ["Lang", "Metadata", "OutputIntents", "StructTreeRoot", "MarkInfo", "ViewerPreferences"] {
      try require(catalog[key] != nil, "the catalog has no /\(key)")
    }
    let hasFiles = catalog["AF"] != nil
    try require(standard != .a2a || !hasFiles, "PDF/A-2a with attached files")
    try require(standard != .a4f || hasFiles, "PDF/A-4f without attached files")
  }

  /// Embedded, with the way back to text (ISO 14289-1, 7.21).
  private func checkFonts(_ others: [Int: PDFValue]) throws(FinishingError) {
    func direct(_ value: PDFValue?) -> PDFValue? { value?.referred.map { others[$0] } ?? value }
    for (number, font) in others where font["Type"] == .name("Font") {
      guard font["Subtype"] != .name("CIDFontType2") else { continue }
      let isComposite = font["Subtype"] == .name("Type0")
      let face = isComposite ? direct(direct(font["DescendantFonts"])?.items.first) : font
      let descriptor = direct(face?["FontDescriptor"])
      try require(font["ToUnicode"]?.referred != nil, "font \(number) cannot be read as text")
      let isEmbedded = ["FontFile", "FontFile2", "FontFile3"].contains { descriptor?[$0]?.referred != nil }
      try require(isEmbedded, "font \(number) is not embedded")
      try require(!isComposite || face?["CIDToGIDMap"] != nil, "font \(number) has no map to glyphs")
    }
  }

  /// The owners of a page's content, by the keys of the parent tree.
  private func owners(_ others: [Int: PDFValue]) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    for (_, value) in others {
      guard let items = value["Nums"]?.items, value["Limits"] != nil else { continue }
      for index in stride(from: 0, to: items.count - 1, by: 2) {
        owners[items[index].integer ?? -1] = items[index + 1].referred
      }
    }
    return owners
  }

  private func checkPages(_ summary: ObjectSummary, _ others: [Int: PDFValue]) throws(FinishingError) {
    try require(summary.pages.count == plan.pageCount, "\(summary.pages.count) pages, not \(plan.pageCount)")
    let (owners, deflate) = (owners(others), Deflate())
    for page in summary.pages { try check(page.value, page.number, owners, summary.ownerCounts, deflate) }
  }

  /// Marks are numbered from 0 without gap, each is owned, and each link's annotation has its way back.
  private func check(
    _ page: PDFValue, _ number: Int, _ owners: [Int: Int], _ lengths: [Int: Int], _ deflate: Deflate
  ) throws(FinishingError) {
    var expanded: [UInt8] = []
    for stream in page["Contents"]?.items ?? [] {
      expanded += try deflate.expanded(try file.stream(stream.referred ?? 0).data)
    }
    var summary: Result<MarkedContentCheck, FinishingError>?
    expanded.withUnsafeBufferPointer { bytes in
      summary = Result { () throws(FinishingError) in try MarkedContentCheck(bytes) }
    }
    guard let identifiers = try summary?.get().identifiers else { throw FinishingError("page \(number) is empty") }
    // The furniture is drawn last and numbered first.
    try require(
      identifiers.sorted().elementsEqual(0..<identifiers.count), "page \(number): marks are not numbered from 0 on")
    let key = page["StructParents"]?.integer ?? -1
    let owned = owners[key].flatMap { lengths[$0] }
    try require(owned == identifiers.count, "page \(number): content that no element owns")
    for link in 0..<(page["Annots"]?.items.count ?? 0) {
      try require(owners[key + 1 + link] != nil, "page \(number): a link that no element owns")
    }
    try require(page["Tabs"] == .name("S"), "page \(number) has no order of tabs")
  }
}
