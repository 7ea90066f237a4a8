import Charts
import Pages
import ReportModel

/// Paired bars, cumulative steps and the data table, one column a period from top to bottom.
struct ChartPanel {
  let layout: ActivityLayout

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var measures: ActivityMeasures { layout.measures }
  private var unit: Length { measures.unit }
  private var words: Words { layout.words }
  private var geometry: ActivityGeometry { layout.geometry }
  private var activity: Activity { layout.activity }
  private var alternatives: ActivityAlternatives { layout.alternatives }

  /// The charts share the height that titles and data table leave; the first title stands on `top`. A chart of which
  /// nothing could be seen gives its room to the other, or to a line that says so.
  func set(firstBaseline top: Length, page: inout Page, builder: inout DocumentBuilder) {
    let totals = CumulativeTotals(activity)
    // Under the table, bars alone where there is no room for both.
    let hasRoom = !geometry.isUnderTable || geometry.hasRoomForBoth(below: top)
    switch (hasBars, hasSteps(totals) && (hasRoom || !hasBars)) {
    case (true, true):
      let flexible = geometry.chartsHeight(below: top)
      let bars = unit * (flexible * measures.barsShare / unit).rounded()
      setBars(titleOn: top, height: bars, &page, &builder)
      let steps = top + unit * 8 + bars
      setSteps(totals, titleOn: steps, height: flexible - bars, &page, &builder)
    case (true, false):
      setBars(titleOn: top, height: geometry.chartHeight(below: top), &page, &builder)
    case (false, true):
      setSteps(totals, titleOn: top, height: geometry.chartHeight(below: top), &page, &builder)
    case (false, false):
      setNothing(top, &page, &builder)
    }
    setTable(top: geometry.bottom - geometry.dataHeight, page: &page, builder: &builder)
  }

  /// Why nothing is drawn: in the middle of the charts' field, which keeps its place and a thin outline, so that the data
  /// table stands where it does on all pages; a line where the table above the charts has all figures.
  private func setNothing(_ top: Length, _ page: inout Page, _ builder: inout DocumentBuilder) {
    let style = theme.style(measures.body, theme.ink.quiet)
    let text = words.nothingToDraw(isKnown: isKnown, context.report.scheme)
    let owner = builder.leaf(.paragraph, in: layout.section)
    guard !geometry.isUnderTable else {
      let line = layout.measuring.line(text, style, at: Point(x: geometry.panel.left, y: top))
      return page.frame.add(.text(line), owner)
    }
    let (start, end) = (top - unit * 2, geometry.bottom - geometry.dataHeight - unit * 4)
    let field = Rect(x: geometry.panel.left, y: start, width: geometry.panel.width, height: end - start)
    let outline = Shape(.rect(field), stroke: Stroke(theme.ink.hairline, measures.hairline))
    page.frame.add(.shape(outline), .artifact(.layout))
    let block = TextBlock(
      text, style, leading: measures.leading, width: field.width - unit * 8, context.typesetter, hyphenating: false)
    let first = start + unit * ((field.height - block.height) / unit / 2).rounded() + measures.leading
    block.place(
      in: &page.frame, baseline: Point(x: field.midX, y: first), layout.measuring, owner, .center)
  }

  private func setTable(top: Length, page: inout Page, builder: inout DocumentBuilder) {
    guard !geometry.isUnderTable else { return }
    DataTable(layout: layout).set(top: top, page: &page, builder: &builder)
  }

  /// Something that is not zero in any period.
  private var hasBars: Bool { figures.contains { $0.quantity?.isZero == false } }

  /// More than one period to add up, what may be added up, and anything but zeros.
  private func hasSteps(_ totals: CumulativeTotals) -> Bool {
    guard activity.periods.count > 1, !totals.isEmpty, activity.measure.isAdditive else {
      return false
    }
    return (totals.programmed + totals.real + [activity.annual.goal.quantity]).contains { $0 != nil && $0 != .zero }
  }

  private var isKnown: Bool { figures.contains { $0.quantity != nil } }
  private var figures: [Figure] { activity.periods.flatMap { [$0.programmed, $0.real] } }

  private func setBars(titleOn top: Length, height: Length, _ page: inout Page, _ builder: inout DocumentBuilder) {
    let title = setTitle(
      words.barsTitle(context.report.scheme), baseline: top, frame: &page.frame, builder: &builder)
    setLegend(after: title, page: &page, builder: &builder)
    setBars(top: top + unit * 2, height: height, &page, &builder)
  }

  private func setSteps(
    _ totals: CumulativeTotals, titleOn top: Length, height: Length, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let title = setTitle(words.stepsTitle, baseline: top, frame: &page.frame, builder: &builder)
    if totals.coincide { setCoincidence(after: title, page: &page, builder: &builder) }
    let box = Rect(x: geometry.panel.left, y: top + unit * 2, width: geometry.panel.width, height: height)
    setSteps(box, totals, &page, &builder)
  }

  /// What the light dashes on a thick line mean.
  private func setCoincidence(after title: TextLine, page: inout Page, builder: inout DocumentBuilder) {
    let style = TextStyle(measures.dataFace, measures.dataSize, theme.ink.text)
    let left = title.origin.x + title.width + unit * measures.chartLegend.before
    let (y, right) = (title.origin.y - style.size * 0.3, left + measures.legendLine)
    let line = Path.line(from: Point(x: left, y: y), to: Point(x: right, y: y))
    let chart = geometry.chart
    let strokes = [
      Stroke(chart.real, chart.realLine),
      Stroke(chart.paper, chart.programmedLine.width, dashes: chart.programmedLine.dashes),
    ]
    for stroke in strokes { page.frame.add(.shape(Shape(line, stroke: stroke)), .artifact(.layout)) }
    let place = Point(x: right + unit * measures.chartLegend.behindSymbol, y: title.origin.y)
    let text = layout.measuring.line(words.both, style, at: place)
    page.frame.add(.text(text), builder.leaf(.paragraph, in: layout.section))
  }

  private func setTitle(
    _ text: String, baseline: Length, frame: inout Frame, builder: inout DocumentBuilder
  ) -> TextLine {
    let style = theme.style(measures.chartTitle, theme.ink.text)
    let owner = builder.leaf(.heading3, in: layout.section)
    let line = layout.measuring.line(text, style, at: Point(x: geometry.panel.left, y: baseline))
    frame.add(.text(line), owner)
    return line
  }

  /// What hollow and solid bars mean, behind the title: read on the first activity's page, with what pages repeat on all
  /// others.
  private func setLegend(after title: TextLine, page: inout Page, builder: inout DocumentBuilder) {
    if layout.index == 0 {
      setLegend(after: title, in: &page.frame, builder.leaf(.paragraph, in: layout.section))
    } else {
      setLegend(after: title, in: &page.furniture, .artifact(.layout))
    }
  }

  private func setLegend(after title: TextLine, in frame: inout Frame, _ owner: Owner) {
    let style = TextStyle(measures.dataFace, measures.dataSize, theme.ink.text)
    let side = measures.legendSquare
    var x = title.origin.x + title.width + unit * measures.chartLegend.before
    for (index, text) in [words.programmed, words.realised].enumerated() {
      let box = Rect(x: x, y: title.origin.y - side * 0.92, width: side, height: side)
      let shape =
        index == 0
        ? Shape(.rect(box.inset(by: .pt(0.5))), stroke: geometry.chart.programmed)
        : Shape(.rect(box), fill: geometry.chart.real)
      frame.add(.shape(shape), .artifact(.layout))
      let pieces = [layout.measuring.shape(text, style.face), layout.measuring.shape(" ", style.face)]
      let place = Point(x: box.maxX + unit * measures.chartLegend.behindSymbol, y: title.origin.y)
      let line = layout.measuring.line(pieces, style, at: place)
      frame.add(.text(line), owner)
      x = line.origin.x + line.width + unit * measures.chartLegend.between
    }
  }
}

// Charts
extension ChartPanel {
  /// One figure, in as many bands as the periods are divided into, all on one scale.
  private func setBars(top: Length, height: Length, _ page: inout Page, _ builder: inout DocumentBuilder) {
    let owner = builder.leaf(.figure, in: layout.section, StructureAttributes(alternative: alternatives.bars))
    let size = Size(width: geometry.panel.width, height: height / Double(geometry.bands.count))
    let values = activity.periods.flatMap { [$0.programmed, $0.real] }.compactMap { $0.quantity?.approximation }
    for (row, band) in geometry.bands.enumerated() {
      let slots = Slots(start: geometry.slots.start, width: geometry.slots.width, count: band.count)
      let labels = geometry.axisLabels[band].map(\.lines)
      let axis = PeriodAxis(slots: slots, labels: labels, leading: geometry.chart.axisLabel.size * 1.15)
      let bars = PairedBars(
        pairs: activity.periods[band].map(pair), axis: axis, style: geometry.chart, scaledWith: values)
      let chart = bars.frame(size: size, measuring: layout.measuring, owner: owner, axisOwner: axisOwner)
      place(chart, at: Point(x: geometry.panel.left, y: top + size.height * Double(row)), in: &page)
    }
  }

  /// Axes look the same on many pages, and say nothing that a figure's words do not.
  private var axisOwner: Owner { .artifact(.layout) }

  private func place(_ chart: Frame, at origin: Point, in page: inout Page) {
    let (axis, marks) = chart.divided(by: axisOwner)
    page.frame.place(marks, at: origin)
    page.furniture.place(axis, at: origin)
  }

  private func pair(_ figures: PeriodFigures) -> BarPair {
    BarPair(
      programmed: bar(figures.programmed), real: bar(figures.real),
      absence: figures.isAbsent ? words.notProgrammed : nil)
  }

  private func bar(_ figure: Figure) -> BarPair.Bar {
    let text = FigureText(figure, computedDecimals: activity.mostDecimals).text
    return BarPair.Bar(value: figure.quantity?.approximation, label: text.isEmpty ? words.noData : text)
  }

  private func setSteps(
    _ box: Rect, _ totals: CumulativeTotals, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let owner = builder.leaf(
      .figure, in: layout.section, StructureAttributes(alternative: alternatives.steps(totals)))
    let (programmed, real) = (totals.programmed.compactMap { $0 }.last, totals.real.compactMap { $0 }.last)
    let goal = activity.annual.goal.quantity
    // The common case, a goal that is the sum of its periods, has one label.
    let together = goal != nil && programmed == goal
    let steps = StepLines(
      slots: geometry.stepSlots,
      programmed: StepLines.Series(
        totals: totals.programmed.map { $0?.approximation },
        label: together ? nil : programmed.map { label(words.programmed, $0) }),
      real: StepLines.Series(
        totals: totals.real.map { $0?.approximation },
        label: real.map { label(words.realised, $0, strong: true) }),
      goal: goal.map {
        (value: $0.approximation, label: label(together ? words.programmedAndGoal : words.annualGoal, $0))
      }, style: geometry.chart)
    let chart = steps.frame(size: box.size, measuring: layout.measuring, owner: owner, axisOwner: axisOwner)
    place(chart, at: box.origin, in: &page)
  }

  private func label(_ name: String, _ value: Quantity, strong: Bool = false) -> StepLines.EndLabel {
    let figure = Numerals.text(value, decimals: activity.mostDecimals)
    let whole = name + " " + figure
    let style = strong ? geometry.chart.strongLabel : geometry.chart.label
    let fits = layout.measuring.width(of: whole, style) <= geometry.endLabelWidth
    return StepLines.EndLabel(fits ? [whole] : [name, figure], strong: strong)
  }
}
