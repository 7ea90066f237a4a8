/// Which point of a line stands at the place given for it.
public enum TextAlignment: Hashable, Sendable {
  case start
  case center
  case end
}

extension TextMeasuring {
  /// One line of `text`, whole: `point` is its baseline at the start, centre or end.
  public func line(
    _ text: String, _ style: TextStyle, at point: Point, _ alignment: TextAlignment = .start
  ) -> TextLine {
    line([shape(text, style.face)], style, at: point, alignment)
  }

  /// One line of ready pieces.
  public func line(
    _ pieces: [ShapedText], _ style: TextStyle, at point: Point, _ alignment: TextAlignment = .start
  ) -> TextLine {
    let width = style.size * pieces.width
    let shift: Length =
      switch alignment {
      case .start: .zero
      case .center: -(width / 2)
      case .end: -width
      }
    return TextLine(
      pieces: pieces, origin: Point(x: point.x + shift, y: point.y), size: style.size, color: style.color)
  }

  public func width(of text: String, _ style: TextStyle) -> Length { shape(text, style.face).width(at: style.size) }
}
