import CCairo
import CCairoDrafts
public import Pages

/// Draws pages as PDF: ink alone, in runs of alternating shade (`ContentShade`). Structure, links, outline and metadata
/// are the finisher's: Cairo 1.16 drops every attribute of a structure element, knows no artifacts, and takes longer for
/// tags than for the ink.
///
/// Each page begins with a white ground of its size, which the finisher drops again: Cairo keeps the area of all that was
/// drawn, and whatever lies within what is there already costs it nothing. Streams are stored as they are, for the
/// finisher to compress.
public enum CairoPDF {
  /// Cairo's name and version.
  public static var engine: String { "cairo " + String(cString: cairo_version_string()) }

  /// Loads Cairo ahead, which the first drawing would wait for.
  public static func prepare() { _ = cairo_is_installed() }

  /// - Throws: whatever Cairo reports, once the surface is finished.
  public static func draw(_ pages: [Page]) throws(DrawingError) -> [UInt8] {
    cairo_drafts_store(true)
    defer { cairo_drafts_store(false) }
    let (sink, fonts) = (ByteSink(expected: pages.count << 16), try Fontbook())
    let first = pages.first?.size
    let surface = SurfaceOwner(
      owning: cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, first?.width.points ?? 1, first?.height.points ?? 1), keeping: [sink, fonts])
    cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_5)
    // Without one Cairo would ask the clock; the finisher drops it.
    cairo_pdf_surface_set_metadata(surface.surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    let canvas = Canvas(surface.context, fonts)
    for page in pages {
      cairo_pdf_surface_set_size(surface.surface, page.size.width.points, page.size.height.points)
      canvas.newPage(of: page.size)
      for run in page.runs {
        if !page.frame.items[run.items.lowerBound].item.isImage { canvas.newRun() }
        for placed in page.frame.items[run.items] { try canvas.draw(placed.item) }
      }
      cairo_show_page(surface.context)
    }
    try surface.finish()
    return sink.bytes
  }
}
