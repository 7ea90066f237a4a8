import CCairo
import Pages

/// The pictures of one drawing, each made ready once however often it is drawn; Cairo then stores it once in the file.
final class CairoImages {
  private var ready: [Image: CairoImage] = [:]

  func draw(_ placed: PlacedImage, on context: OpaquePointer) throws(DrawingError) {
    let image: CairoImage
    if let known = ready[placed.image] {
      image = known
    } else {
      do {
        image = try CairoImage(placed.image)
      } catch {
        throw DrawingError("a picture that was looked through cannot be drawn: \(error)")
      }
      ready[placed.image] = image
    }
    image.draw(in: placed.frame, on: context)
  }
}

/// A picture as a source to paint with.
final class CairoImage {
  private let surface: OpaquePointer
  private let width: Double
  private let height: Double

  init(_ image: Image) throws(ImageFault) {
    switch image.format {
    case .png: (surface, width, height) = CairoImage.pixels(try CairoPixels.png(image.bytes).reduced(to: most))
    case .jpeg:
      let whole = try CairoPixels.jpeg(image.bytes)
      let pixels = try whole.reduced(to: most)
      if pixels === whole { CairoImage.attach(image.bytes, to: pixels.surface) }
      (surface, width, height) = CairoImage.pixels(pixels)
    case .svg where image.isFlattened: (surface, width, height) = CairoImage.pixels(try CairoImage.flattened(image))
    case .svg: (surface, width, height) = (try CairoImage.recorded(image), image.width, image.height)
    }
  }

  deinit { cairo_surface_destroy(surface) }

  private static func pixels(_ pixels: CairoPixels) -> (OpaquePointer, Double, Double) {
    (cairo_surface_reference(pixels.surface), Double(pixels.width), Double(pixels.height))
  }

  /// The file as it is, for PDF to carry instead of the pixels.
  private static func attach(_ bytes: [UInt8], to surface: OpaquePointer) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
  }

  /// On white, as many pixels as a reduced picture has at least.
  private static func flattened(_ image: Image) throws(ImageFault) -> CairoPixels {
    let scale = Double(most) / 2 / max(image.width, image.height)
    let size = (max(1, (image.width * scale).rounded()), max(1, (image.height * scale).rounded()))
    let pixels = try CairoPixels(width: Int(size.0), height: Int(size.1))
    let drawing = try SVGDrawing(image.bytes)
    var fault: ImageFault?
    pixels.draw { context in
      do throws(ImageFault) {
        try drawing.draw(on: context, width: size.0, height: size.1)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return pixels
  }

  /// The strokes and areas themselves, to be drawn again as often as wanted.
  private static func recorded(_ image: Image) throws(ImageFault) -> OpaquePointer {
    var extents = cairo_rectangle_t(x: 0, y: 0, width: image.width, height: image.height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents),
      let context = cairo_create(surface)
    else { throw .broken }
    defer { cairo_destroy(context) }
    do {
      try SVGDrawing(image.bytes).draw(on: context, width: image.width, height: image.height)
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    return surface
  }

  func draw(in frame: Rect, on context: OpaquePointer) {
    cairo_save(context)
    cairo_translate(context, frame.minX.points, frame.minY.points)
    cairo_scale(context, frame.width.points / width, frame.height.points / height)
    cairo_set_source_surface(context, surface, 0, 0)
    // Smoothing while drawing is for screens; in a PDF it would be a wish that archives forbid (ISO 19005-3, 6.2.8.2).
    let isPDF = cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF
    cairo_pattern_set_filter(cairo_get_source(context), isPDF ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BEST)
    cairo_paint(context)
    cairo_restore(context)
  }
}

/// Pixels on the longer side of what is drawn, at most.
private let most = ImageFile.mostUseful
