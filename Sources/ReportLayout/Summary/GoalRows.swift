import Pages
import ReportModel

/// Activities against their goals, a row each: number, name, a bar on one scale with a mark at 100 %, real of goal, per
/// cent, page. Names are never cut; bars that pass the scale's end are broken.
///
/// Inputs: the entries in their order, and the pen. Each row is an item of a list and links to its activity's page at its
/// full height. Columns are as wide as the widest of all entries needs, so that lists one below the other line up.
struct GoalRows: Sendable {
  private let pen: SummaryPen
  private let label: Length
  private let amount: Length
  private let percent: Length
  private let page: Length

  init(_ entries: [SummaryContent.Entry], _ pen: SummaryPen) {
    self.pen = pen
    let (plain, strong) = (pen.plain(.black), pen.strong(.black))
    func widest(_ text: (SummaryContent.Entry) -> String, _ style: TextStyle) -> Length {
      entries.map { pen.width(text($0), style) }.max() ?? .zero
    }
    label = min(widest(\.label, strong), pen.rowSize * 6)
    amount = widest(\.amount, plain)
    percent = widest(\.percent, strong)
    page = pen.width(pen.words.pageShort(String(8888)), plain)
  }

  /// Left edges, and right ends, from the column's left edge.
  private struct Columns {
    let name: (left: Length, width: Length)
    let bar: (left: Length, right: Length)
    let amount: Length
    let percent: Length
    let page: Length
  }

  private var gap: Length { pen.rowSize * 0.75 }

  private func columns(_ width: Length) -> Columns {
    let percentRight = width - page - gap
    let amountRight = percentRight - percent - gap
    let barRight = amountRight - amount - gap
    let left = label + gap
    let room = max(pen.rowSize * 8, barRight - left)
    let bar = max(pen.rowSize * 4, min(room * 0.3, pen.rowSize * 11))
    return Columns(
      name: (left, max(pen.rowSize * 4, room - bar - gap)), bar: (barRight - bar, barRight), amount: amountRight,
      percent: percentRight, page: width)
  }

  private func name(_ entry: SummaryContent.Entry, _ width: Length) -> TextBlock {
    TextBlock(
      entry.name, pen.plain(pen.ink.text), leading: pen.rowLeading, width: columns(width).name.width,
      pen.context.typesetter, hyphenating: false)
  }

  private var padding: Length { pen.rowSize * 0.28 }

  /// The row as a block.
  func block(_ entry: SummaryContent.Entry, list: Int) -> SummaryBlock {
    SummaryBlock(
      list: list, stretches: true, height: { name(entry, $0).height + padding * 2 },
      draw: { set(entry, $0, $1, &$2, &$3) })
  }

  private func set(
    _ entry: SummaryContent.Entry, _ box: Rect, _ list: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let columns = columns(box.width)
    let name = name(entry, box.width)
    let top = box.minY + (box.height - name.height) / 2
    let baseline = top + name.baseline
    drawBar(entry, columns, at: box.minX, middle: baseline - pen.rowSize * 0.34, in: &page.frame)
    let item = builder.element(.listItem, in: list)
    let number = builder.leaf(.label, in: item)
    let (plain, strong) = (pen.plain(pen.ink.text), pen.strong(pen.ink.text))
    func point(_ x: Length) -> Point { Point(x: box.minX + x, y: baseline) }
    pen.add(entry.label, strong, at: point(label), .end, number, in: &page.frame)
    let link = builder.element(.link, in: builder.element(.listBody, in: item))
    let source = builder.leaf(.span, in: link, pen.context.source())
    name.place(
      in: &page.frame, at: Point(x: box.minX + columns.name.left, y: top), pen.measuring, source)
    let figures = builder.leaf(.span, in: link)
    pen.add(entry.amount, plain, at: point(columns.amount), .end, figures, in: &page.frame)
    pen.add(entry.percent, strong, at: point(columns.percent), .end, figures, in: &page.frame)
    let number1 = pen.places.activities[entry.index].page + 1
    pen.add(
      pen.words.pageShort(String(number1)), pen.plain(pen.ink.quiet), at: point(columns.page), .end, figures,
      in: &page.frame)
    pen.link(to: entry.index, entry.name, box, link, in: &page)
    pen.rule(box.maxY, from: box.minX, to: box.maxX, in: &page.frame)
  }

  /// The scale's ground, the bar, and the mark at 100 %.
  private func drawBar(
    _ entry: SummaryContent.Entry, _ columns: Columns, at x: Length, middle y: Length, in frame: inout Frame
  ) {
    guard let share = entry.share else { return }
    let (left, right) = (x + columns.bar.left, x + columns.bar.right)
    let (end, thick) = (pen.measures.axisEnd, pen.rowSize * 0.62)
    let ground = Rect(x: left, y: y - thick * 0.75, width: right - left, height: thick * 1.5)
    pen.draw(Shape(.rect(ground), fill: pen.ink.tint), in: &frame)
    let length = (right - left) * (min(max(share, 0), end) / end)
    if length > .zero {
      let bar = Rect(x: left, y: y - thick / 2, width: length, height: thick)
      pen.draw(Shape(.rect(bar), fill: pen.ink.accent), in: &frame)
    }
    let goal = left + (right - left) / end
    let mark = Path.line(from: Point(x: goal, y: y - thick), to: Point(x: goal, y: y + thick))
    pen.draw(Shape(mark, stroke: Stroke(pen.ink.paper, .pt(2.6))), in: &frame)
    pen.draw(Shape(mark, stroke: Stroke(pen.ink.text, .pt(1.2))), in: &frame)
    if share > end { drawBreak(right - thick * 1.6, y, thick, in: &frame) }
  }

  /// Two slanted cuts through a bar that goes on beyond the scale.
  private func drawBreak(_ x: Length, _ y: Length, _ thick: Length, in frame: inout Frame) {
    for shift in [0.0, 0.55] {
      let left = x + thick * shift
      let cut = Path.line(
        from: Point(x: left - thick * 0.25, y: y + thick * 0.8), to: Point(x: left + thick * 0.25, y: y - thick * 0.8))
      pen.draw(Shape(cut, stroke: Stroke(pen.ink.paper, thick * 0.24)), in: &frame)
    }
  }

  /// A heading with the word for the mark above the bars.
  func heading(_ text: String, gap: Length) -> SummaryBlock {
    let pen = pen
    let font = pen.measures.heading
    @Sendable func lines(_ width: Length) -> TextBlock {
      pen.context.block(text, font, pen.ink.text, leading: font.size * 1.25, width: width)
    }
    return SummaryBlock(
      keepsWithNext: true, gap: gap, height: { lines($0).height + pen.measures.small.size * 1.35 },
      draw: { box, parent, page, builder in
        lines(box.width).place(in: &page.frame, at: box.origin, pen.measuring, builder.leaf(.heading3, in: parent))
        let columns = columns(box.width)
        let x = box.minX + columns.bar.left + (columns.bar.right - columns.bar.left) / pen.measures.axisEnd
        let style = TextStyle(pen.measures.face, pen.measures.small.size, pen.ink.quiet)
        let line = pen.measuring.line(
          pen.words.percent(Quantity(100)), style, at: Point(x: x, y: box.maxY - pen.measures.small.size * 0.3), .center
        )
        page.frame.add(.text(line), .artifact(.layout))
      })
  }
}
