import Charts
import Pages
import ReportModel

/// Places and sizes shared by all activity pages, so that turning pages nothing jumps.
struct ActivityGeometry {
  let side: Rect
  let panel: Rect
  /// One column a period, from the panel's left edge; charts and data table share it.
  let slots: Slots
  let dataSize: Length
  /// Of the periods' labels, under the bars and over the data table.
  let labelSize: Length
  let axis: PeriodAxis
  /// The periods' labels over the data table.
  let heads: [TextBlock]
  let chart: ChartStyle

  init(_ context: Context, _ content: TableContent) {
    let (measures, body) = (context.theme.activity, context.body)
    side = Rect(x: body.minX, y: body.minY, width: measures.sideColumn, height: body.height)
    let left = side.maxX + measures.gutter
    panel = Rect(x: left, y: body.minY, width: body.maxX - left, height: body.height)
    let words = context.words
    let label = TextStyle(.condensed, measures.dataSize, context.theme.ink.text)
    let labels = [words.programmed, words.realised, words.variance].map { context.measuring.width(of: $0, label) }
    let labelColumn = (labels.max() ?? .zero) + .pt(8)
    let yearColumn = ActivityGeometry.yearColumn(context)
    let periods = context.report.periods.count
    slots = Slots(
      start: labelColumn, width: (panel.width - labelColumn - yearColumn) / Double(max(1, periods)), count: periods)
    labelSize = ActivityGeometry.labelSize(context, slot: slots.width)
    var chart = ActivityGeometry.style(context.theme)
    chart.axisLabel.size = labelSize
    self.chart = chart
    dataSize = ActivityGeometry.dataSize(context, content, slot: slots.width, year: yearColumn)
    axis = ActivityGeometry.axis(context, slots, chart)
    let headStyle = TextStyle(.condensedBold, labelSize, context.theme.ink.text)
    let headWidth = slots.width - .pt(2)
    heads = context.report.periods.map { period in
      TextBlock(
        DisplayCase.words(period.label), headStyle, leading: headStyle.size * 1.14, width: headWidth, context.typesetter
      )
    }
  }

  /// Wide enough for the longest label at a line's end.
  private static func yearColumn(_ context: Context) -> Length {
    let style = style(context.theme)
    let widest =
      context.report.activities.map { activity in
        let figures = [FigureText(activity.annual.goal).text, FigureText(activity.annual.real).text]
        return figures.map { context.measuring.width(of: $0, style.strongValue) }.max() ?? .zero
      }.max() ?? .zero
    let word = context.measuring.width(of: context.words.programmed + " ", style.label)
    return min(max(widest + word + .pt(14), .pt(60)), .pt(130))
  }

  /// The theme's size, or less where a figure would not fit its column.
  private static func dataSize(_ context: Context, _ content: TableContent, slot: Length, year: Length) -> Length {
    FigureKind.allCases.reduce(context.theme.activity.dataSize) { size, kind in
      let width = content.figureWidth(kind) + content.markWidth(kind) * 2 + 0.25
      return min(size, (kind.isAnnual ? year : slot) / width)
    }
  }

  /// The theme's size, or less so that words stay whole, as far as they can still be read.
  private static func labelSize(_ context: Context, slot: Length) -> Length {
    let measures = context.theme.activity
    let widest = context.report.periods.map {
      context.typesetter.paragraph(DisplayCase.words($0.label), .condensedBold).widestPiece
    }.max()
    guard let widest, widest > 0 else { return measures.labelSize }
    return max(measures.smallestLabelSize, min(measures.labelSize, (slot - .pt(3)) / widest))
  }

  private static func axis(_ context: Context, _ slots: Slots, _ chart: ChartStyle) -> PeriodAxis {
    let labels = context.report.periods.map { period in
      TextBlock(
        DisplayCase.words(period.label), chart.axisLabel, leading: chart.axisLabel.size * 1.15,
        width: slots.width - .pt(3),
        context.typesetter
      ).lines
    }
    return PeriodAxis(slots: slots, labels: labels, leading: chart.axisLabel.size * 1.2)
  }

  private static func style(_ theme: Theme) -> ChartStyle {
    let (ink, measures) = (theme.ink, theme.activity)
    return ChartStyle(
      programmed: Stroke(ink.outline, .pt(1)), programmedLine: Stroke(ink.outline, .pt(1), dashes: [.pt(3), .pt(2)]),
      real: ink.accent,
      realLine: .pt(2.6), goal: Stroke(ink.rule, .pt(0.8), dashes: [.pt(0.8), .pt(2)]),
      axis: Stroke(ink.text, .pt(0.8)), ground: ink.tint, paper: ink.paper,
      value: TextStyle(.regular, measures.dataSize, ink.quiet),
      strongValue: TextStyle(.bold, measures.dataSize, ink.text),
      label: TextStyle(.regular, measures.labelSize, ink.text),
      axisLabel: TextStyle(.condensed, measures.labelSize, ink.text),
      absent: TextStyle(.regular, measures.dataSize * 0.95, ink.zero), smallestLabel: .pt(4))
  }
}
