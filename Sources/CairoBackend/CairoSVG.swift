import CCairo
public import Pages

/// Draws pages as SVG for the web. Letters are outlines: the page looks the same without the report's fonts.
public enum CairoSVG {
  /// A page on white ground, as the bytes of an SVG file.
  public static func draw(_ page: Page) throws(DrawingError) -> [UInt8] {
    let sink = ByteSink()
    let surface = SurfaceOwner(
      owning: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.pointer, page.size.width.points, page.size.height.points))
    cairo_set_source_rgb(surface.context, 1, 1, 1)
    cairo_paint(surface.context)
    let canvas = Canvas(surface.context, try Fontbook())
    for placed in page.frame.items { try canvas.draw(placed.item) }
    try surface.finish()
    return withExtendedLifetime((sink, canvas)) { sink.bytes }
  }
}
