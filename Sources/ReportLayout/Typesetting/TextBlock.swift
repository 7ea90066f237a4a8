import Pages

/// A paragraph broken to a width, ready to be placed.
struct TextBlock {
  let lines: [[ShapedText]]
  let style: TextStyle
  let leading: Length
  let metrics: FaceMetrics

  /// Hyphens are used only where they save a line; without `hyphenating`, only in words wider than a line.
  init(
    _ text: String, _ style: TextStyle, leading: Length, width: Length, _ typesetter: Typesetter,
    keepingLines: Bool = false, hyphenating: Bool = true
  ) {
    let paragraph = typesetter.paragraph(text, style.face, keepingLines: keepingLines)
    let measure = width / style.size
    func count(hyphenated: Bool) -> Int { paragraph.lineCount(measure: measure, hyphenated: hyphenated) }
    let hyphenated = hyphenating && count(hyphenated: false) > count(hyphenated: true)
    lines = paragraph.lines(measure: measure, hyphenated: hyphenated)
    self.style = style
    self.leading = leading
    metrics = typesetter.measuring.metrics(of: style.face)
  }

  /// A text that takes more lines than `most` is cut with an ellipsis.
  static func cut(
    _ text: String, _ style: TextStyle, leading: Length, width: Length, _ typesetter: Typesetter,
    hyphenating: Bool = true, lines most: Int
  ) -> TextBlock {
    func set(_ text: String) -> TextBlock {
      TextBlock(text, style, leading: leading, width: width, typesetter, hyphenating: hyphenating)
    }
    var block = set(text)
    var length = text.count
    while block.lines.count > most, length > 2 {
      length = max(2, min(length * most / block.lines.count, length - 1))
      block = set(text.shortened(to: length))
    }
    return block
  }

  init(lines: [[ShapedText]], style: TextStyle, leading: Length, metrics: FaceMetrics) {
    self.lines = lines
    self.style = style
    self.leading = leading
    self.metrics = metrics
  }

  var height: Length { leading * Double(lines.count) }
  var isEmpty: Bool { lines.isEmpty }

  /// Of the widest line.
  func width(_ measuring: any TextMeasuring) -> Length {
    lines.map { measuring.line($0, style, at: .zero).width }.max() ?? .zero
  }

  /// The first `count` lines, and the rest.
  func split(at count: Int) -> (TextBlock, TextBlock) {
    let count = max(0, min(count, lines.count))
    func part(_ lines: ArraySlice<[ShapedText]>) -> TextBlock {
      TextBlock(lines: Array(lines), style: style, leading: leading, metrics: metrics)
    }
    return (part(lines[..<count]), part(lines[count...]))
  }

  /// From a line's top to its baseline: the face's height stands in the middle of the leading.
  var baseline: Length {
    let face = (metrics.ascent + metrics.descent) * style.size
    return (leading - face) / 2 + metrics.ascent * style.size
  }

  /// Sets the lines below `top`, which is the block's top left corner (or top centre).
  func place(
    in frame: inout Frame, at top: Point, _ measuring: any TextMeasuring, _ owner: Owner,
    _ alignment: TextAlignment = .start
  ) {
    for (index, pieces) in lines.enumerated() {
      let point = Point(x: top.x, y: top.y + leading * Double(index) + baseline)
      frame.add(.text(measuring.line(pieces, style, at: point, alignment)), owner)
    }
  }
}
