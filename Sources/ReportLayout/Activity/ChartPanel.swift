import Charts
import Pages
import ReportModel

/// The right side: paired bars, cumulative steps and the data table, one column a period from top to bottom.
struct ChartPanel {
  let layout: ActivityLayout

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var measures: ActivityMeasures { layout.measures }
  private var words: Words { layout.words }
  private var geometry: ActivityGeometry { layout.geometry }
  private var activity: Activity { layout.activity }
  private var alternatives: ActivityAlternatives {
    ActivityAlternatives(report: context.report, activity: activity, words: words)
  }

  /// The charts share the height that titles and data table leave.
  func set(in panel: Rect, frame: inout Frame, builder: inout DocumentBuilder) {
    let table = DataTable(layout: layout)
    let titles = (measures.outcomeLeading + .pt(4)) * 2
    let flexible = panel.height - titles - table.height - measures.blockGap * 2
    let bars = flexible * measures.barsShare
    var y = setTitle(words.barsTitle(context.report.scheme), at: panel.origin, frame: &frame, builder: &builder)
    setLegend(at: Point(x: panel.minX, y: y), frame: &frame)
    setBars(Rect(x: panel.minX, y: y, width: panel.width, height: bars), frame: &frame, builder: &builder)
    y = setTitle(
      words.stepsTitle, at: Point(x: panel.minX, y: y + bars + measures.blockGap), frame: &frame, builder: &builder)
    let steps = Rect(x: panel.minX, y: y, width: panel.width, height: flexible - bars)
    setSteps(steps, frame: &frame, builder: &builder)
    table.set(
      at: Point(x: panel.minX, y: panel.maxY - table.height), width: panel.width, frame: &frame, builder: &builder)
  }

  private func setTitle(
    _ text: String, at top: Point, frame: inout Frame, builder: inout DocumentBuilder
  ) -> Length {
    let style = theme.style(measures.chartTitle, theme.ink.text)
    let owner = builder.leaf(.heading3, in: layout.section)
    let baseline = top.y + measures.outcomeLeading - .pt(4)
    frame.add(.text(layout.measuring.line(text, style, at: Point(x: top.x, y: baseline))), owner)
    return top.y + measures.outcomeLeading + .pt(4)
  }

  /// What hollow and solid bars mean, beside the bars in the label column.
  private func setLegend(at top: Point, frame: inout Frame) {
    let style = TextStyle(.condensed, measures.dataSize, theme.ink.text)
    let chart = geometry.chart
    for (row, text) in [words.programmed, words.realised].enumerated() {
      let baseline = top.y + .pt(10) + .pt(14) * Double(row)
      let box = Rect(x: top.x, y: baseline - .pt(6.5), width: .pt(7), height: .pt(7))
      let shape =
        row == 0
        ? Shape(.rect(box.inset(by: .pt(0.5))), stroke: chart.programmed) : Shape(.rect(box), fill: chart.real)
      frame.add(.shape(shape), .artifact(.layout))
      let line = layout.measuring.line(text, style, at: Point(x: top.x + .pt(10), y: baseline))
      frame.add(.text(line), .artifact(.layout))
    }
  }

  private func setBars(_ box: Rect, frame: inout Frame, builder: inout DocumentBuilder) {
    let owner = builder.leaf(.figure, in: layout.section, StructureAttributes(alternative: alternatives.bars))
    let pairs = activity.periods.map { figures in
      BarPair(
        programmed: bar(figures.programmed), real: bar(figures.real),
        absence: figures.isAbsent ? words.notProgrammed : nil)
    }
    let bars = PairedBars(pairs: pairs, axis: geometry.axis, style: geometry.chart)
    frame.place(bars.frame(size: box.size, measuring: layout.measuring, owner: owner), at: box.origin)
  }

  private func bar(_ figure: Figure) -> BarPair.Bar {
    let text = FigureText(figure).text
    return BarPair.Bar(value: figure.quantity?.approximation, label: text.isEmpty ? words.noData : text)
  }

  private func setSteps(_ box: Rect, frame: inout Frame, builder: inout DocumentBuilder) {
    let totals = CumulativeTotals(activity)
    let owner = builder.leaf(
      .figure, in: layout.section, StructureAttributes(alternative: alternatives.steps(totals)))
    let goal = activity.annual.goal.quantity.map { goal in
      (value: goal.approximation, label: StepLines.EndLabel(words.annualGoal + " " + Numerals.text(goal)))
    }
    let steps = StepLines(
      slots: geometry.slots, programmed: series(totals.programmed, words.programmed, strong: false),
      real: series(totals.real, words.realised, strong: true), goal: goal, style: geometry.chart)
    frame.place(steps.frame(size: box.size, measuring: layout.measuring, owner: owner), at: box.origin)
  }

  private func series(_ totals: [Quantity?], _ name: String, strong: Bool) -> StepLines.Series {
    let last = totals.last { $0 != nil }.flatMap { $0 } ?? .zero
    return StepLines.Series(
      totals: totals.map { $0?.approximation },
      label: StepLines.EndLabel(name + " " + Numerals.text(last), strong: strong))
  }
}
