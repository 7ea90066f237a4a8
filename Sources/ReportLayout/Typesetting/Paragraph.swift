import Pages

/// A text cut where its lines may be broken, each piece shaped once; serves every size and width.
struct Paragraph {
  /// What may not be broken except by hyphenation: a word, or a part of one up to a hyphen or slash.
  struct Piece {
    let shaped: ShapedText
    /// In em.
    let width: Double
    /// Whether a space follows, dropped at a line's end.
    var spaceAfter: Bool
    /// Whether the text demands a new line here.
    var endsLine: Bool
    /// Where the piece may be hyphenated: UTF-8 offset, and the width before it in em, without the hyphen.
    let hyphens: [(offset: Int, width: Double)]
  }

  let face: FontFace
  let pieces: [Piece]
  let space: ShapedText
  /// The glyph of a hyphen with the text of a soft hyphen, so that extraction can join the word again
  /// (ISO 32000-1, 14.8.2.2.3).
  let hyphen: ShapedText
}
