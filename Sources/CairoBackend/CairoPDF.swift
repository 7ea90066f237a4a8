import CCairo
public import Pages

/// Draws documents as PDF: ink in marked runs, outline and metadata. Structure and links are the finisher's: Cairo 1.16
/// drops every attribute of a structure element and knows no artifacts.
public enum CairoPDF {
  /// - Parameter producer: name and version of the program.
  /// - Throws: whatever Cairo reports, once the surface is finished.
  public static func draw(_ document: Document, producer: String) throws(DrawingError) -> [UInt8] {
    try checkLinks(document)
    let sink = ByteSink()
    let first = document.pages.first?.size
    let surface = SurfaceOwner(
      owning: cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, first?.width.points ?? 1, first?.height.points ?? 1))
    cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_5)
    setMetadata(document.metadata, producer, surface.surface)
    let canvas = Canvas(surface.context, try Fontbook())
    for (index, page) in document.pages.enumerated() {
      cairo_pdf_surface_set_size(surface.surface, page.size.width.points, page.size.height.points)
      cairo_pdf_surface_set_page_label(surface.surface, "\(index + 1)")
      canvas.newPage()
      canvas.destination(named: name(ofPage: index))
      try draw(page, on: canvas, surface.context)
      cairo_show_page(surface.context)
    }
    addOutline(document.outline, under: CAIRO_PDF_OUTLINE_ROOT, surface.surface)
    try surface.finish()
    return withExtendedLifetime((sink, canvas)) { sink.bytes }
  }

  /// Cairo writes a link that leads nowhere without a word.
  private static func checkLinks(_ document: Document) throws(DrawingError) {
    let links = document.pages.flatMap { $0.links.map(\.destination.page) }
    let lost = (links + document.outline.map(\.destination.page)).first { !document.pages.indices.contains($0) }
    if let lost { throw DrawingError("a link leads to page \(lost + 1) of \(document.pages.count)") }
  }

  /// Every page is a destination by this name.
  static func name(ofPage index: Int) -> String { "p\(index + 1)" }

  /// Every run in a tag of its own, whoever owns it: Cairo numbers them 0, 1, 2, ... on each page, and the finisher
  /// puts the owner in place of the tag.
  private static func draw(_ page: Page, on canvas: Canvas, _ context: OpaquePointer) throws(DrawingError) {
    for run in page.runs {
      cairo_tag_begin(context, runTag, nil)
      for placed in page.frame.items[run.items] { try canvas.draw(placed.item) }
      cairo_tag_end(context, runTag)
    }
  }

  private static let runTag = "P"
}

// What stands beside the pages
extension CairoPDF {
  private static func setMetadata(_ metadata: Metadata, _ producer: String, _ surface: OpaquePointer) {
    let entries: [(cairo_pdf_metadata_t, String?)] = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_CREATOR, producer),
      (CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords.isEmpty ? nil : metadata.keywords.joined(separator: ", ")),
      (CAIRO_PDF_METADATA_CREATE_DATE, dateText(metadata.date)),
    ]
    for (key, value) in entries {
      if let value { cairo_pdf_surface_set_metadata(surface, key, value) }
    }
  }

  /// Without a date Cairo would store the time of day; a constant one is taken out by the finisher.
  private static func dateText(_ date: CalendarDate?) -> String {
    (date?.description ?? "2000-01-01") + "T00:00:00Z"
  }

  private static func addOutline(_ entries: [OutlineEntry], under parent: Int32, _ surface: OpaquePointer) {
    for entry in entries {
      let link = "dest='\(name(ofPage: entry.destination.page))'"
      let id = cairo_pdf_surface_add_outline(
        surface, parent, entry.title, link, cairo_pdf_outline_flags_t(rawValue: 0))
      addOutline(entry.children, under: id, surface)
    }
  }
}
