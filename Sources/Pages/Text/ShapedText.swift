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

  public init(id: UInt16, utf8Count: UInt16, advance: Float, dx: Float = 0, dy: Float = 0) {
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

  public init(text: String, face: FontFace, glyphs: [Glyph]) {
    self.text = text
    utf8 = text.utf8.map { CChar(bitPattern: $0) }
    self.face = face
    self.glyphs = glyphs
    width = glyphs.reduce(0) { $0 + Double($1.advance) }
  }

  public func width(at size: Length) -> Length { size * width }
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
