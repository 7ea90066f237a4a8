public import Pages

/// Every character half an em wide: the same on every machine, without fonts.
public struct FixedAdvance: TextMeasuring {
  /// Characters it claims to have no glyphs for.
  private let missing: Set<Unicode.Scalar>

  public init(missing: Set<Unicode.Scalar> = []) { self.missing = missing }

  public func metrics(of face: FontFace) -> FaceMetrics {
    FaceMetrics(ascent: 0.9, descent: 0.25, capHeight: 0.7, xHeight: 0.5)
  }

  public func shape(_ text: String, _ face: FontFace) -> ShapedText {
    ShapedText(
      text: text, face: face,
      glyphs: text.unicodeScalars.map { Glyph(id: 1, utf8Count: UInt16(UTF8.width($0)), advance: 0.5) })
  }

  public func hyphenationPoints(of word: String) -> [Int] { [] }
  public func missingCharacters(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter(missing.contains)
  }
}

extension Frame {
  /// Boxes of all texts, from x-height-ish top to baseline.
  public var textBoxes: [(text: String, box: Rect)] {
    items.compactMap { placed in
      guard case .text(let line) = placed.item else { return nil }
      let height = line.size * 0.72
      return (
        line.text, Rect(x: line.origin.x, y: line.origin.y - height, width: line.width, height: height)
      )
    }
  }
}
