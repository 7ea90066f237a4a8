import Pages

/// Reads a finished file again and makes sure of what the rules for accessibility and archives rest on.
enum SelfCheck {
  /// - Parameter finished: the bytes users will get.
  /// - Throws: the first thing that is not as it must be; the file is then not to be given to anyone.
  static func check(_ finished: [UInt8], of document: MarkedDocument) throws(FinishingError) {
    let file = try QPDFDocument(finished)
    try require(file.pageCount == document.pages.count, "the pages are not all there")
    for key in ["/Lang", "/Metadata", "/OutputIntents", "/StructTreeRoot"] {
      try require(file.root.keys.contains(key), "the catalog has no \(key)")
    }
    let parents = file.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for (index, page) in document.pages.enumerated() {
      let owned = page.owners.count { if case .content = $0 { true } else { false } }
      try require(parents[2 * index + 1].count == owned, "page \(index + 1): content that no element owns")
      try checkFonts(of: file.page(index), "page \(index + 1)")
      let links = file.page(index)["/Annots"].count
      try require(links == page.links.count, "page \(index + 1): links lost")
    }
  }

  /// Embedded, with the way back to text (ISO 14289-1, 7.21).
  private static func checkFonts(of page: QPDFDocument.Object, _ place: String) throws(FinishingError) {
    let fonts = page["/Resources"]["/Font"]
    for key in fonts.keys {
      let font = fonts[key]
      let composite = font["/Subtype"].isName("/Type0")
      let face = composite ? font["/DescendantFonts"][0] : font
      try require(font.keys.contains("/ToUnicode"), "\(place): font \(key) cannot be read as text")
      let embedded = face["/FontDescriptor"].keys.contains { $0.hasPrefix("/FontFile") }
      try require(embedded, "\(place): font \(key) is not embedded")
      let mapped = !face["/Subtype"].isName("/CIDFontType2") || face.keys.contains("/CIDToGIDMap")
      try require(mapped, "\(place): font \(key) has no map to glyphs")
    }
  }

  private static func require(_ condition: Bool, _ words: String) throws(FinishingError) {
    guard condition else { throw FinishingError(description: words) }
  }
}
