import Pages
import ReportModel

/// Running head and foot of every page.
struct PageFurniture {
  let context: Context

  /// Whose the head's words are: content on the first page, where they are the document's title; artifacts later.
  struct HeadOwners {
    var office: Owner = .artifact(.pagination)
    var title: Owner = .artifact(.pagination)
    var lines: Owner = .artifact(.pagination)
  }

  private var theme: Theme { context.theme }
  private var measuring: any TextMeasuring { context.measuring }
  private var left: Length { theme.page.side }
  private var right: Length { context.paper.width - theme.page.side }

  func draw(in frame: inout Frame, number: Int, of count: Int, head: HeadOwners = HeadOwners()) {
    drawHead(in: &frame, head)
    drawFoot(in: &frame, number: number, of: count)
  }

  private func drawHead(in frame: inout Frame, _ owners: HeadOwners) {
    let page = theme.page
    let first = page.headBaseline
    let second = first + page.headLeading
    frame.add(.text(title(at: first)), owners.title)
    if let office { add(office, page.office, theme.ink.text, at: first, in: &frame, owners.office) }
    if !lines.isEmpty { add(lines, page.line, theme.ink.quiet, at: second, in: &frame, owners.lines) }
    let progress = context.words.progress(context.report.scheme)
    let progressStyle = theme.style(page.line, theme.ink.quiet)
    frame.add(.text(measuring.line(progress, progressStyle, at: Point(x: right, y: second), .end)), owners.lines)
    rule(at: page.headRule, Stroke(theme.ink.accent, page.headRuleWidth), in: &frame)
  }

  private var office: String? { context.report.department?.value }
  private var lines: String { context.report.titleLines.map(\.value).joined(separator: " \u{B7} ") }

  private func title(at baseline: Length) -> TextLine {
    let text = context.words.documentTitle(year: context.report.year?.value)
    return measuring.line(text, theme.style(theme.page.title, theme.ink.text), at: Point(x: right, y: baseline), .end)
  }

  /// Width left of the document's title.
  private var room: Length { title(at: .zero).origin.x - left - .pt(18) }

  /// Words of the head that are too long for it even at its smallest size; the first page's body says them whole.
  var cutTexts: [String] {
    [(office ?? "", theme.page.office), (lines, theme.page.line)].filter { isCut($0.0, $0.1) }.map(\.0)
  }

  private func isCut(_ text: String, _ font: (face: FontFace, size: Length)) -> Bool {
    measuring.width(of: text, TextStyle(font.face, font.size * theme.page.smallestHead)) > room
  }

  /// One line on the left, set smaller where it is longer than its room, and cut with an ellipsis where even the
  /// smallest size is too large.
  private func add(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, at baseline: Length,
    in frame: inout Frame, _ owner: Owner
  ) {
    var style = theme.style(font, color)
    var shown = text
    let width = measuring.width(of: text, style)
    if width > room { style.size = max(font.size * theme.page.smallestHead, font.size * (room / width)) }
    if isCut(text, font) {
      let measure = room / style.size - 1
      let first = context.typesetter.paragraph(text, font.face).lines(measure: measure, hyphenated: false).first ?? []
      shown = first.reduce(into: "") { $0 += $1.text } + "\u{2026}"
    }
    frame.add(.text(measuring.line(shown, style, at: Point(x: left, y: baseline))), owner)
  }

  private func drawFoot(in frame: inout Frame, number: Int, of count: Int) {
    let page = theme.page
    let height = context.paper.height
    rule(at: height - page.footRule, Stroke(theme.ink.hairline, theme.table.hairline), in: &frame)
    let style = theme.style(page.foot, theme.ink.quiet)
    let baseline = height - page.footBaseline
    let owner = Owner.artifact(.pagination)
    if let date = context.options.date {
      let text = context.words.issued(date)
      frame.add(.text(measuring.line(text, style, at: Point(x: context.paper.width / 2, y: baseline), .center)), owner)
    }
    let text = context.words.page(number, of: count)
    frame.add(.text(measuring.line(text, style, at: Point(x: right, y: baseline), .end)), owner)
  }

  private func rule(at y: Length, _ stroke: Stroke, in frame: inout Frame) {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: right, y: y))
    frame.add(.shape(Shape(path, stroke: stroke)), .artifact(.pagination))
  }
}
