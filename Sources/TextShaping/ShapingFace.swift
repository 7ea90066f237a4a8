import CHarfBuzz
import Fonts
import Pages

/// One embedded font as HarfBuzz sees it; owns the C objects.
///
/// Shaping does not change the font, so threads may share it (HarfBuzz manual, "Thread safety"): hence the unchecked
/// conformance.
final class ShapingFace: @unchecked Sendable {
  let metrics: FaceMetrics
  private let font: OpaquePointer
  private let unitsPerEm: Float

  /// - Parameter number: as `FontFace` and `SymbolFont` number the files.
  init(number: UInt8) {
    let file = embeddedFont(UInt32(number)).pointee
    let bytes = UnsafeRawPointer(file.bytes).assumingMemoryBound(to: CChar.self)
    let blob = hb_blob_create(bytes, UInt32(file.size), HB_MEMORY_MODE_READONLY, nil, nil)
    let source = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
    guard let font = hb_font_create(source) else { preconditionFailure("HarfBuzz makes no font") }
    hb_face_make_immutable(source)
    unitsPerEm = Float(hb_face_get_upem(source))
    hb_face_destroy(source)
    hb_ot_font_set_funcs(font)
    hb_font_make_immutable(font)
    self.font = font
    metrics = ShapingFace.metrics(of: font, unitsPerEm: Double(unitsPerEm))
  }

  deinit { hb_font_destroy(font) }

  /// Kerning on; ligatures off, so that every character keeps a glyph of its own and text extracts plainly.
  func glyphs(of text: String, symbolFont: SymbolFont?) -> [Glyph] {
    guard let buffer = hb_buffer_create() else { preconditionFailure("HarfBuzz makes no buffer") }
    defer { hb_buffer_destroy(buffer) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        hb_buffer_add_utf8(buffer, characters.baseAddress, Int32(characters.count), 0, Int32(characters.count))
      }
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_buffer_set_language(buffer, ShapingFace.language)
    ShapingFace.features.withUnsafeBufferPointer {
      hb_shape(font, buffer, $0.baseAddress, UInt32($0.count))
    }
    return glyphs(of: buffer, byteCount: text.utf8.count, symbolFont)
  }

  func hasGlyph(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 && glyph != 0
  }

  /// Whether a character shows nothing by its nature: joiners, soft hyphen, zero-width spaces and marks of direction
  /// (Unicode, Default_Ignorable_Code_Point). Controls are not among them.
  static func drawsNothing(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isDefaultIgnorableCodePoint }
}

extension ShapingFace {
  /// Spanish for every text: the embedded faces shape no language differently, and the result must not hang on the
  /// locale.
  nonisolated(unsafe) private static let language = hb_language_from_string("es", -1)

  private static let features: [hb_feature_t] = ["liga", "clig"].map { (tag: String) in
    hb_feature_t(tag: hb_tag_from_string(tag, -1), value: 0, start: 0, end: UInt32.max)
  }

  /// Glyphs with the UTF-8 length of their clusters, which HarfBuzz numbers by offset; clusters of one offset give their
  /// length to their first glyph.
  private func glyphs(of buffer: OpaquePointer, byteCount: Int, _ symbolFont: SymbolFont?) -> [Glyph] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    let backward = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL
    var ends = [Int](repeating: 0, count: Int(count))
    var end = byteCount
    // From the text's end to its start, each cluster ends where the one behind it begins.
    for index in backward ? Array(0..<Int(count)) : (0..<Int(count)).reversed() {
      let next = backward ? index - 1 : index + 1
      if (0..<Int(count)).contains(next), infos[next].cluster != infos[index].cluster { end = Int(infos[next].cluster) }
      ends[index] = end
    }
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(Int(count))
    for index in 0..<Int(count) {
      let cluster = infos[index].cluster
      let begins = index == 0 || infos[index - 1].cluster != cluster
      let position = positions[index]
      glyphs.append(
        Glyph(
          id: UInt16(truncatingIfNeeded: infos[index].codepoint),
          utf8Count: begins ? UInt16(clamping: ends[index] - Int(cluster)) : 0,
          advance: advance(infos[index].codepoint, position.x_advance), dx: Float(position.x_offset) / unitsPerEm,
          dy: -Float(position.y_offset) / unitsPerEm, symbolFont: symbolFont))
    }
    return glyphs
  }

  /// How far the pen moves, in em: the glyph's own width, and its kerning in whole thousandths, as PDF tells it (ISO
  /// 32000-1, 9.4.3). So a word is written the same wherever it stands; else what is left of each kern would gather
  /// along the line and come out in another one.
  private func advance(_ glyph: hb_codepoint_t, _ shaped: hb_position_t) -> Float {
    let own = hb_font_get_glyph_h_advance(font, glyph)
    let kerning = (Float(shaped - own) / unitsPerEm * 1000).rounded() / 1000
    return Float(own) / unitsPerEm + kerning
  }

  private static func metrics(of font: OpaquePointer, unitsPerEm: Double) -> FaceMetrics {
    func metric(_ tag: hb_ot_metrics_tag_t) -> Double {
      var value: hb_position_t = 0
      _ = hb_ot_metrics_get_position(font, tag, &value)
      return abs(Double(value)) / unitsPerEm
    }
    return FaceMetrics(
      ascent: metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER), descent: metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER))
  }
}
