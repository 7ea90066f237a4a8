import Pages
import ReportModel

/// Running head and foot of every page.
struct PageFurniture {
  let context: Context

  /// Whose the head's words are: content on the first page, where they are the document's title; artifacts later.
  struct HeadOwners {
    var title = Owner.artifact(.pagination)
    var municipality = Owner.artifact(.pagination)
    var office = Owner.artifact(.pagination)
    var lines = Owner.artifact(.pagination)
    var leftLogo = Owner.artifact(.pagination)
    var rightLogo = Owner.artifact(.pagination)
  }

  private var theme: Theme { context.theme }
  private var page: PageMeasures { theme.page }
  private var measuring: any TextMeasuring { context.measuring }
  private var geometry: PageGeometry { context.geometry }
  private var head: HeadLines { context.head }
  private var logos: Logos { context.options.logos }

  func draw(in frame: inout Frame, number: Int, of count: Int, head: HeadOwners = HeadOwners()) {
    drawHead(in: &frame, head)
    drawFoot(in: &frame, number: number, of: count)
  }

  private func rule(at y: Length, _ stroke: Stroke, in frame: inout Frame) {
    let path = Path.line(from: Point(x: geometry.left, y: y), to: Point(x: geometry.right, y: y))
    frame.add(.shape(Shape(path, stroke: stroke)), .artifact(.pagination))
  }
}

// Head
extension PageFurniture {
  private func drawHead(in frame: inout Frame, _ owners: HeadOwners) {
    frame.add(.text(line(head.title, page.title, theme.ink.text, titleRoom, right: 0)), owners.title)
    for (index, part) in head.left.enumerated() {
      let owner: Owner =
        switch part.part {
        case .municipality: owners.municipality
        case .office: owners.office
        case .lines: owners.lines
        }
      frame.add(.text(line(part.text, part.font, part.color, leftRoom, left: index)), owner)
    }
    frame.add(.text(line(head.progress, page.line, theme.ink.quiet, titleRoom, right: 1)), owners.lines)
    place(logos.left, at: geometry.left, .start, in: &frame, owners.leftLogo)
    place(logos.right, at: geometry.right, .end, in: &frame, owners.rightLogo)
    rule(at: geometry.headRule, Stroke(theme.ink.accent, page.headRuleWidth), in: &frame)
  }

  private func place(
    _ logo: Logo?, at x: Length, _ alignment: TextAlignment, in frame: inout Frame, _ owner: Owner
  ) {
    guard let logo else { return }
    let size = logo.image.size(within: page.logo)
    let left = alignment == .end ? x - size.width : x
    let place = Rect(origin: Point(x: left, y: geometry.logoMiddle - size.height / 2), size: size)
    frame.add(.image(PlacedImage(logo.image, in: place)), owner)
  }

  /// Where the words begin and end, beside the logos.
  private var wordsLeft: Length { geometry.left + width(of: logos.left) }
  private var wordsRight: Length { geometry.right - width(of: logos.right) }

  private func width(of logo: Logo?) -> Length {
    logo.map { $0.image.size(within: page.logo).width + page.logoGap } ?? .zero
  }

  private var titleRoom: Length {
    let title = measuring.width(of: head.title, theme.style(page.title, theme.ink.text))
    let progress = measuring.width(of: head.progress, theme.style(page.line, theme.ink.quiet))
    return min(max(title, progress), (wordsRight - wordsLeft) * page.titleShare)
  }

  private var leftRoom: Length { wordsRight - wordsLeft - titleRoom - page.wordGap }

  /// Words of the head that are too long for it even at its smallest size; the first page's body says them whole.
  var cutTexts: [String] {
    ([(head.title, page.title, titleRoom)] + head.left.map { ($0.text, $0.font, leftRoom) })
      .filter { isCut($0.0, $0.1, $0.2) }.map(\.0)
  }

  private func isCut(_ text: String, _ font: (face: FontFace, size: Length), _ room: Length) -> Bool {
    measuring.width(of: text, TextStyle(font.face, font.size * page.smallestHead)) > room + .pt(0.01)
  }

  private func line(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, _ room: Length, left line: Int
  ) -> TextLine {
    let (shown, style) = fitted(text, font, color, room)
    return measuring.line(shown, style, at: Point(x: wordsLeft, y: baseline(line)))
  }

  private func line(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, _ room: Length, right line: Int
  ) -> TextLine {
    let (shown, style) = fitted(text, font, color, room)
    return measuring.line(shown, style, at: Point(x: wordsRight, y: baseline(line)), .end)
  }

  private func baseline(_ line: Int) -> Length { geometry.headBaseline + page.headLeading * Double(line) }

  /// One line, set smaller where it is longer than its room, and cut with an ellipsis where even the smallest size is
  /// too large.
  private func fitted(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, _ room: Length
  ) -> (String, TextStyle) {
    var style = theme.style(font, color)
    let width = measuring.width(of: text, style)
    if width > room { style.size = max(font.size * page.smallestHead, font.size * (room / width)) }
    guard isCut(text, font, room) else { return (text, style) }
    let first = context.typesetter.paragraph(text, font.face).lines(measure: room / style.size - 1, hyphenated: false)
    return ((first.first ?? []).reduce(into: "") { $0 += $1.text } + "\u{2026}", style)
  }
}

// Foot
extension PageFurniture {
  /// Left the data's checksum, in the middle place and date of issue, right the document's code and the page; all set
  /// smaller together where they would touch.
  private func drawFoot(in frame: inout Frame, number: Int, of count: Int) {
    rule(at: geometry.footRule, Stroke(theme.ink.hairline, theme.table.hairline), in: &frame)
    let left = context.options.dataHash.map { context.words.data($0) }
    let middle = context.words.issued(at: context.options.place, on: context.options.date)
    let right = [context.options.code, context.words.page(number, of: count)].compactMap { $0 }
      .joined(separator: "  \u{B7}  ")
    var style = theme.style(page.foot, theme.ink.quiet)
    let texts = [left, middle, right].compactMap { $0 }
    let room = geometry.right - geometry.left - page.wordGap * Double(texts.count - 1)
    let total = texts.reduce(Length.zero) { $0 + measuring.width(of: $1, style) }
    if total > room { style.size = style.size * (room / total) }
    let leftWidth = add(left, at: geometry.left, .start, style, in: &frame)
    let rightWidth = add(right, at: geometry.right, .end, style, in: &frame)
    guard let middle else { return }
    let half = measuring.width(of: middle, style) / 2
    let least = geometry.left + (left == nil ? .zero : leftWidth + page.wordGap) + half
    let most = geometry.right - rightWidth - page.wordGap - half
    let center = min(max((geometry.left + geometry.right) / 2, least), max(least, most))
    add(middle, at: center, .center, style, in: &frame)
  }

  /// Returns the text's width.
  @discardableResult
  private func add(
    _ text: String?, at x: Length, _ alignment: TextAlignment, _ style: TextStyle, in frame: inout Frame
  ) -> Length {
    guard let text else { return .zero }
    let line = measuring.line(text, style, at: Point(x: x, y: geometry.footBaseline), alignment)
    frame.add(.text(line), .artifact(.pagination))
    return line.width
  }
}
