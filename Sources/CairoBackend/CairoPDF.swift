import CCairo
public import Pages

/// Draws pages as PDF, one after the other, and hands on what Cairo writes for each: ink alone, in runs of alternating
/// shade (`ContentShade`). Structure, links, outline and metadata are the finisher's: Cairo 1.16 drops every attribute of
/// a structure element, knows no artifacts, and takes longer for tags than for the ink.
///
/// Each page begins with a white ground of its size, which the finisher drops again: Cairo keeps the area of all that was
/// drawn, and whatever lies within what is there already costs it nothing.
///
/// PDF 1.4 is asked for because it makes Cairo 1.16 and 1.18 write the same kind of file: from 1.5 on, 1.18 packs objects
/// into compressed streams. The finished file is of another version.
public struct CairoPDF: ~Copyable {
  /// Cairo's name and version.
  public static var engine: String { "cairo " + String(cString: cairo_version_string()) }

  private let turn: CairoTurn
  private let surface: SurfaceOwner
  private let canvas: Canvas
  private let sink: ByteSink

  /// Waits until no other drawing of the process is under way.
  public init() throws(DrawingError) {
    turn = CairoTurn()
    let (sink, fonts) = (ByteSink(), try Fontbook())
    surface = SurfaceOwner(
      owning: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.pointer, 1, 1), keeping: [sink, fonts])
    cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
    // Without one Cairo would ask the clock; the finisher drops it.
    cairo_pdf_surface_set_metadata(surface.surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    canvas = Canvas(surface.context, fonts)
    self.sink = sink
  }

  /// Draws the next page.
  /// - Returns: what Cairo wrote of it: its content and what the content needs, but no fonts, which come at the end.
  /// - Throws: where a text does not stand on the page as a whole.
  public mutating func draw(_ page: Page) throws(DrawingError) -> [UInt8] {
    cairo_pdf_surface_set_size(surface.surface, page.size.width.points, page.size.height.points)
    canvas.newPage(of: page.size)
    try checkTexts(of: page)
    for run in page.runs {
      if run.items.first?.item.isImage != true { canvas.newRun() }
      for placed in run.items { try canvas.draw(placed.item) }
    }
    cairo_show_page(surface.context)
    return sink.take()
  }

  /// Cairo leaves out what lies beyond the page: words would be lost without a trace.
  private func checkTexts(of page: Page) throws(DrawingError) {
    let sheet = Rect(origin: .zero, size: page.size)
    for placed in page.items {
      guard case .text(let line) = placed.item, let box = placed.item.bounds else { continue }
      guard sheet.contains(box) else { throw DrawingError("«\(line.text)» does not stand on the page") }
    }
  }

  /// Ends the file.
  /// - Returns: the rest of it: fonts and the tables at the end.
  /// - Throws: whatever Cairo reports, once the surface is finished.
  public consuming func finish() throws(DrawingError) -> [UInt8] {
    let sink = sink
    try surface.finish()
    return sink.take()
  }

  /// A whole file of pages, as Cairo writes it.
  public static func draw(_ pages: [Page]) throws(DrawingError) -> [UInt8] {
    var drawing = try CairoPDF()
    var bytes: [UInt8] = []
    for page in pages { bytes += try drawing.draw(page) }
    return bytes + (try drawing.finish())
  }
}
