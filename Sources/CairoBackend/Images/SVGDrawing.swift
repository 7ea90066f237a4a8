import CCairo
import CRsvg
import SystemLibraries

/// An SVG as librsvg draws it. It is given no address of its own, so nothing outside it can be loaded.
final class SVGDrawing {
  private let handle: OpaquePointer

  init(_ bytes: [UInt8]) throws(ImageFault) {
    do { try SystemLibrary.rsvg.require() } catch { throw .noLibrary(error) }
    guard let handle = rsvg_handle_new_from_data(bytes, bytes.count, nil) else { throw .broken }
    self.handle = handle
    rsvg_handle_set_dpi(handle, 96)
  }

  deinit { rsvg_handle_unref(handle) }

  /// Its own size in its own units, or its view box's; of one larger than Cairo draws, its shape.
  func size() throws(ImageFault) -> (width: Double, height: Double) {
    let (width, height) = try ownSize()
    guard width.isFinite, height.isFinite else { throw .noSize }
    let scale = min(1, SVGDrawing.largest / max(width, height))
    return (width * scale, height * scale)
  }

  /// Cairo keeps places in 24 bits before and 8 behind the point, and takes no picture beyond 32,767.
  private static let largest = 10_000.0

  private func ownSize() throws(ImageFault) -> (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0, width > 0, height > 0 {
      return (width, height)
    }
    var (hasWidth, hasHeight, hasBox): (Int32, Int32, Int32) = (0, 0, 0)
    var (widthLength, heightLength, box) = (RsvgLength(), RsvgLength(), RsvgRectangle())
    rsvg_handle_get_intrinsic_dimensions(
      handle, &hasWidth, &widthLength, &hasHeight, &heightLength, &hasBox, &box)
    guard hasBox != 0, box.width > 0, box.height > 0 else { throw .noSize }
    return (box.width, box.height)
  }

  /// Draws the whole into a rectangle at the origin.
  func draw(on context: OpaquePointer, width: Double, height: Double) throws(ImageFault) {
    var viewport = RsvgRectangle(x: 0, y: 0, width: width, height: height)
    guard rsvg_handle_render_document(handle, UnsafeMutableRawPointer(context), &viewport, nil) != 0 else {
      throw .broken
    }
  }

  /// Whether any of it is seen.
  func hasInk() throws(ImageFault) -> Bool {
    let side: Int32 = 200
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side) else { throw .broken }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { throw .broken }
    defer { cairo_destroy(context) }
    try draw(on: context, width: Double(side), height: Double(side))
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { throw .broken }
    let count = Int(cairo_image_surface_get_stride(surface) * side)
    return UnsafeBufferPointer(start: data, count: count).contains { $0 != 0 }
  }

  /// Whether a PDF of it has anything that is not opaque, or that is not lines and areas. Asked of Cairo itself, since
  /// opacity, masks, filters and blending come in more guises than a list would hold: pixels would not do, for what is
  /// transparent over something opaque leaves none.
  func hasTransparency(_ size: (width: Double, height: Double)) throws(ImageFault) -> Bool {
    let sink = ByteSink()
    let surface = SurfaceOwner(
      owning: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.pointer, 200, 200), keeping: [sink])
    // From 1.5 on Cairo 1.18 would pack the objects that are searched here.
    cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
    try draw(on: surface.context, width: 200, height: 200)
    guard (try? surface.finish()) != nil else { throw .broken }
    return GraphicsStates(of: sink.bytes).areTransparent
  }
}

/// What a PDF of Cairo's says of transparency (ISO 32000-1, table 58), and whether it holds pixels or links.
private struct GraphicsStates {
  private let words: [Substring]

  /// The words of the file; its streams are among them and are compressed, so that they say nothing.
  init(of file: [UInt8]) {
    words = String(decoding: file, as: UTF8.self).split { " \n<>/[]".contains($0) }
  }

  /// Cairo 1.18 also says that there is nothing special, to undo what might have been set.
  var areTransparent: Bool {
    zip(words, words.dropFirst()).contains { key, value in
      switch key {
      case "SMask": value != "None"
      case "BM": value != "Normal"
      case "ca", "CA": Double(value).map { $0 < 1 } ?? false
      case "Subtype": value == "Image" || value == "Link"
      default: false
      }
    }
  }
}

extension [UInt8] {
  /// Whether `part` stands somewhere in these bytes.
  func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: part) }
  }
}
