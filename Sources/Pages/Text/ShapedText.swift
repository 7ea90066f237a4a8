/// A glyph of a face with its place in a run, in em.
public struct Glyph: Hashable, Sendable {
  /// Glyph index in the font file; 0 is the missing glyph.
  public let id: UInt16
  /// How many UTF-8 bytes of the text this glyph stands for; 0 when an earlier glyph of its cluster has them.
  public let utf8Count: UInt16
  /// How far the pen moves on.
  public let advance: Float
  /// Shift of the glyph from the pen: to the right, and downwards.
  public let dx: Float
  public let dy: Float
  /// The font the glyph is of; nil for the face of its text.
  public let symbolFont: SymbolFont?

  public init(
    id: UInt16, utf8Count: UInt16, advance: Float, dx: Float = 0, dy: Float = 0, symbolFont: SymbolFont? = nil
  ) {
    self.symbolFont = symbolFont
    self.id = id
    self.utf8Count = utf8Count
    self.advance = advance
    self.dx = dx
    self.dy = dy
  }
}

/// Text shaped once in one face: glyphs in visual order, measured in em, so one shaping serves every type size.
///
/// A class, so that the line breaker, the pages and the backend share one instance.
public final class ShapedText: Sendable {
  public let text: String
  /// The text's code units, as C libraries want them.
  public let utf8: [CChar]
  public let face: FontFace
  public let glyphs: [Glyph]
  /// Sum of the advances, in em.
  public let width: Double
  /// Whether all glyphs are of the face itself, as nearly always.
  public let isOfOneFont: Bool

  public init(text: String, face: FontFace, glyphs: [Glyph]) {
    self.text = text
    utf8 = text.utf8.map { CChar(bitPattern: $0) }
    self.face = face
    self.glyphs = glyphs
    width = glyphs.reduce(0) { $0 + Double($1.advance) }
    isOfOneFont = glyphs.allSatisfy { $0.symbolFont == nil }
  }

  public func width(at size: Length) -> Length { size * width }
}

extension ShapedText {
  /// A stretch of glyphs of one font, with the code units they stand for.
  public struct FontRun: Sendable {
    /// nil for the text's own face.
    public let symbolFont: SymbolFont?
    public let glyphs: Range<Int>
    public let utf8: Range<Int>
  }

  /// The glyphs by font, in their order.
  public var fontRuns: [FontRun] {
    var runs: [FontRun] = []
    var (start, utf8Start, utf8End) = (0, 0, 0)
    for (index, glyph) in glyphs.enumerated() {
      if glyph.symbolFont != glyphs[start].symbolFont {
        runs.append(
          FontRun(symbolFont: glyphs[start].symbolFont, glyphs: start..<index, utf8: utf8Start..<utf8End))
        (start, utf8Start) = (index, utf8End)
      }
      utf8End += Int(glyph.utf8Count)
    }
    guard let last = glyphs[start...].first else { return [] }
    return runs + [FontRun(symbolFont: last.symbolFont, glyphs: start..<glyphs.count, utf8: utf8Start..<utf8End)]
  }
}

extension [ShapedText] {
  /// Width of the pieces one after another, in em, without a space at the end: that keeps words apart for those who
  /// extract or hear the text, and takes no room.
  public var width: Double {
    let total = reduce(0) { $0 + $1.width }
    guard let last, last.text == " " else { return total }
    return total - last.width
  }
}
