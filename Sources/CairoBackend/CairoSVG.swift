import CCairo
public import Pages

/// Draws pages as SVG for the web. Letters are outlines: the page looks the same without the report's fonts.
public enum CairoSVG {
  /// A page on white ground, as the bytes of an SVG file.
  /// - Parameter title: what browsers show and assistive technology says of it.
  public static func draw(_ page: Page, title: String) throws(DrawingError) -> [UInt8] {
    try CairoTurn.hold { () throws(DrawingError) in titled(numberedAnew(try drawing(page)), title) }
  }

  private static func drawing(_ page: Page) throws(DrawingError) -> [UInt8] {
    let (sink, fonts) = (ByteSink(), try Fontbook())
    let surface = SurfaceOwner(
      owning: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.pointer, page.size.width.points, page.size.height.points), keeping: [sink, fonts])
    // From 1.18 on Cairo would say sizes in pixels of the web, and pages would come out a quarter smaller.
    cairo_svg_surface_set_document_unit(surface.surface, CAIRO_SVG_UNIT_PT)
    cairo_set_source_rgb(surface.context, 1, 1, 1)
    cairo_paint(surface.context)
    let canvas = Canvas(surface.context, fonts)
    for placed in page.items { try canvas.draw(placed.item) }
    try surface.finish()
    return sink.bytes
  }

  /// Cairo writes no title; it belongs first into the outermost element (SVG 1.1, 5.4).
  private static func titled(_ bytes: [UInt8], _ title: String) -> [UInt8] {
    guard let start = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    let text = title.reduce(into: "") { $0 += escapes[$1] ?? String($1) }
    return bytes[...end] + Array("\n<title>\(text)</title>".utf8) + bytes[(end + 1)...]
  }

  private static let escapes: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]

  /// Cairo names pictures by a count over the whole process: `surface7` and `image9` in 1.16, `source-7` in 1.18. Here
  /// they are counted in the order they appear, so that the same page is the same file.
  private static func numberedAnew(_ bytes: [UInt8]) -> [UInt8] {
    var (result, place): ([UInt8], Int) = ([], 0)
    result.reserveCapacity(bytes.count)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    while place < bytes.count {
      let byte = bytes[place]
      result.append(byte)
      place += 1
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#"),
        let word = counted.first(where: { bytes[place...].starts(with: $0) })
      else { continue }
      let digits = bytes[(place + word.count)...].prefix { (48...57).contains($0) }
      guard !digits.isEmpty else { continue }
      let number = numbers[digits] ?? numbers.count + 1
      numbers[digits] = number
      result += word + Array(String(number).utf8)
      place = digits.endIndex
    }
    return result
  }

  private static let counted = ["surface", "image", "source-"].map { Array($0.utf8) }
}
