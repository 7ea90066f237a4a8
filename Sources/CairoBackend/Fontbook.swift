import CCairo
import Pages

/// The faces of one drawing, and each size of them that was asked for.
final class Fontbook {
  private let library: FreeTypeLibrary
  /// By the number of their file, each from its first use on.
  private var faces: [UInt8: CairoFace] = [:]
  private var scaled: [Key: OpaquePointer] = [:]

  private struct Key: Hashable {
    let number: UInt8
    let size: Double
  }

  init() throws(DrawingError) {
    library = try FreeTypeLibrary()
  }

  deinit { for font in scaled.values { cairo_scaled_font_destroy(font) } }

  /// Borrowed: valid as long as the book.
  /// - Parameter number: of the font's file, as `FontFace` and `SymbolFont` count them.
  func font(number: UInt8, _ size: Length) throws(DrawingError) -> OpaquePointer {
    let key = Key(number: number, size: size.points)
    if let font = scaled[key] { return font }
    let font = try face(number).scaled(size.points)
    scaled[key] = font
    return font
  }

  private func face(_ number: UInt8) throws(DrawingError) -> CairoFace {
    if let face = faces[number] { return face }
    let face = try CairoFace(number: number, library)
    faces[number] = face
    return face
  }
}
