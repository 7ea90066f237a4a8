import Charts
import Pages
import ReportModel

/// The left column: outcome, bullet bar, key figures, notes on wrong figures, objective, and the legend at its foot.
struct SideColumn {
  let layout: ActivityLayout

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var measures: ActivityMeasures { layout.measures }
  private var words: Words { layout.words }
  private var annual: AnnualFigures { layout.activity.annual }
  private var bands: StatusBands { context.options.bands }
  private var status: Status { bands.status(of: annual) }

  /// Sets the column and returns the text that did not fit.
  func set(in column: Rect, frame: inout Frame, builder: inout DocumentBuilder) -> ColumnFlow {
    var y = setOutcome(in: column, &frame, &builder)
    y = setBullet(at: Point(x: column.minX, y: y), column.width, &frame, &builder)
    y = setKeyFigures(at: y, column, &frame, &builder)
    var flow = texts(width: column.width, &builder)
    let legendTop = setLegend(in: column, &frame, &builder)
    let room = Rect(
      x: column.minX, y: y + measures.grid, width: column.width,
      height: legendTop - measures.grid / 2 - y - measures.grid)
    flow.set(in: room, frame: &frame, layout.measuring)
    return flow
  }

  private func setOutcome(in column: Rect, _ frame: inout Frame, _ builder: inout DocumentBuilder) -> Length {
    let block = context.block(
      words.outcome(annual), measures.outcome, theme.ink.text, leading: measures.outcomeLeading, width: column.width)
    let owner = builder.leaf(.paragraph, in: layout.section)
    block.place(in: &frame, at: column.origin, layout.measuring, owner)
    return column.minY + block.height
  }

  /// Nothing to compare, no bar.
  private func setBullet(
    at top: Point, _ width: Length, _ frame: inout Frame, _ builder: inout DocumentBuilder
  ) -> Length {
    guard let goal = annual.goal.quantity, let real = annual.real.quantity, goal > .zero else { return top.y }
    let texts = ActivityAlternatives(report: context.report, activity: layout.activity, words: words)
    let owner = builder.leaf(.figure, in: layout.section, StructureAttributes(alternative: texts.bullet))
    let bar = BulletBar(
      goal: goal.approximation, real: real.approximation,
      label: words.goalMark + " " + FigureText(annual.goal).text, style: layout.geometry.chart)
    frame.place(
      bar.frame(width: width, measuring: layout.measuring, owner: owner), at: Point(x: top.x, y: top.y + measures.grid))
    return top.y + measures.grid + BulletBar.height
  }

  /// Status with the ratio, then goal, real and variation, each over a hairline.
  private func setKeyFigures(
    at top: Length, _ column: Rect, _ frame: inout Frame, _ builder: inout DocumentBuilder
  ) -> Length {
    let list = builder.element(.list, in: layout.section)
    var y = top + measures.grid / 2
    let ratio = annual.real.quantity.flatMap { real in
      annual.goal.quantity.flatMap { Numerals.percent(real, of: $0) }
    }
    y = setKeyFigure(
      words.status(status), ratio ?? words.notProgrammed, measures.ratio, theme.ink.accent, height: measures.ratioRow,
      at: y, column, list, &frame, &builder, symbol: status)
    let rows = [
      (words.goal, FigureText(annual.goal)),
      (words.real(year: context.report.year?.value), FigureText(annual.real)),
      (words.variation, FigureText(annual.variation, isVariation: true, plus: true)),
    ]
    for (label, figure) in rows {
      let text = figure.text.isEmpty ? words.noData : figure.text
      y = setKeyFigure(
        label, text, measures.keyFigure, theme.ink.text, height: measures.keyRow, at: y, column, list, &frame, &builder)
    }
    return y
  }

  private func setKeyFigure(
    _ label: String, _ figure: String, _ font: (face: FontFace, size: Length), _ color: Color, height: Length,
    at top: Length, _ column: Rect, _ list: StructureElement.ID, _ frame: inout Frame,
    _ builder: inout DocumentBuilder, symbol: Status? = nil
  ) -> Length {
    let baseline = top + height - .pt(7.5)
    let item = builder.element(.listItem, in: list)
    let labelStyle = theme.style(measures.keyLabel, theme.ink.text)
    let indent = symbol == nil ? .zero : measures.symbol * 3.2
    if let symbol {
      let center = Point(x: column.minX + measures.symbol * 1.1, y: baseline - measures.symbol * 0.9)
      let shape = StatusSymbol.shape(symbol, center: center, radius: measures.symbol, color: theme.ink.text)
      frame.add(.shape(shape), .artifact(.layout))
    }
    let labelLine = layout.measuring.line(label, labelStyle, at: Point(x: column.minX + indent, y: baseline))
    frame.add(.text(labelLine), builder.leaf(.label, in: item))
    var style = theme.style(font, color)
    let room = column.width - indent - labelLine.width - .pt(8)
    let width = layout.measuring.width(of: figure, style)
    if width > room { style.size = style.size * (room / width) }
    let end = Point(x: column.maxX, y: baseline)
    frame.add(.text(layout.measuring.line(figure, style, at: end, .end)), builder.leaf(.listBody, in: item))
    let rule = Path.line(from: Point(x: column.minX, y: top + height), to: Point(x: column.maxX, y: top + height))
    frame.add(.shape(Shape(rule, stroke: Stroke(theme.ink.hairline, measures.hairline))), .artifact(.layout))
    return top + height
  }

  /// Notes on wrong figures, then the objective and what else the table says in words.
  private func texts(width: Length, _ builder: inout DocumentBuilder) -> ColumnFlow {
    var flow = ColumnFlow()
    for note in context.notes where note.activity == layout.index {
      let mark = layout.measuring.line(
        spaced(note.mark, .bold), TextStyle(.bold, measures.small.size, theme.ink.warning), at: .zero)
      let indent = max(.pt(14), mark.width + .pt(8))
      let block = context.block(
        note.column + ": " + words.discrepancy(note.discrepancy), measures.small, theme.ink.text,
        leading: measures.smallLeading, width: width - indent)
      flow.add(block, builder.leaf(.note, in: layout.section), indent: indent, mark: mark)
      flow.addGap(measures.grid * 0.75)
    }
    let activity = layout.activity
    let sections = [
      (words.objective, activity.objective), (words.unit, activity.unit), (words.responsible, activity.responsible),
      (words.remarks, activity.remarks),
    ]
    var isFirst = true
    for case (let title, let text?) in sections {
      if !isFirst { flow.addGap(measures.grid * 0.5) }
      add(title, text.value, width, to: &flow, &builder)
      isFirst = false
    }
    return flow
  }

  private func add(
    _ title: String, _ text: String, _ width: Length, to flow: inout ColumnFlow, _ builder: inout DocumentBuilder
  ) {
    let heading = context.block(
      title, measures.heading, theme.ink.quiet, leading: measures.bodyLeading, width: width)
    flow.add(heading, builder.leaf(.heading3, in: layout.section), keepsWithNext: true)
    let block = context.block(
      text, measures.body, theme.ink.text, leading: measures.bodyLeading, width: width, keepingLines: true)
    flow.add(block, builder.leaf(.paragraph, in: layout.section))
  }

  /// A text and the space that keeps it apart from the next of the same element.
  private func spaced(_ text: String, _ face: FontFace) -> [ShapedText] {
    [layout.measuring.shape(text, face), layout.measuring.shape(" ", face)]
  }

  /// What the symbols mean, at the column's foot; returns its top.
  private func setLegend(in column: Rect, _ frame: inout Frame, _ builder: inout DocumentBuilder) -> Length {
    let entries = words.legend(bands)
    let leading = Length.pt(10)
    let top = column.maxY - leading * Double(entries.count)
    let style = TextStyle(.regular, .pt(7.5), theme.ink.quiet)
    let baselines = entries.indices.map { top + leading * Double($0 + 1) - .pt(2.5) }
    for (baseline, (status, _)) in zip(baselines, entries) {
      let center = Point(x: column.minX + .pt(3), y: baseline - .pt(2.6))
      let symbol = StatusSymbol.shape(status, center: center, radius: .pt(2.6), color: theme.ink.quiet)
      frame.add(.shape(symbol), .artifact(.layout))
    }
    let owner = builder.leaf(.paragraph, in: layout.section)
    for (baseline, (_, text)) in zip(baselines, entries) {
      let line = layout.measuring.line(
        spaced(text, style.face), style, at: Point(x: column.minX + .pt(10), y: baseline))
      frame.add(.text(line), owner)
    }
    return top
  }
}
