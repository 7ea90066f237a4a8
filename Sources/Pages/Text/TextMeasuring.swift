/// What layout needs to know about text: how wide it is and where its words may be broken.
///
/// Layout breaks lines once through this protocol; a drawn line can never wrap again.
public protocol TextMeasuring: Sendable {
  func metrics(of face: FontFace) -> FaceMetrics

  /// `text` as glyphs of `face`; the same for the same request.
  func shape(_ text: String, _ face: FontFace) -> ShapedText

  /// UTF-8 offsets within `word` at which it may be hyphenated, ascending.
  func hyphenationPoints(of word: String) -> [Int]

  /// The characters of `text` that no face has a glyph for, each once, in order; empty when all can be set.
  func missingCharacters(in text: String) -> [Unicode.Scalar]
}
