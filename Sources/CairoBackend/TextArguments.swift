import CCairo
import Pages

/// A line of text as Cairo wants it: code units, glyphs in their places, and which belong together. Kept from line to
/// line for its memory.
struct TextArguments {
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []
  private var utf8: [CChar] = []

  mutating func removeAll() {
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    utf8.removeAll(keepingCapacity: true)
  }

  /// Adds a piece that begins at `x` and moves `x` to its end.
  /// - Throws: when a character has no glyph, which layout should have found.
  mutating func append(_ piece: ShapedText, at x: inout Double, y: Double, size: Double) throws(DrawingError) {
    utf8.append(contentsOf: piece.utf8)
    try append(piece.glyphs[...], of: piece, at: &x, y: y, size: size)
  }

  /// Adds the part of a piece that is of one font.
  mutating func append(
    _ piece: ShapedText, _ run: ShapedText.FontRun, at x: inout Double, y: Double, size: Double
  ) throws(DrawingError) {
    utf8.append(contentsOf: piece.utf8[run.utf8])
    try append(piece.glyphs[run.glyphs], of: piece, at: &x, y: y, size: size)
  }

  /// Adds a space with the glyph of another font, as wide as in its own.
  mutating func append(_ space: ShapedText, as glyph: UInt16, at x: inout Double, y: Double, size: Double) {
    utf8.append(contentsOf: space.utf8)
    glyphs.append(cairo_glyph_t(index: UInt(glyph), x: x, y: y))
    clusters.append(cairo_text_cluster_t(num_bytes: Int32(space.utf8.count), num_glyphs: 1))
    x += space.width * size
  }

  private mutating func append(
    _ part: ArraySlice<Glyph>, of piece: ShapedText, at x: inout Double, y: Double, size: Double
  ) throws(DrawingError) {
    for glyph in part {
      guard glyph.id != 0 else { throw DrawingError("«\(piece.text)» has a character without glyph") }
      glyphs.append(
        cairo_glyph_t(index: UInt(glyph.id), x: x + Double(glyph.dx) * size, y: y + Double(glyph.dy) * size))
      x += Double(glyph.advance) * size
      if glyph.utf8Count > 0 || clusters.isEmpty {
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(glyph.utf8Count), num_glyphs: 1))
      } else {
        clusters[clusters.count - 1].num_glyphs += 1
      }
    }
  }

  /// The whole line in one call, with its text, so that it extracts as it reads.
  func show(on context: OpaquePointer) {
    guard !glyphs.isEmpty else { return }
    (utf8 + [0]).withUnsafeBufferPointer { text in
      cairo_show_text_glyphs(
        context, text.baseAddress, Int32(utf8.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
        cairo_text_cluster_flags_t(rawValue: 0))
    }
  }
}
