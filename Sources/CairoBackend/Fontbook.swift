import CCairo
import Pages

/// The faces of one drawing, and each size of them that was asked for.
final class Fontbook {
  private let faces: [CairoFace]
  private var scaled: [Key: OpaquePointer] = [:]

  private struct Key: Hashable {
    let face: FontFace
    let size: Double
  }

  init() throws(DrawingError) {
    let library = try FreeTypeLibrary()
    var faces: [CairoFace] = []
    for kind in FontFace.allCases { faces.append(try CairoFace(kind, library)) }
    self.faces = faces
  }

  deinit { for font in scaled.values { cairo_scaled_font_destroy(font) } }

  /// Borrowed: valid as long as the book.
  func font(_ face: FontFace, _ size: Length) throws(DrawingError) -> OpaquePointer {
    let key = Key(face: face, size: size.points)
    if let font = scaled[key] { return font }
    let font = try faces[Int(face.rawValue)].scaled(size.points)
    scaled[key] = font
    return font
  }
}
