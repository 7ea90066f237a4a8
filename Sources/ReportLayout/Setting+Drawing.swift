import Pages

// Pieces that pages are put together from.
extension Setting {
  func width(_ text: String, _ style: TextStyle) -> Length { measuring.width(of: text, style) }

  /// For what is quoted of a file and may hold anything: characters that no font has become question marks.
  func printable(_ text: String) -> String {
    let missing = Set(measuring.missingCharacters(in: text))
    guard !missing.isEmpty else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { missing.contains($0) ? "?" : $0 }))
  }

  /// One line with a space behind it, which keeps it apart from what follows for those who extract or hear the text.
  func add(
    _ text: String, _ style: TextStyle, at point: Point, _ alignment: TextAlignment, _ owner: Owner,
    in frame: inout Frame
  ) {
    guard !text.isEmpty else { return }
    let pieces = [measuring.shape(text, style.face), measuring.shape(" ", style.face)]
    frame.add(.text(measuring.line(pieces, style, at: point, alignment)), owner)
  }

  func add(_ text: String, _ style: TextStyle, at point: Point, _ owner: Owner, in frame: inout Frame) {
    add(text, style, at: point, .start, owner, in: &frame)
  }

  func draw(_ shape: Shape, in frame: inout Frame, _ owner: Owner = .artifact(.layout)) {
    frame.add(.shape(shape), owner)
  }

  func rule(_ y: Length, from left: Length, to right: Length, in frame: inout Frame) {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: right, y: y))
    draw(Shape(path, stroke: Stroke(theme.ink.hairline, theme.table.hairline)), in: &frame)
  }

  /// A stronger rule, under the heads of lists.
  func headRule(_ y: Length, from left: Length, to right: Length, in frame: inout Frame) {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: right, y: y))
    draw(Shape(path, stroke: Stroke(theme.ink.text, .pt(0.7))), in: &frame)
  }
}
