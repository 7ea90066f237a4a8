import Pages
import ReportModel

/// Activities against their goals, a row each: number, name, a bar on one scale with a mark at 100 %, real of goal, per
/// cent, page. Names are never cut; bars that pass the scale's end are broken.
///
/// Inputs: the entries in their order, and the composition. Each row is an item of a list and links to its activity's page at its
/// full height. Columns are as wide as the widest of all entries needs, so that lists one below the other line up.
struct GoalRows: Sendable {
  private let composition: SummaryComposition
  private let label: Length
  private let amount: Length
  private let percent: Length
  private let page: Length

  init(_ entries: [SummaryContent.Entry], _ composition: SummaryComposition) {
    self.composition = composition
    let (plain, strong) = (composition.plain(.black), composition.strong(.black))
    func widest(_ text: (SummaryContent.Entry) -> String, _ style: TextStyle) -> Length {
      entries.map { composition.width(text($0), style) }.max() ?? .zero
    }
    label = min(widest(\.label, strong), composition.rowSize * 6)
    amount = widest(\.amount, plain)
    percent = widest(\.percent, strong)
    page = composition.width(composition.words.pageShort(String(8888)), plain)
  }

  /// Left edges, and right ends, from the column's left edge.
  private struct Columns {
    let name: (left: Length, width: Length)
    let bar: (left: Length, right: Length)
    let amount: Length
    let percent: Length
    let page: Length
  }

  private var gap: Length { composition.rowSize * 0.75 }

  private func columns(_ width: Length) -> Columns {
    let percentRight = width - page - gap
    let amountRight = percentRight - percent - gap
    let barRight = amountRight - amount - gap
    let left = label + gap
    let room = max(composition.rowSize * 8, barRight - left)
    let bar = max(composition.rowSize * 4, min(room * 0.3, composition.rowSize * 11))
    return Columns(
      name: (left, max(composition.rowSize * 4, room - bar - gap)), bar: (barRight - bar, barRight),
      amount: amountRight,
      percent: percentRight, page: width)
  }

  private func name(_ entry: SummaryContent.Entry, _ width: Length) -> TextBlock {
    composition.name(
      entry.name, composition.plain(composition.ink.text), leading: composition.rowLeading,
      width: columns(width).name.width)
  }

  private var padding: Length { composition.rowSize * 0.28 }

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
    drawBar(entry, columns, at: box.minX, middle: baseline - composition.rowSize * 0.34, in: &page.frame)
    let item = builder.element(.listItem, in: list)
    let number = builder.leaf(.label, in: item)
    let (plain, strong) = (composition.plain(composition.ink.text), composition.strong(composition.ink.text))
    func point(_ x: Length) -> Point { Point(x: box.minX + x, y: baseline) }
    composition.add(entry.label, strong, at: point(label), .end, number, in: &page.frame)
    let link = builder.element(.link, in: builder.element(.listBody, in: item))
    let source = builder.leaf(.span, in: link, composition.context.source())
    name.place(
      in: &page.frame, at: Point(x: box.minX + columns.name.left, y: top), composition.measuring, source)
    let figures = builder.leaf(.span, in: link)
    composition.add(entry.amount, plain, at: point(columns.amount), .end, figures, in: &page.frame)
    composition.add(entry.percent, strong, at: point(columns.percent), .end, figures, in: &page.frame)
    let pageNumber = composition.places.activities[entry.index].page + 1
    composition.add(
      composition.words.pageShort(String(pageNumber)), composition.plain(composition.ink.quiet),
      at: point(columns.page), .end, figures, in: &page.frame)
    composition.link(to: entry.index, entry.name, box, link, in: &page)
    composition.rule(box.maxY, from: box.minX, to: box.maxX, in: &page.frame)
  }

  /// The scale's ground, the bar, and the mark at 100 %.
  private func drawBar(
    _ entry: SummaryContent.Entry, _ columns: Columns, at x: Length, middle y: Length, in frame: inout Frame
  ) {
    guard let share = entry.share else { return }
    let (left, right) = (x + columns.bar.left, x + columns.bar.right)
    let (end, thick) = (composition.measures.axisEnd, composition.rowSize * 0.62)
    let ground = Rect(x: left, y: y - thick * 0.75, width: right - left, height: thick * 1.5)
    composition.draw(Shape(.rect(ground), fill: composition.ink.tint), in: &frame)
    let length = (right - left) * (min(max(share, 0), end) / end)
    if length > .zero {
      let bar = Rect(x: left, y: y - thick / 2, width: length, height: thick)
      composition.draw(Shape(.rect(bar), fill: composition.ink.accent), in: &frame)
    }
    let goal = left + (right - left) / end
    let mark = Path.line(from: Point(x: goal, y: y - thick), to: Point(x: goal, y: y + thick))
    composition.draw(Shape(mark, stroke: Stroke(composition.ink.paper, .pt(2.6))), in: &frame)
    composition.draw(Shape(mark, stroke: Stroke(composition.ink.text, .pt(1.2))), in: &frame)
    if share > end { drawBreak(right - thick * 1.6, y, thick, in: &frame) }
  }

  /// Two slanted cuts through a bar that goes on beyond the scale.
  private func drawBreak(_ x: Length, _ y: Length, _ thick: Length, in frame: inout Frame) {
    for shift in [0.0, 0.55] {
      let left = x + thick * shift
      let cut = Path.line(
        from: Point(x: left - thick * 0.25, y: y + thick * 0.8), to: Point(x: left + thick * 0.25, y: y - thick * 0.8))
      composition.draw(Shape(cut, stroke: Stroke(composition.ink.paper, thick * 0.24)), in: &frame)
    }
  }

  /// A heading with the word for the mark above the bars.
  func heading(_ text: String, gap: Length) -> SummaryBlock {
    let composition = composition
    let font = composition.measures.heading
    @Sendable func lines(_ width: Length) -> TextBlock {
      composition.context.block(text, font, composition.ink.text, leading: font.size * 1.25, width: width)
    }
    return SummaryBlock(
      keepsWithNext: true, gap: gap, height: { lines($0).height + composition.measures.small.size * 1.35 },
      draw: { box, parent, page, builder in
        lines(box.width).place(
          in: &page.frame, at: box.origin, composition.measuring, builder.leaf(.heading3, in: parent))
        let columns = columns(box.width)
        let x = box.minX + columns.bar.left + (columns.bar.right - columns.bar.left) / composition.measures.axisEnd
        let style = TextStyle(composition.measures.face, composition.measures.small.size, composition.ink.quiet)
        let line = composition.measuring.line(
          composition.words.percent(Quantity(100)), style,
          at: Point(x: x, y: box.maxY - composition.measures.small.size * 0.3), .center
        )
        page.frame.add(.text(line), .artifact(.layout))
      })
  }
}
