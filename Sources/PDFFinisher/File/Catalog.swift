import Pages

/// The objects that say what the file is and where its parts are (ISO 32000-1, 7.7).
struct Catalog {
  let plan: DocumentPlan
  let settings: FileSettings
  let file: FileContext
  let form: FormFields

  private var metadata: Metadata { plan.metadata }
  private var numbers: ObjectNumbers { file.numbers }

  /// A file of more pages opens with its outline beside them.
  private static let mostPagesWithoutOutline = 10

  /// Writes them; returns the number of the information dictionary, which PDF/A-4 forbids (ISO 19005-4, 6.1.3).
  func write(
    to body: inout PDFBody, _ tree: StructureRoot, _ anchors: inout Anchors, _ attached: AttachedFiles
  ) throws(FinishingError) -> Int? {
    try writePageTree(to: &body)
    try tree.write(to: &body, in: file)
    let outline = try Outline(file: file).write(plan.outline, &anchors, to: &body)
    let packet = body.reserve()
    body.addStream(packet, entries: "/Type/Metadata/Subtype/XML", XMP.packet(metadata, settings))
    let intent = try writeOutputIntent(to: &body)
    let files = try attached.write(to: &body)
    try body.add(numbers.catalog) { bytes in
      bytes.write("<</Type/Catalog/Pages ")
      bytes.write(reference: numbers.pageTree)
      bytes.write("/StructTreeRoot ")
      bytes.write(reference: numbers.structureTree)
      bytes.write("/MarkInfo<</Marked true>>/Outlines ")
      bytes.write(reference: outline)
      if numbers.pages > Catalog.mostPagesWithoutOutline { bytes.write("/PageMode/UseOutlines") }
      // All pages by their number (ISO 32000-1, 12.4.2).
      bytes.write("/PageLabels<</Nums[0<</S/D>>]>>/Metadata ")
      bytes.write(reference: packet)
      bytes.write("/OutputIntents[")
      bytes.write(reference: intent)
      bytes.write("]/Lang")
      bytes.write(textString: metadata.language)
      bytes.write("/ViewerPreferences<<\(viewerPreferences)>>")
      bytes.append(contentsOf: files)
      form.write(to: &bytes, in: file)
      bytes.write(">>")
    }
    return file.standard.isPDF2 ? nil : try writeInformation(to: &body)
  }

  /// The title, not the file's name, stands in the window; the printer takes the paper the page is made for, and where
  /// the margins are a binder's it must not scale (ISO 32000-1, table 150).
  private var viewerPreferences: String {
    let hints = plan.printHints
    return "/DisplayDocTitle true/PickTrayByPDFSize true" + (hints.keepsSize ? "/PrintScaling/None" : "")
      + (hints.duplex.map { "/Duplex/" + $0.rawValue } ?? "")
  }

  private func writePageTree(to body: inout PDFBody) throws(FinishingError) {
    let size = ObjectNumbers.pagesPerNode
    for index in 0..<numbers.nodes {
      let kids = (index * size..<min((index + 1) * size, numbers.pages)).map(numbers.page)
      try writeNode(numbers.node(index), kids, count: kids.count, parent: numbers.pageTree, to: &body)
    }
    let kids = numbers.nodes > 0 ? (0..<numbers.nodes).map { numbers.node($0) } : (0..<numbers.pages).map(numbers.page)
    try writeNode(numbers.pageTree, kids, count: numbers.pages, parent: nil, to: &body)
  }

  private func writeNode(
    _ number: Int, _ kids: [Int], count: Int, parent: Int?, to body: inout PDFBody
  ) throws(FinishingError) {
    try body.add(number) { bytes in
      bytes.write("<</Type/Pages/Count \(count)")
      if let parent {
        bytes.write("/Parent ")
        bytes.write(reference: parent)
      }
      bytes.write("/Kids")
      bytes.write(references: kids)
      bytes.write(">>")
    }
  }

  private func writeOutputIntent(to body: inout PDFBody) throws(FinishingError) -> Int {
    let (profile, intent) = (body.reserve(), body.reserve())
    body.addDeflatedStream(profile, entries: "/N 3", SRGBProfile.bytes)
    try body.add(intent) { bytes in
      bytes.write("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC 61966-2-1)")
      bytes.write("/DestOutputProfile ")
      bytes.write(reference: profile)
      bytes.write(">>")
    }
    return intent
  }

  /// The same facts as the metadata stream (ISO 19005-3, 6.6.3); a document without a date claims none.
  private func writeInformation(to body: inout PDFBody) throws(FinishingError) -> Int {
    let number = body.reserve()
    let date = metadata.date.map(XMP.pdfText)
    let keywords = metadata.keywords.isEmpty ? nil : metadata.keywords.joined(separator: ", ")
    let entries: [(String, String?)] = [
      ("/Title", metadata.title), ("/Author", metadata.author), ("/Subject", metadata.subject),
      ("/Keywords", keywords), ("/Creator", settings.creator), ("/Producer", settings.producer),
      ("/CreationDate", date),
    ]
    try body.add(number) { bytes in
      bytes.write("<<")
      for case (let key, let text?) in entries {
        bytes.write(key)
        bytes.write(textString: text)
      }
      bytes.write(">>")
    }
    return number
  }
}
