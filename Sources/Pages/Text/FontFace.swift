/// The faces a page may be set in. Which files they are is decided in one place, the `Fonts` folder, by these numbers.
public enum FontFace: UInt8, CaseIterable, Hashable, Sendable {
  case regular = 0
  case bold
  case condensed
  case condensedBold
}

/// Fonts of signs, which lend their glyphs to every face that lacks a character: nothing is set in them as a whole.
///
/// Numbered on from `FontFace`, for the files are in the same folder.
public enum SymbolFont: UInt8, CaseIterable, Hashable, Sendable {
  /// Arrows, operators, boxes, geometric shapes, check marks, stars.
  case symbols = 4
  /// Numbers and letters in circles and brackets.
  case enclosed

  /// The glyph of a space in the file.
  public var spaceGlyph: UInt16 { self == .symbols ? 1 : 133 }
}

/// Vertical measures of a face, in em (1 = the type size), all positive.
public struct FaceMetrics: Hashable, Sendable {
  public let ascent: Double
  public let descent: Double

  public init(ascent: Double, descent: Double) {
    self.ascent = ascent
    self.descent = descent
  }
}
