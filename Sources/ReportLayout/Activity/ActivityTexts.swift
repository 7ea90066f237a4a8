import Charts
import Pages
import ReportModel

/// The texts of an activity: outcome, bullet bar, key figures, notes on wrong figures, objective and legend; in one
/// column beside the charts, or in three above them.
struct ActivityTexts {
  let layout: ActivityLayout

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var measures: ActivityMeasures { layout.measures }
  private var unit: Length { measures.unit }
  private var words: Words { layout.words }
  private var annual: AnnualFigures { layout.activity.annual }
  private var bands: Verdict.Bands { context.options.bands }
  private var side: (left: Length, width: Length) { layout.geometry.side }

  /// Sets the texts and returns what did not fit.
  func set(firstBaseline top: Length, page: inout Page, builder: inout DocumentBuilder) -> ColumnFlow {
    layout.geometry.arrangement.place == .above
      ? setAbove(top, &page, &builder) : setBeside(top, &page, &builder)
  }

  private func setBeside(_ top: Length, _ page: inout Page, _ builder: inout DocumentBuilder) -> ColumnFlow {
    var y = setOutcome(top, &page.frame, &builder)
    y = setBullet(below: y, &page.frame)
    y = setKeyFigures(below: y, left: side.left, &page.frame, &builder)
    var flow = texts(&builder)
    let end = setLegend(last: layout.geometry.lastBaseline, &page, &builder) - unit * 5
    let start = y + unit * 3
    let room = Rect(x: side.left, y: start, width: side.width, height: max(.zero, end - start))
    flow.set(in: room, page: &page, context, &builder)
    return flow
  }

  /// Outcome and bar; key figures; notes and objective; the legend in one line below them.
  private func setAbove(_ top: Length, _ page: inout Page, _ builder: inout DocumentBuilder) -> ColumnFlow {
    let step = side.width + measures.gutter
    let last = top + layout.geometry.textBand
    let y = setOutcome(top, &page.frame, &builder)
    _ = setBullet(below: y, &page.frame)
    _ = setKeyFigures(below: top - unit * 6, left: side.left + step, &page.frame, &builder)
    var flow = texts(&builder)
    let legend = setLegend(acrossTo: last, &page, &builder)
    let start = top - measures.leading
    let room = Rect(x: side.left + step * 2, y: start, width: side.width, height: legend - unit * 5 - start)
    flow.set(in: room, page: &page, context, &builder)
    return flow
  }

  /// Returns the last baseline.
  private func setOutcome(_ top: Length, _ frame: inout Frame, _ builder: inout DocumentBuilder) -> Length {
    let block = TextBlock(
      words.sentence(layout.activity, bands), theme.style(measures.outcome, theme.ink.text),
      leading: measures.outcomeLeading,
      width: side.width, context.typesetter, hyphenating: false)
    let owner = builder.leaf(.paragraph, in: layout.section)
    block.place(in: &frame, baseline: Point(x: side.left, y: top), layout.measuring, owner)
    return top + block.leading * Double(max(0, block.lines.count - 1))
  }

  /// Nothing to compare, no bar. Returns where it ends. The bar shows what the outcome above it says, so it is an artifact.
  private func setBullet(below y: Length, _ frame: inout Frame) -> Length {
    guard let goal = annual.goal.quantity, let real = annual.real.quantity, goal > .zero else { return y }
    let bar = BulletBar(
      goal: goal.approximation, real: real.approximation,
      label: words.goalMark + " " + layout.activity.figureText(.goal, period: 0).text, style: layout.geometry.chart)
    let top = Point(x: side.left, y: y + unit * 2)
    let frameOfBar = bar.frame(width: side.width, measuring: layout.measuring, owner: .artifact(.layout))
    frame.place(frameOfBar, at: top)
    return top.y + bar.height.rounded(upTo: unit)
  }
}

// Notes and objective
extension ActivityTexts {
  /// Notes on wrong figures, then the objective and what else the table says in words.
  private func texts(_ builder: inout DocumentBuilder) -> ColumnFlow {
    var flow = ColumnFlow()
    for note in context.notes where note.activity == layout.index { add(note, to: &flow, &builder) }
    let activity = layout.activity
    let sections = [
      (words.objective, activity.objective?.value), (words.unit, activity.unit?.value ?? activity.unitOfFigures),
      (words.responsible, activity.responsible?.value), (words.remarks, activity.remarks?.value),
    ]
    var isFirst = true
    for case (let title, let text?) in sections {
      if !isFirst { flow.addGap(unit * 2) }
      add(title, text, to: &flow, &builder)
      isFirst = false
    }
    return flow
  }

  private func add(_ note: Note, to flow: inout ColumnFlow, _ builder: inout DocumentBuilder) {
    let style = TextStyle(.bold, measures.small.size, theme.ink.warning)
    let mark = layout.measuring.line(spaced(note.mark, .bold), style, at: .zero)
    let indent = max(.pt(14), mark.width + .pt(8))
    let block = context.block(
      note.column + ": " + words.discrepancy(note.discrepancy, isFlipped: context.isFlipped(note)), measures.small,
      theme.ink.text,
      leading: measures.leading, width: side.width - indent)
    let element = builder.element(.note, in: layout.section)
    flow.add(
      block, builder.leaf(.paragraph, in: element), indent: indent,
      mark: ColumnFlow.Mark(letter: note.mark, line: mark, note: element))
    flow.addGap(unit * 2)
  }

  /// Set without hyphens: the column is wide enough for whole words, and short lines among long ones read better than
  /// a ladder of hyphens.
  private func add(
    _ title: String, _ text: String, to flow: inout ColumnFlow, _ builder: inout DocumentBuilder
  ) {
    let heading = context.block(
      title, measures.heading, theme.ink.quiet, leading: measures.leading, width: side.width)
    flow.add(heading, builder.leaf(.heading3, in: layout.section), keepsWithNext: true)
    let block = TextBlock(
      text, theme.style(measures.body, theme.ink.text), leading: measures.leading, width: side.width,
      context.typesetter, keepingLines: true, hyphenating: false)
    flow.add(block, builder.leaf(.paragraph, in: layout.section, context.source()))
  }

  /// A text and the space that keeps it apart from the next of the same element.
  private func spaced(_ text: String, _ face: FontFace) -> [ShapedText] {
    [layout.measuring.shape(text, face), layout.measuring.shape(" ", face)]
  }
}

// The legend
extension ActivityTexts {
  /// What the symbols mean, one below the other, the last on `last`; returns the first baseline.
  private func setLegend(last: Length, _ page: inout Page, _ builder: inout DocumentBuilder) -> Length {
    let count = words.legend(bands).count
    let first = last - measures.leading * Double(count - 1)
    drawLegend(at: (0..<count).map { Point(x: side.left, y: first + measures.leading * Double($0)) }, &page, &builder)
    return first
  }

  /// The same in as few lines over the page's width as hold it, the last on `last`; returns the first baseline.
  private func setLegend(acrossTo last: Length, _ page: inout Page, _ builder: inout DocumentBuilder) -> Length {
    let style = theme.style(measures.legend, theme.ink.quiet)
    let right = layout.geometry.body.maxX
    var (points, x, line) = ([Point](), side.left, Length.zero)
    for (_, text) in words.legend(bands) {
      let width = measures.symbol * 2.8 + layout.measuring.width(of: text, style)
      if x > side.left, x + width > right { (x, line) = (side.left, line + measures.leading) }
      points.append(Point(x: x, y: line))
      x = x + width + unit * 5
    }
    let first = last - line
    drawLegend(at: points.map { Point(x: $0.x, y: first + $0.y) }, &page, &builder)
    return first
  }

  /// On the first activity's page it is content; on all others it is the same again, and stands with what pages repeat.
  private func drawLegend(at points: [Point], _ page: inout Page, _ builder: inout DocumentBuilder) {
    guard layout.index > 0 else {
      let owner = builder.leaf(.paragraph, in: layout.section)
      return drawLegend(at: points, &page.frame, symbols: .artifact(.layout), words: owner)
    }
    drawLegend(at: points, &page.furniture, symbols: .artifact(.pagination), words: .artifact(.pagination))
  }

  private func drawLegend(at points: [Point], _ frame: inout Frame, symbols: Owner, words owner: Owner) {
    let style = theme.style(measures.legend, theme.ink.quiet)
    let radius = measures.symbol * 0.72
    for (point, (status, _)) in zip(points, words.legend(bands)) {
      let center = Point(x: point.x + radius * 1.15, y: point.y - style.size * 0.355)
      let symbol = VerdictSymbol.shape(status, center: center, radius: radius, color: theme.ink.text)
      frame.add(.shape(symbol), symbols)
    }
    for (point, (_, text)) in zip(points, words.legend(bands)) {
      let start = Point(x: point.x + measures.symbol * 2.8, y: point.y)
      frame.add(.text(layout.measuring.line(spaced(text, style.face), style, at: start)), owner)
    }
  }
}

extension Length {
  /// The next whole multiple of `unit`.
  func rounded(upTo unit: Length) -> Length { unit * ((self / unit) - 1e-9).rounded(.up) }
}
