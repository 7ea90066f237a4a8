import Pages

/// Lines that run down a column and, where they do not fit, on into the columns of the next page. Each line's baseline
/// is at the foot of its place, so that lines of whole grid units stay on the grid.
struct ColumnFlow {
  struct Line {
    let pieces: [ShapedText]
    let style: TextStyle
    let height: Length
    let indent: Length
    /// The letter of a note: before its first line, which has a bar beside it as its other lines do.
    let mark: Mark?
    let bar: Color?
    let owner: Owner
    /// Whether the line may not be the last of a column: a heading, or all of a note but its last line.
    let keepsWithNext: Bool
    /// The title of the text the line belongs to, where it is not the title itself.
    var title: String?
    var isText: Bool { !pieces.isEmpty }
  }

  /// A note's letter, and the note's element.
  struct Mark {
    let letter: String
    let line: TextLine
    let note: StructureElement.ID
  }

  private(set) var lines: [Line] = []

  var isEmpty: Bool { lines.isEmpty }
  var height: Length { lines.reduce(.zero) { $0 + $1.height } }

  mutating func add(
    _ block: TextBlock, _ owner: Owner, indent: Length = .zero, mark: Mark? = nil, keepsWithNext: Bool = false,
    title: String? = nil
  ) {
    for (index, pieces) in block.lines.enumerated() {
      // A note is not divided, so that no line of it stands without its letter.
      let isInsideNote = mark != nil && index + 1 < block.lines.count
      lines.append(
        Line(
          pieces: pieces, style: block.style, height: block.leading, indent: indent, mark: index == 0 ? mark : nil,
          bar: mark?.line.color, owner: owner, keepsWithNext: keepsWithNext || isInsideNote, title: title))
    }
  }

  /// A title, and its text of one line behind it.
  mutating func add(
    _ title: [[ShapedText]], before block: TextBlock, at indent: Length, _ style: TextStyle, _ heading: Owner,
    _ paragraph: Owner
  ) {
    for (pieces, owner) in [(title.first ?? [], heading), (block.lines.first ?? [], paragraph)] {
      let isTitle = owner == heading
      lines.append(
        Line(
          pieces: pieces, style: isTitle ? style : block.style, height: isTitle ? block.leading : .zero,
          indent: isTitle ? .zero : indent, mark: nil, bar: nil, owner: owner, keepsWithNext: isTitle))
    }
  }

  mutating func addGap(_ height: Length) {
    guard !lines.isEmpty else { return }
    lines.append(
      Line(
        pieces: [], style: TextStyle(.regular, height), height: height, indent: .zero, mark: nil, bar: nil,
        owner: .artifact(.layout), keepsWithNext: true))
  }

  /// The height at which all lines fill so many columns evenly, in whole lines of the tallest kind.
  func evenHeight(columns: Int) -> Length {
    let line = lines.map(\.height).max() ?? .zero
    guard line > .zero else { return .zero }
    return line * (height / line / Double(columns) + 1e-9).rounded(.up)
  }

  /// Puts a text's title before what is left of it, as pages repeat it.
  mutating func repeatTitle(_ style: TextStyle, leading: Length, _ context: Context) {
    guard let title = lines.first?.title else { return }
    lines.insert(
      Line(
        pieces: [context.measuring.shape(context.words.continued(title), style.face)], style: style, height: leading,
        indent: .zero, mark: nil, bar: nil, owner: .artifact(.pagination), keepsWithNext: true), at: 0)
  }

  /// Sets what fits in `column` and keeps the rest.
  /// - Parameter leaving: at least so many lines for the next page, if any; none are counted where the rest goes on in
  ///   the next column.
  mutating func set(
    in column: Rect, page: inout Page, _ context: Context, _ builder: inout DocumentBuilder, leaving fewest: Int = 0
  ) {
    let count = fitting(column.height, leaving: fewest)
    // Bars first, so that the lines of one text follow one another.
    var y = column.minY
    for line in lines[..<count] {
      if let bar = line.bar {
        let rect = Rect(x: column.minX, y: y + line.height * 0.25, width: .pt(1.5), height: line.height)
        page.frame.add(.shape(Shape(.rect(rect), fill: bar)), .artifact(.layout))
      }
      y = y + line.height
    }
    y = column.minY
    for line in lines[..<count] {
      y = y + line.height
      draw(line, baseline: Point(x: column.minX, y: y), &page, context, &builder)
    }
    lines.removeFirst(count)
    // A gap at the top of the next column would only push the text down.
    while let first = lines.first, first.pieces.isEmpty { lines.removeFirst() }
  }

  private func fitting(_ height: Length, leaving fewest: Int) -> Int {
    var (count, bottom) = (0, Length.zero)
    while count < lines.count, bottom + lines[count].height <= height + .pt(0.01) {
      bottom = bottom + lines[count].height
      count += 1
    }
    guard count < lines.count else { return count }
    while count > 0, lines[count...].count(where: \.isText) < fewest { count -= 1 }
    while count > 0, lines[count - 1].keepsWithNext { count -= 1 }
    return count
  }

  private func draw(
    _ line: Line, baseline point: Point, _ page: inout Page, _ context: Context, _ builder: inout DocumentBuilder
  ) {
    if let mark = line.mark {
      var text = mark.line
      text.origin = Point(x: point.x + .pt(5), y: point.y)
      let area = Rect(x: point.x, y: point.y - text.size, width: line.indent, height: text.size * 1.2)
      let owner = builder.letter(mark.letter, of: mark.note, area: area, words: context.words, page: &page)
      page.frame.add(.text(text), owner)
    }
    guard !line.pieces.isEmpty else { return }
    let place = Point(x: point.x + line.indent, y: point.y)
    page.frame.add(.text(context.measuring.line(line.pieces, line.style, at: place)), line.owner)
  }
}
