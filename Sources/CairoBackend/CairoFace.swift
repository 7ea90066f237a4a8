import CCairo
import Fonts
import Pages

/// FreeType's library object; one for each drawing, since FreeType objects are not shared by threads.
final class FreeTypeLibrary {
  let library: FT_Library

  init() throws(DrawingError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { throw DrawingError("FreeType does not start") }
    self.library = library
  }

  deinit { FT_Done_FreeType(library) }
}

/// An embedded face as Cairo draws it; owns Cairo's font face and the FreeType face under it.
final class CairoFace {
  let face: OpaquePointer
  private let freeType: FT_Face
  private let library: FreeTypeLibrary
  private let options: OpaquePointer

  init(number: UInt8, _ library: FreeTypeLibrary) throws(DrawingError) {
    let file = embeddedFont(UInt32(number)).pointee
    var freeType: FT_Face?
    guard FT_New_Memory_Face(library.library, file.bytes, FT_Long(file.size), 0, &freeType) == 0, let freeType,
      let face = cairo_ft_font_face_create_for_ft_face(freeType, Int32(FT_LOAD_NO_HINTING))
    else { throw DrawingError("font \(number) cannot be opened") }
    self.face = face
    self.freeType = freeType
    self.library = library
    options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    try check(cairo_font_face_status(face), "font \(number)")
  }

  deinit {
    cairo_font_options_destroy(options)
    cairo_font_face_destroy(face)
    FT_Done_Face(freeType)
  }

  /// The face at `size` points on unscaled user space; the caller owns the result.
  func scaled(_ size: Double) throws(DrawingError) -> OpaquePointer {
    var font = cairo_matrix_t()
    var user = cairo_matrix_t()
    cairo_matrix_init_scale(&font, size, size)
    cairo_matrix_init_identity(&user)
    guard let scaled = cairo_scaled_font_create(face, &font, &user, options) else {
      throw DrawingError("no font of size \(size)")
    }
    try check(cairo_scaled_font_status(scaled), "font of size \(size)")
    return scaled
  }
}
