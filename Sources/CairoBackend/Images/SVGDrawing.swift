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

  /// Its own size in its own units, or its view box's.
  func size() throws(ImageFault) -> (width: Double, height: Double) {
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

  /// Whether a PDF of it has anything that is not opaque, or that is not lines and areas. Asked of Cairo itself, since
  /// opacity, masks, filters and blending come in more guises than a list would hold.
  func hasTransparency(_ size: (width: Double, height: Double)) throws(ImageFault) -> Bool {
    let sink = ByteSink()
    let surface = SurfaceOwner(
      owning: cairo_pdf_surface_create_for_stream(ByteSink.write, sink.pointer, 200, 200), keeping: [sink])
    // From 1.5 on Cairo 1.18 would pack the objects that are searched here.
    cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
    try draw(on: surface.context, width: 200, height: 200)
    guard (try? surface.finish()) != nil else { throw .broken }
    let file = sink.bytes
    return ["/SMask", "/ca 0", "/CA 0", "/Subtype /Image", "/BM /"].contains { mark in
      file.contains(Array(mark.utf8))
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
