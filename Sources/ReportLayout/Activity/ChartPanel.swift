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

  /// The charts share the height that titles and data table leave; the first title stands on `top`.
  func set(firstBaseline top: Length, page: inout Page, builder: inout DocumentBuilder) {
    let flexible = geometry.chartsHeight(below: top)
    let bars = unit * (flexible * measures.barsShare / unit).rounded()
    let title = setTitle(
      words.barsTitle(context.report.scheme), baseline: top, frame: &page.frame, builder: &builder)
    setLegend(after: title, page: &page, builder: &builder)
    let barsTop = top + unit * 2
    setBars(top: barsTop, height: bars, frame: &page.frame, builder: &builder)
    let stepsTitle = barsTop + bars + unit * 6
    _ = setTitle(words.stepsTitle, baseline: stepsTitle, frame: &page.frame, builder: &builder)
    let stepsTop = stepsTitle + unit * 2
    let steps = Rect(x: geometry.panel.left, y: stepsTop, width: geometry.panel.width, height: flexible - bars)
    setSteps(steps, frame: &page.frame, builder: &builder)
    DataTable(layout: layout).set(top: geometry.bottom - geometry.dataHeight, page: &page, builder: &builder)
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
    let side = style.size * 0.8
    var x = title.origin.x + title.width + unit * 4
    for (index, text) in [words.programmed, words.realised].enumerated() {
      let box = Rect(x: x, y: title.origin.y - side * 0.92, width: side, height: side)
      let shape =
        index == 0
        ? Shape(.rect(box.inset(by: .pt(0.5))), stroke: geometry.chart.programmed)
        : Shape(.rect(box), fill: geometry.chart.real)
      frame.add(.shape(shape), .artifact(.layout))
      let pieces = [layout.measuring.shape(text, style.face), layout.measuring.shape(" ", style.face)]
      let line = layout.measuring.line(pieces, style, at: Point(x: box.maxX + unit * 0.75, y: title.origin.y))
      frame.add(.text(line), owner)
      x = line.origin.x + line.width + unit * 3
    }
  }
}

// Charts
extension ChartPanel {
  /// One figure, in as many bands as the periods are divided into, all on one scale.
  private func setBars(top: Length, height: Length, frame: inout Frame, builder: inout DocumentBuilder) {
    let owner = builder.leaf(.figure, in: layout.section, StructureAttributes(alternative: alternatives.bars))
    let size = Size(width: geometry.panel.width, height: height / Double(geometry.bands.count))
    let values = activity.periods.flatMap { [$0.programmed, $0.real] }.compactMap { $0.quantity?.approximation }
    for (row, band) in geometry.bands.enumerated() {
      let slots = Slots(start: geometry.slots.start, width: geometry.slots.width, count: band.count)
      let labels = geometry.axisLabels[band].map(\.lines)
      let axis = PeriodAxis(slots: slots, labels: labels, leading: geometry.chart.axisLabel.size * 1.15)
      let bars = PairedBars(
        pairs: activity.periods[band].map(pair), axis: axis, style: geometry.chart, scaledWith: values)
      frame.place(
        bars.frame(size: size, measuring: layout.measuring, owner: owner),
        at: Point(x: geometry.panel.left, y: top + size.height * Double(row)))
    }
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

  private func setSteps(_ box: Rect, frame: inout Frame, builder: inout DocumentBuilder) {
    let totals = CumulativeTotals(activity)
    let owner = builder.leaf(
      .figure, in: layout.section, StructureAttributes(alternative: alternatives.steps(totals)))
    let (programmed, goal) = (totals.programmed.last { $0 != nil } ?? nil, activity.annual.goal.quantity)
    // The common case, a goal that is the sum of its periods, has one label.
    let together = goal != nil && programmed == goal
    let steps = StepLines(
      slots: geometry.stepSlots,
      programmed: StepLines.Series(
        totals: totals.programmed.map { $0?.approximation },
        label: together ? nil : label(words.programmed, programmed ?? .zero)),
      real: StepLines.Series(
        totals: totals.real.map { $0?.approximation },
        label: label(words.realised, (totals.real.last { $0 != nil } ?? nil) ?? .zero, strong: true)),
      goal: goal.map {
        (value: $0.approximation, label: label(together ? words.programmedAndGoal : words.annualGoal, $0))
      }, style: geometry.chart)
    frame.place(steps.frame(size: box.size, measuring: layout.measuring, owner: owner), at: box.origin)
  }

  private func label(_ name: String, _ value: Quantity, strong: Bool = false) -> StepLines.EndLabel {
    let figure = Numerals.text(value, decimals: activity.mostDecimals)
    return StepLines.EndLabel(geometry.dividesEndLabels ? [name, figure] : [name + " " + figure], strong: strong)
  }
}
