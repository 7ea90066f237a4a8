import Pages
import ReportModel

/// All activities against their goals at a glance: a bar a row, in per cent of the goal, on one scale.
///
/// It stands under a table that leaves room for all of it and is left out where there is none: everything it says is said
/// in the table and on the activities' pages. Its bars are decoration of the figures printed beside them.
struct GoalOverview {
  private let context: Context
  private let measures: ActivityMeasures
  private let rows: [Row]
  private let columns: Columns
  /// The share of a goal at the scale's end; longer bars are broken.
  private let widest: Double

  private struct Row {
    let number: String
    let name: TextBlock
    /// Real by goal; nil where there is no ratio.
    let share: Double?
    let figures: String
    let percent: String
    let state: Verdict.State
  }

  /// nil where there is nothing to compare, or not even names of one line would fit in the room.
  init?(_ context: Context, room: Length) {
    self.context = context
    measures = context.theme.activity.scaled(to: context.body.height)
    let count = context.report.activities.count
    guard count > 1, measures.unit * 5 + (measures.leading + measures.unit) * Double(count) <= room else { return nil }
    let (measures, words) = (measures, context.words)
    rows = context.report.activities.map { activity in
      let (goal, real) = (activity.annual.goal, activity.annual.real)
      let verdict = Verdict(of: activity, bands: context.options.bands)
      let texts = [FigureKind.annualReal, .goal].map { kind in
        let text = activity.figureText(kind, period: 0).text
        return text.isEmpty ? words.noData : text
      }
      return Row(
        number: activity.number?.value ?? "",
        name: context.block(
          activity.name.value, (measures.dataFace, measures.small.size), context.theme.ink.text,
          leading: measures.leading, width: GoalOverview.nameWidth(context)),
        share: !verdict.hasRatio ? nil : (real.quantity?.approximation ?? 0) / (goal.quantity?.approximation ?? 1),
        figures: words.amount(texts[0], of: texts[1]), percent: words.percent(verdict), state: verdict.state)
    }
    widest = GoalOverview.scaleEnd(rows.compactMap(\.share))
    columns = Columns(rows, measures, context)
  }

  /// The largest share where all are alike, so that every bar is seen whole; else 150 or 200 %, so that one outlier does
  /// not make all others too short to compare.
  static func scaleEnd(_ shares: [Double]) -> Double {
    let most = shares.max() ?? 1
    if most <= 2 { return max(1, most) }
    return shares.contains { $0 > 1.5 && $0 <= 2 } ? 2 : 1.5
  }

  /// Names take their share of the width, figures and words what the widest need, and the bars the rest.
  private struct Columns {
    let name: Length
    let bar: (left: Length, right: Length)
    /// Right ends.
    let figures: Length
    let percent: Length
    let status: Length

    init(_ rows: [Row], _ measures: ActivityMeasures, _ context: Context) {
      let style = TextStyle(measures.dataStrong, measures.small.size)
      func widest(_ text: (Row) -> String) -> Length {
        rows.map { context.measuring.width(of: text($0), style) }.max() ?? .zero
      }
      let gap = measures.unit * 4
      name = context.body.minX + GoalOverview.indent
      status = context.body.maxX - widest { context.words.verdict($0.state) } - measures.symbol * 2.6
      percent = status - gap
      figures = percent - widest(\.percent) - gap
      bar = (name + GoalOverview.nameWidth(context) + gap, figures - widest(\.figures) - gap)
    }
  }

  private static func nameWidth(_ context: Context) -> Length { context.body.width * 0.4 - indent }
  private static let indent = Length.pt(24)

  private var unit: Length { measures.unit }
  private var headingHeight: Length { unit * 5 }
  private func height(_ row: Row) -> Length { row.name.height + unit }
  private var theme: Theme { context.theme }

  /// Sets it between two heights if it fits there.
  func set(
    from top: Length, to bottom: Length, in frame: inout Frame, _ section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) {
    let needed = rows.reduce(headingHeight) { $0 + height($1) }
    let hasWidth = columns.bar.right - columns.bar.left >= unit * 16
    guard hasWidth, top + needed <= bottom else { return }
    // Up to three units more for each row, so that it fills the page.
    let air = max(.zero, min(unit * 3, (bottom - top - needed) / Double(rows.count)))
    let style = context.theme.style(measures.chartTitle, context.theme.ink.text)
    let title = Point(x: context.body.minX, y: top + unit * 2)
    let heading = builder.leaf(.heading3, in: section)
    frame.add(.text(context.measuring.line(context.words.overviewTitle, style, at: title)), heading)
    let isCounted = rows.allSatisfy { !$0.number.isEmpty && $0.number.allSatisfy(\.isNumber) }
    let list = builder.element(
      .list, in: section, StructureAttributes(numbering: isCounted ? .decimal : .description))
    var y = top + headingHeight
    for row in rows {
      set(row, top: y, height: height(row) + air, list, &frame, &builder)
      y = y + height(row) + air
    }
  }

  private func set(
    _ row: Row, top: Length, height: Length, _ list: StructureElement.ID, _ frame: inout Frame,
    _ builder: inout DocumentBuilder
  ) {
    let baseline = top + (height - row.name.height) / 2 + row.name.baseline
    drawBar(row, middle: baseline - measures.small.size * 0.35, &frame)
    let item = builder.element(.listItem, in: list)
    let text = theme.style((measures.dataFace, measures.small.size), theme.ink.text)
    let strong = theme.style((measures.dataStrong, measures.small.size), theme.ink.text)
    let label = builder.leaf(.label, in: item)
    add(
      row.number, text, at: Point(x: columns.name - unit * 1.5, y: baseline), .end, label,
      &frame)
    let body = builder.leaf(.listBody, in: item)
    let place = Point(x: columns.name, y: baseline)
    row.name.place(in: &frame, baseline: place, context.measuring, body)
    add(row.figures, text, at: Point(x: columns.figures, y: baseline), .end, body, &frame)
    add(row.percent, strong, at: Point(x: columns.percent, y: baseline), .end, body, &frame)
    let status = Point(x: columns.status + measures.symbol * 2.6, y: baseline)
    add(context.words.verdict(row.state), text, at: status, .start, body, &frame)
    let rule = Path.line(
      from: Point(x: context.body.minX, y: top + height), to: Point(x: context.body.maxX, y: top + height))
    frame.add(.shape(Shape(rule, stroke: Stroke(theme.ink.hairline, measures.hairline))), .artifact(.layout))
  }

  /// With a space behind it, which keeps it apart from what follows for those who extract or hear the text.
  private func add(
    _ text: String, _ style: TextStyle, at point: Point, _ alignment: TextAlignment, _ owner: Owner,
    _ frame: inout Frame
  ) {
    guard !text.isEmpty else { return }
    let pieces = [context.measuring.shape(text, style.face), context.measuring.shape(" ", style.face)]
    frame.add(.text(context.measuring.line(pieces, style, at: point, alignment)), owner)
  }

  /// Ground up to the scale's end, the bar, the goal's mark, and the status's symbol.
  private func drawBar(_ row: Row, middle y: Length, _ frame: inout Frame) {
    let (left, right) = columns.bar
    let center = Point(x: columns.status + measures.symbol, y: y)
    let symbol = VerdictSymbol.shape(row.state, center: center, radius: measures.symbol * 0.8, color: theme.ink.text)
    frame.add(.shape(symbol), .artifact(.layout))
    guard let share = row.share else { return }
    func bar(_ width: Length, _ height: Length, _ color: Color) {
      let box = Rect(x: left, y: y - height / 2, width: width, height: height)
      frame.add(.shape(Shape(.rect(box), fill: color)), .artifact(.layout))
    }
    bar(right - left, unit * 2, theme.ink.tint)
    bar((right - left) * (min(max(0, share), widest) / widest), unit, theme.ink.accent)
    if share > widest { drawBreak(at: right - unit * 3, middle: y, &frame) }
    let goal = left + (right - left) / widest
    let mark = Path.line(from: Point(x: goal, y: y - unit * 1.5), to: Point(x: goal, y: y + unit * 1.5))
    frame.add(.shape(Shape(mark, stroke: Stroke(theme.ink.paper, .pt(3)))), .artifact(.layout))
    frame.add(.shape(Shape(mark, stroke: Stroke(theme.ink.text, .pt(1.4)))), .artifact(.layout))
  }

  /// Two slanted gaps near a bar's end: it is longer than the scale.
  private func drawBreak(at x: Length, middle y: Length, _ frame: inout Frame) {
    for offset in [Length.zero, unit] {
      let line = Path.line(
        from: Point(x: x + offset - unit * 0.3, y: y + unit), to: Point(x: x + offset + unit * 0.3, y: y - unit))
      frame.add(.shape(Shape(line, stroke: Stroke(theme.ink.paper, .pt(1.5)))), .artifact(.layout))
    }
  }
}
