public import Pages

/// Makes the file that users get of the one Cairo drew: accessible (PDF/UA-1), archival (PDF/A-3a), small, the same on
/// every day.
public enum PDFFinisher {
  /// - Parameters:
  ///   - drawn: a whole PDF file as the backend made it.
  ///   - document: what was drawn.
  ///   - standard: what the file claims to keep.
  ///   - attachments: files to carry; none may be given for PDF/A-2a, which allows none but PDF/A files.
  public static func finish(
    _ drawn: [UInt8], of document: MarkedDocument, standard: PDFStandard = .a3a, attachments: [Attachment] = []
  ) throws(FinishingError) -> [UInt8] {
    let finished = try finishedFile(drawn, of: document)
    try SelfCheck.check(finished, of: document)
    return finished
  }

  /// In a function of its own, so that libqpdf's copy is gone before the file is read again.
  private static func finishedFile(_ drawn: [UInt8], of document: MarkedDocument) throws(FinishingError) -> [UInt8] {
    let file = try QPDFDocument(drawn)
    guard file.pageCount == document.pages.count else {
      throw FinishingError(description: "\(file.pageCount) pages, not \(document.pages.count)")
    }
    try addStructure(of: document, to: file)
    addCatalogEntries(document.metadata, document.printHints, file)
    return try file.written()
  }

  private static func addStructure(of document: MarkedDocument, to file: QPDFDocument) throws(FinishingError) {
    let pages = document.pages.indices.map { file.page($0) }
    var writer = StructureWriter(file, document.structure, pages: pages.count)
    for (index, page) in document.pages.enumerated() {
      let drawn = try file.content(ofPage: pages[index])
      let content = try MarkedContent(drawn, owners: page.owners, structure: document.structure)
      pages[index].set("/Contents", file.newStream(content.bytes, []))
      pages[index].set("/Tabs", object: "/S")
      writer.add(content.owners, page: pages[index], index: index)
      completeFonts(of: pages[index])
    }
    for (index, page) in document.pages.enumerated() where !page.links.isEmpty {
      let annotations = file.newArray()
      for link in page.links {
        let annotation = self.annotation(link, on: page, document, pages, file)
        annotations.append(annotation)
        writer.add(annotation, of: link.element, page: pages[index])
      }
      pages[index].set("/Annots", annotations)
    }
    writer.write()
  }

  /// ISO 32000-1, 12.5.6.5; printed with the page, as PDF/A wants (ISO 19005-3, 6.3.2).
  private static func annotation(
    _ link: LinkArea, on page: MarkedDocument.MarkedPage, _ document: MarkedDocument, _ pages: [QPDFDocument.Object],
    _ file: QPDFDocument
  ) -> QPDFDocument.Object {
    let annotation = file.newDictionary()
    annotation.set("/Type", object: "/Annot")
    annotation.set("/Subtype", object: "/Link")
    annotation.set("/F", object: "4")
    annotation.set("/Border", object: "[0 0 0]")
    annotation.set("/Contents", text: link.description)
    // PDF counts upwards from the foot of the page.
    let height = page.size.height.points
    let area = link.area
    let corners = [
      area.minX.points, height - area.minY.points - area.height.points, area.minX.points + area.width.points,
      height - area.minY.points,
    ]
    annotation.set("/Rect", object: "[" + corners.map(number).joined(separator: " ") + "]")
    let target = link.destination
    let destination = file.newArray()
    destination.append(pages[target.page])
    destination.append(file.parsed("/XYZ"))
    destination.append(file.parsed("null"))
    destination.append(file.parsed(number(document.pages[target.page].size.height.points - target.top.points)))
    destination.append(file.parsed("null"))
    annotation.set("/Dest", destination)
    return annotation
  }

  private static func number(_ points: Double) -> String { "\((points * 100).rounded() / 100)" }

  /// Cairo leaves out what every embedded TrueType CID font must have (ISO 14289-1, 7.21.3.2).
  private static func completeFonts(of page: QPDFDocument.Object) {
    let fonts = page["/Resources"]["/Font"]
    for key in fonts.keys where fonts[key]["/Subtype"].isName("/Type0") {
      let descendant = fonts[key]["/DescendantFonts"][0]
      if descendant["/Subtype"].isName("/CIDFontType2") { descendant.set("/CIDToGIDMap", object: "/Identity") }
    }
  }

  private static func addCatalogEntries(_ metadata: Metadata, _ hints: PrintHints, _ file: QPDFDocument) {
    file.root.set("/Lang", text: metadata.language)
    // The title, not the file's name, stands in the window (ISO 32000-1, table 150); printers must not scale, for the
    // paper was chosen on purpose.
    let duplex = hints.duplex.map { " /Duplex /\($0.rawValue)" } ?? ""
    file.root.set("/ViewerPreferences", object: "<< /DisplayDocTitle true /PrintScaling /None\(duplex) >>")
    // Cairo stores a date of creation whatever one does; a document without a date must not claim one.
    file.info.remove("/CreationDate")
    if let date = metadata.date {
      let digits = XMP.text(date).filter(\.isNumber)
      file.info.set("/CreationDate", text: "D:\(digits)Z")
    }
    let packet = XMP.packet(
      metadata, creator: file.info["/Creator"].text ?? "", producer: file.info["/Producer"].text ?? "")
    file.root.set("/Metadata", file.newStream(packet, [("/Type", "/Metadata"), ("/Subtype", "/XML")]))
    addOutputIntent(file)
  }

  private static func addOutputIntent(_ file: QPDFDocument) {
    let intent = file.newDictionary()
    intent.set("/Type", object: "/OutputIntent")
    intent.set("/S", object: "/GTS_PDFA1")
    intent.set("/OutputConditionIdentifier", text: "sRGB")
    intent.set("/Info", text: "sRGB IEC 61966-2-1")
    intent.set("/DestOutputProfile", file.newStream(SRGBProfile.bytes, [("/N", "3")]))
    let intents = file.newArray()
    intents.append(intent)
    file.root.set("/OutputIntents", intents)
  }
}
