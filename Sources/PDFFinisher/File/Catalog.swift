import Pages

/// The objects that say what the file is and where its parts are (ISO 32000-1, 7.7).
struct Catalog {
  let plan: DocumentPlan
  let settings: FileSettings
  let numbers: ObjectNumbers

  private var metadata: Metadata { plan.metadata }

  /// Writes them; returns the number of the information dictionary.
  func write(
    to body: inout PDFBody, roots: [Int], parents: [(key: Int, object: Int)],
    names: [(key: String, object: Int)], attached: AttachedFiles
  ) throws(FinishingError) -> Int {
    try writePageTree(to: &body)
    try writeStructureTree(to: &body, roots: roots, parents: parents, names: names)
    let outline = try Outline(numbers: numbers, pageHeight: plan.pageSize.height).write(plan.outline, to: &body)
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
      // All pages by their number (ISO 32000-1, 12.4.2).
      bytes.write("/PageLabels<</Nums[0<</S/D>>]>>/Metadata ")
      bytes.write(reference: packet)
      bytes.write("/OutputIntents[")
      bytes.write(reference: intent)
      bytes.write("]/Lang")
      bytes.write(textString: metadata.language)
      // The title, not the file's name, stands in the window (ISO 32000-1, table 150); printers must not scale, for the
      // paper was chosen on purpose.
      let duplex = plan.printHints.duplex.map { "/Duplex/" + $0.rawValue } ?? ""
      bytes.write("/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None\(duplex)>>")
      bytes.append(contentsOf: files)
      bytes.write(">>")
    }
    return try writeInformation(to: &body)
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

  /// ISO 32000-1, 14.7.2.
  private func writeStructureTree(
    to body: inout PDFBody, roots: [Int], parents: [(key: Int, object: Int)], names: [(key: String, object: Int)]
  ) throws(FinishingError) {
    let parentTree = try KeyTree(values: parents).write(to: &body)
    let nameTree = names.isEmpty ? nil : try KeyTree(values: names).write(to: &body)
    try body.add(numbers.document) { bytes in
      bytes.write("<</S/Document/P ")
      bytes.write(reference: numbers.structureTree)
      bytes.write("/K")
      bytes.write(references: roots)
      bytes.write(">>")
    }
    try body.add(numbers.structureTree) { bytes in
      bytes.write("<</Type/StructTreeRoot/K ")
      bytes.write(reference: numbers.document)
      bytes.write("/ParentTree ")
      bytes.write(reference: parentTree)
      bytes.write("/ParentTreeNextKey ")
      bytes.write(ObjectNumbers.key(ofPage: numbers.pages))
      if let nameTree {
        bytes.write("/IDTree ")
        bytes.write(reference: nameTree)
      }
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

extension [UInt8] {
  /// An array of references.
  mutating func write(references: [Int]) {
    append(UInt8(ascii: "["))
    for (index, reference) in references.enumerated() {
      if index > 0 { append(UInt8(ascii: " ")) }
      write(reference: reference)
    }
    append(UInt8(ascii: "]"))
  }
}
