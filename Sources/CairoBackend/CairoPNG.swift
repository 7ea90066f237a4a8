import CCairo
public import Pages

/// Draws pages as pictures for screens.
public enum CairoPNG {
  /// A page on white ground, as the bytes of a PNG file.
  public static func draw(_ page: Page, pixelsPerInch: Double) throws(DrawingError) -> [UInt8] {
    try CairoTurn.hold { () throws(DrawingError) in try picture(page, scale: pixelsPerInch / 72) }
  }

  private static func picture(_ page: Page, scale: Double) throws(DrawingError) -> [UInt8] {
    let width = Int32((page.size.width.points * scale).rounded())
    let height = Int32((page.size.height.points * scale).rounded())
    let surface = SurfaceOwner(owning: cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height))
    cairo_set_source_rgb(surface.context, 1, 1, 1)
    cairo_paint(surface.context)
    cairo_scale(surface.context, scale, scale)
    let canvas = Canvas(surface.context, try Fontbook())
    for placed in page.items { try canvas.draw(placed.item) }
    try check(cairo_status(surface.context), "drawing")
    let sink = ByteSink()
    try check(cairo_surface_write_to_png_stream(surface.surface, ByteSink.write, sink.pointer), "PNG")
    try surface.finish()
    return sink.bytes
  }
}
