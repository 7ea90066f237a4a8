import CCairo
import CTurboJPEG

/// An opaque picture in memory: what was transparent in its file stands on white. Owns its Cairo surface.
final class CairoPixels {
  let surface: OpaquePointer
  let width: Int
  let height: Int

  /// White all over.
  init(width: Int, height: Int) throws(ImageFault) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .broken }
    self.surface = surface
    self.width = width
    self.height = height
    draw { context in
      cairo_set_source_rgb(context, 1, 1, 1)
      cairo_paint(context)
    }
  }

  deinit { cairo_surface_destroy(surface) }

  func draw(_ body: (OpaquePointer) -> Void) {
    guard let context = cairo_create(surface) else { return }
    body(context)
    cairo_destroy(context)
    cairo_surface_flush(surface)
  }

  /// The picture at most `most` to twice as many pixels long, each the mean of a square of whole pixels.
  func reduced(to most: Int) throws(ImageFault) -> CairoPixels {
    let factor = (max(width, height) + most - 1) / most
    guard factor > 1 else { return self }
    let small = try CairoPixels(width: max(1, width / factor), height: max(1, height / factor))
    guard let source = cairo_image_surface_get_data(surface), let target = cairo_image_surface_get_data(small.surface)
    else { throw .broken }
    let strides = (
      Int(cairo_image_surface_get_stride(surface)), Int(cairo_image_surface_get_stride(small.surface))
    )
    let square = (across: min(factor, width), down: min(factor, height))
    for y in 0..<small.height {
      for x in 0..<small.width {
        for channel in 0..<3 {
          var sum = 0
          for row in 0..<square.down {
            let start = source + (y * factor + row) * strides.0 + x * factor * 4 + channel
            for column in 0..<square.across { sum += Int(start[column * 4]) }
          }
          let count = square.across * square.down
          target[y * strides.1 + x * 4 + channel] = UInt8((sum + count / 2) / count)
        }
      }
    }
    cairo_surface_mark_dirty(small.surface)
    return small
  }
}

// Files
extension CairoPixels {
  static func png(_ bytes: [UInt8]) throws(ImageFault) -> CairoPixels {
    let source = ByteSource(bytes)
    guard
      let decoded = cairo_image_surface_create_from_png_stream(
        ByteSource.read, Unmanaged.passUnretained(source).toOpaque())
    else { throw .broken }
    defer { cairo_surface_destroy(decoded) }
    guard cairo_surface_status(decoded) == CAIRO_STATUS_SUCCESS else { throw .broken }
    let pixels = try CairoPixels(
      width: Int(cairo_image_surface_get_width(decoded)), height: Int(cairo_image_surface_get_height(decoded)))
    pixels.draw { context in
      cairo_set_source_surface(context, decoded, 0, 0)
      cairo_paint(context)
    }
    return pixels
  }

  static func jpeg(_ bytes: [UInt8]) throws(ImageFault) -> CairoPixels {
    guard let decoder = tjInitDecompress() else { throw .broken }
    defer { tjDestroy(decoder) }
    var (width, height, sampling, colors): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let size = UInt(bytes.count)
    guard tjDecompressHeader3(decoder, bytes, size, &width, &height, &sampling, &colors) == 0 else { throw .broken }
    let pixels = try CairoPixels(width: Int(width), height: Int(height))
    let stride = cairo_image_surface_get_stride(pixels.surface)
    let format = TJPF_BGRX.rawValue
    guard let data = cairo_image_surface_get_data(pixels.surface),
      tjDecompress2(decoder, bytes, size, data, width, stride, height, format, TJFLAG_ACCURATEDCT) == 0
    else { throw .broken }
    cairo_surface_mark_dirty(pixels.surface)
    return pixels
  }
}

/// Hands bytes to Cairo piece by piece.
private final class ByteSource {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let read: cairo_read_func_t = { closure, target, count in
    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let end = source.place + Int(count)
    guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    source.bytes[source.place..<end].withUnsafeBufferPointer { piece in
      if let start = piece.baseAddress { target.update(from: start, count: piece.count) }
    }
    source.place = end
    return CAIRO_STATUS_SUCCESS
  }
}
