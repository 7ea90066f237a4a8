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
    let titleStyle = theme.style(page.title, theme.ink.text)
    let title = context.words.documentTitle(year: context.report.year?.value)
    let titleLine = measuring.line(title, titleStyle, at: Point(x: right, y: first), .end)
    let room = titleLine.origin.x - left - .pt(18)
    if let office = context.report.department?.value {
      add(office, page.office, theme.ink.text, at: first, room: room, in: &frame, owners.office)
    }
    frame.add(.text(titleLine), owners.title)
    let lines = context.report.titleLines.map(\.value).joined(separator: " \u{B7} ")
    if !lines.isEmpty { add(lines, page.line, theme.ink.quiet, at: second, room: room, in: &frame, owners.lines) }
    let progress = context.words.progress(context.report.scheme)
    let progressStyle = theme.style(page.line, theme.ink.quiet)
    frame.add(.text(measuring.line(progress, progressStyle, at: Point(x: right, y: second), .end)), owners.lines)
    rule(at: page.headRule, Stroke(theme.ink.accent, page.headRuleWidth), in: &frame)
  }

  /// One line on the left, set smaller where it is longer than its room; at half size it takes two lines' worth.
  private func add(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, at baseline: Length, room: Length,
    in frame: inout Frame, _ owner: Owner
  ) {
    var font = font
    var shown = text
    let width = measuring.width(of: text, theme.style(font, color))
    if width > room { font.size = max(font.size * 0.6, font.size * (room / width)) }
    if measuring.width(of: text, theme.style(font, color)) > room {
      let measure = room / font.size
      shown =
        context.typesetter.paragraph(text, font.face).lines(measure: measure - 1, hyphenated: false).first
        .map { $0.reduce(into: "") { $0 += $1.text } + "\u{2026}" } ?? text
    }
    let style = theme.style(font, color)
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
