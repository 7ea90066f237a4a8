public import Pages

/// Every character half an em wide: the same on every machine, without fonts.
public struct FixedAdvance: TextMeasuring {
  /// Characters it claims to have no glyphs for.
  private let missing: Set<Unicode.Scalar>

  public init(missing: Set<Unicode.Scalar> = []) { self.missing = missing }

  public func metrics(of face: FontFace) -> FaceMetrics {
    FaceMetrics(ascent: 0.9, descent: 0.25)
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

extension Shape {
  /// What is inked, as boxes: the filled areas, and each stroked segment with its width. Curves count with their ends.
  public var strokes: [Rect] {
    var boxes: [Rect] = fill == nil ? [] : path.bounds.map { [$0] } ?? []
    guard let stroke else { return boxes }
    var last: Point?
    for element in path.elements {
      switch element {
      case .move(let point): last = point
      case .line(let point), .curve(_, _, let point):
        if let last { boxes.append(Shape.segment(last, point, stroke.width)) }
        last = point
      case .rect(let rect): boxes.append(rect.inset(by: -(stroke.width / 2)))
      case .close: break
      }
    }
    return boxes
  }

  private static func segment(_ a: Point, _ b: Point, _ width: Length) -> Rect {
    let origin = Point(x: min(a.x, b.x), y: min(a.y, b.y))
    let size = Size(width: max(a.x, b.x) - origin.x, height: max(a.y, b.y) - origin.y)
    return Rect(origin: origin, size: size).inset(by: -(width / 2))
  }
}
