import Charts
import Pages
import ReportModel

/// Places and sizes shared by all activity pages, so that turning pages nothing jumps; or those of a report's only
/// activity under its row of the table (`SinglePage`).
struct ActivityGeometry {
  let arrangement: Arrangement
  let measures: ActivityMeasures
  /// The page's, or the room under the table.
  let body: Rect
  /// Whether the table above has the name, the objective and all figures already.
  let isUnderTable: Bool
  /// Left edge and width of the texts' column (the first of three where texts stand above the charts) and of the charts.
  let side: (left: Length, width: Length)
  let panel: (left: Length, width: Length)
  /// The periods of each band.
  let bands: [Range<Int>]
  /// One column a period of a band, from the panel's left edge; bars and data table share it.
  let slots: Slots
  /// One column for each period of the year.
  let stepSlots: Slots
  let dataSize: Length
  let chart: ChartStyle
  /// The periods' names under the bars and over the data table, broken to their columns.
  let axisLabels: [TextBlock]
  let heads: [TextBlock]
  /// The size of all names.
  let name: ActivityMeasures.Name
  /// Where the legend's entries begin, along the foot of the page.
  let legend: [Point]
  /// How variations are formed, under the data table; nil where the source does not tell.
  let formula: TextBlock?
  /// Rows of a data table below its head.
  let dataRows: Int
  /// What a label at a line's end has; one that is wider has name and figure on two lines.
  let endLabelWidth: Length
  /// What figures and periods' names would need to be read comfortably, or at all, is met.
  let isComfortable: Bool
  let isLegible: Bool
  /// Whether each chart's title and what explains its ink stand in one line.
  let hasWidth: Bool

  /// - Parameter room: under the table; nil for pages of their own.
  init(_ context: Context, _ content: TableContent, _ arrangement: Arrangement, under room: Rect? = nil) {
    self.arrangement = arrangement
    let measures = context.theme.activity.scaled(to: context.body.height)
    self.measures = measures
    let body = room ?? context.body
    self.body = body
    isUnderTable = room != nil
    let columns = ActivityGeometry.columns(arrangement.place, body, measures)
    (side, panel) = columns
    let periods = context.report.periods.count
    bands = arrangement.ranges(periods: periods)
    let start = isUnderTable ? Length.zero : ActivityGeometry.labelColumn(context, measures)
    let longest = bands.map(\.count).max() ?? 1
    let labels = EndLabels(context, measures)
    let room = labels.room(panel.width - start, columns: max(1, longest)) { slot, year in
      Sizes(context, content, measures, slot: slot, year: year)
    }
    let width = panel.width - start - room.width
    endLabelWidth = room.width - EndLabels.gap
    slots = Slots(start: start, width: width / Double(max(1, longest)), count: longest)
    stepSlots = Slots(start: start, width: width / Double(max(1, periods)), count: periods)
    let sizes = room.sizes
    dataSize = max(sizes.data, measures.floor)
    isComfortable = sizes.isComfortable(measures)
    isLegible = min(sizes.data, sizes.values, sizes.periods) >= measures.floor
    hasWidth = ActivityGeometry.headWidth(context, measures) <= panel.width
    let chart = ActivityGeometry.style(context.theme, measures, sizes)
    self.chart = chart
    axisLabels = ActivityGeometry.periods(context, chart.axisLabel, leading: chart.axisLabel.size * 1.15, slots)
    let head = TextStyle(measures.dataStrong, chart.axisLabel.size, context.theme.ink.text)
    heads = ActivityGeometry.periods(context, head, leading: measures.unit * 2, slots)
    legend = ActivityGeometry.legend(context, body, measures)
    name = ActivityGeometry.name(context, measures)
    dataRows = context.statesPercents ? 4 : 3
    let formulas = isUnderTable ? nil : context.words.formulas(context.report.signs, context.report.scheme)
    formula = formulas.map {
      context.block($0, measures.legend, context.theme.ink.quiet, leading: measures.leading, width: columns.panel.width)
    }
  }

  private static func name(_ context: Context, _ measures: ActivityMeasures) -> ActivityMeasures.Name {
    let names = context.report.activities.map { context.typesetter.paragraph($0.name.value, measures.nameFace) }
    let fitting = measures.names.first { name in
      names.allSatisfy { $0.lineCount(measure: context.body.width / name.size, hyphenated: false) <= name.lines }
    }
    return fitting ?? measures.names[measures.names.count - 1]
  }

  /// In as few lines over the page's width as hold it, the last at the foot of the body.
  private static func legend(_ context: Context, _ body: Rect, _ measures: ActivityMeasures) -> [Point] {
    let style = context.theme.style(measures.legend, context.theme.ink.quiet)
    var (points, x, line) = ([Point](), body.minX, Length.zero)
    for (_, text) in context.words.legend(context.options.bands) {
      let width = measures.symbol * 2.8 + context.measuring.width(of: text, style)
      if x > body.minX, x + width > body.maxX { (x, line) = (body.minX, line + measures.leading) }
      points.append(Point(x: x, y: line))
      x = x + width + measures.unit * 4
    }
    let last = grid(body, measures) - measures.unit
    return points.map { Point(x: $0.x, y: last - line + $0.y) }
  }

  /// The lowest grid line of the body.
  private static func grid(_ body: Rect, _ measures: ActivityMeasures) -> Length {
    body.minY + measures.unit * ((body.height / measures.unit) + 1e-9).rounded(.down)
  }

  private static func columns(
    _ place: Arrangement.Place, _ body: Rect, _ measures: ActivityMeasures
  ) -> (side: (left: Length, width: Length), panel: (left: Length, width: Length)) {
    guard place != .above else {
      return ((body.minX, (body.width - measures.gutter * 2) / 3), (body.minX, body.width))
    }
    let width = place == .beside ? measures.sideColumn : measures.narrowSideColumn
    let left = body.minX + width + measures.gutter
    return ((body.minX, width), (left, body.maxX - left))
  }

  /// Room for the data table's row labels.
  private static func labelColumn(_ context: Context, _ measures: ActivityMeasures) -> Length {
    let style = TextStyle(measures.dataFace, measures.dataSize)
    var words = [context.words.programmed, context.words.realised, context.words.variance]
    if context.statesPercents { words.append(context.words.statedPercent) }
    return (words.map { context.measuring.width(of: $0, style) }.max() ?? .zero) + measures.unit
  }

  /// Of the wider chart's title and legend (`ChartPanel`).
  private static func headWidth(_ context: Context, _ measures: ActivityMeasures) -> Length {
    let (title, entry) = (measures.chartTitle, TextStyle(measures.dataFace, measures.dataSize))
    func width(_ words: String, legend: [String], symbol: Length) -> Length {
      let gaps = measures.chartLegend
      return legend.reduce(context.measuring.width(of: words, TextStyle(title.face, title.size))) {
        $0 + measures.unit * (gaps.before + gaps.behindSymbol) + symbol + context.measuring.width(of: $1 + " ", entry)
      }
    }
    let words = context.words
    let bars = width(
      words.barsTitle(context.report.scheme), legend: [words.programmed, words.realised],
      symbol: measures.legendSquare)
    let steps = width(words.stepsTitle, legend: [words.both], symbol: measures.legendLine)
    return max(bars, steps)
  }

  private static func periods(_ context: Context, _ style: TextStyle, leading: Length, _ slots: Slots) -> [TextBlock] {
    context.periodLabels.map { period in
      TextBlock(
        period, style, leading: leading, width: slots.width - .pt(3), context.typesetter)
    }
  }
}

// Heights
extension ActivityGeometry {
  /// Distance of baselines of the data table's rows.
  var dataRow: Length { measures.unit * 4 }

  /// Height of the data table's head.
  var headHeight: Length { measures.unit * 2 * Double(max(1, heads.map(\.lines.count).max() ?? 1)) + measures.unit * 2 }

  /// One band of the data table, and all of them with the gaps between.
  var dataBandHeight: Length { headHeight + dataRow * Double(dataRows) }
  var dataHeight: Length {
    isUnderTable
      ? .zero
      : dataBandHeight * Double(bands.count) + measures.unit * 2 * Double(bands.count - 1)
        + (formula?.height ?? .zero)
  }

  /// From the first to the last baseline of the texts that stand above the charts.
  var textBand: Length { measures.unit * 28 }

  /// Where texts and charts end: a grid line above the legend.
  var bottom: Length { (legend.first?.y ?? body.maxY) - measures.unit * 4 }

  /// The height that a sentence of two lines, the verdict and bars with their legends need under the table.
  static func leastUnderTable(_ context: Context) -> Length {
    let measures = context.theme.activity.scaled(to: context.body.height)
    return measures.unit * 17 + measures.leastBars
  }

  /// The first baseline under the table.
  var firstUnderTable: Length { body.minY + measures.leading }

  /// What bars and steps share below a heading that ends at `top`.
  func chartsHeight(below top: Length) -> Length {
    bottom - dataHeight - top - measures.unit * 14
  }

  /// The same of a chart that stands alone.
  func chartHeight(below top: Length) -> Length { bottom - dataHeight - top - measures.unit * 6 }

  /// Whether both charts have room below a heading that ends at `top`.
  func hasRoomForBoth(below top: Length) -> Bool {
    chartsHeight(below: top) >= measures.leastBars * Double(bands.count) + measures.leastSteps
  }

  /// Whether the charts have room: both below a name of two lines, or the bars under the table.
  var hasHeight: Bool {
    guard !isUnderTable else {
      return chartHeight(below: firstUnderTable) >= measures.leastBars * Double(bands.count)
    }
    let texts = arrangement.place == .above ? textBand + measures.unit * 6 : .zero
    let top = body.minY + measures.unit * (2 + 10 + 6) + texts
    return hasRoomForBoth(below: top)
  }
}

// Sizes
extension ActivityGeometry {
  /// Labels at the lines' ends, in the column of the year's figures.
  private struct EndLabels {
    /// Between the last period and a label, and behind it.
    static let gap = Length.pt(14)
    /// The widest label in one line, and in two.
    private let whole: Length
    private let divided: Length
    private let measures: ActivityMeasures

    init(_ context: Context, _ measures: ActivityMeasures) {
      let style = TextStyle(measures.dataStrong, measures.labelSize)
      func width(_ text: String) -> Length { context.measuring.width(of: text, style) }
      let words = context.words
      let names = [words.programmed, words.realised, words.annualGoal, words.programmedAndGoal].map { width($0 + " ") }
      let figures = context.report.activities.map { activity in
        max(width(activity.figureText(.goal, period: 0).text), width(activity.figureText(.annualReal, period: 0).text))
      }
      let (name, figure) = (names.max() ?? .zero, figures.max() ?? .zero)
      (whole, divided) = (name + figure, max(name, figure))
      self.measures = measures
    }

    /// Room for labels in one line, up to a limit, where figures and periods' names in the columns stay comfortable or
    /// are no smaller than beside labels in two; else for these.
    func room(_ width: Length, columns: Int, _ sizes: (Length, Length) -> Sizes) -> (width: Length, sizes: Sizes) {
      func room(_ label: Length) -> (width: Length, sizes: Sizes) {
        let year = label + EndLabels.gap
        return (year, sizes((width - year) / Double(columns), year))
      }
      let two = room(divided)
      guard whole <= measures.widestEndLabel else { return two }
      let one = room(whole)
      return one.sizes.isComfortable(measures) || one.sizes.isNoSmaller(than: two.sizes) ? one : two
    }
  }

  /// The largest sizes up to the theme's at which figures and whole words fit their columns.
  private struct Sizes {
    let data: Length
    let values: Length
    let periods: Length

    init(_ context: Context, _ content: TableContent, _ measures: ActivityMeasures, slot: Length, year: Length) {
      data = FigureKind.allCases.reduce(measures.dataSize) { size, kind in
        let width = content.figureWidth(kind) + content.markWidth(kind) * 1.6 + 0.25
        return min(size, (kind.isAnnual ? year : slot) / width)
      }
      // Bold figures are a little wider than those measured.
      let widest = max(content.figureWidth(.programmed), content.figureWidth(.real) * 1.06)
      values = min(measures.dataSize, (slot - .pt(3)) / max(widest, 0.1))
      let word = context.periodLabels.map {
        context.typesetter.paragraph($0, measures.dataStrong).widestPiece
      }.max()
      periods = min(measures.periodSize, (slot - .pt(3)) / max(word ?? 0, 0.1))
    }

    func isNoSmaller(than other: Sizes) -> Bool {
      data >= other.data && values >= other.values && periods >= other.periods
    }

    func isComfortable(_ measures: ActivityMeasures) -> Bool {
      let (figures, periods) = (measures.comfortable.figures, measures.comfortable.periods)
      return min(data, values) >= figures && self.periods >= periods
    }
  }

  private static func style(_ theme: Theme, _ measures: ActivityMeasures, _ sizes: Sizes) -> ChartStyle {
    let (ink, face, strong) = (theme.ink, measures.dataFace, measures.dataStrong)
    let (value, period) = (max(measures.floor, sizes.values), max(measures.floor, sizes.periods))
    return ChartStyle(
      programmed: Stroke(ink.outline, .pt(1)), programmedLine: Stroke(ink.outline, .pt(1), dashes: [.pt(3), .pt(2)]),
      real: ink.accent,
      realLine: .pt(2.6), goal: Stroke(ink.rule, .pt(0.8), dashes: [.pt(0.8), .pt(2)]),
      axis: Stroke(ink.text, .pt(0.8)), ground: ink.tint, paper: ink.paper,
      value: TextStyle(face, value, ink.quiet), strongValue: TextStyle(strong, value, ink.text),
      label: TextStyle(face, measures.labelSize, ink.text),
      strongLabel: TextStyle(strong, measures.labelSize, ink.text),
      axisLabel: TextStyle(face, period, ink.text), absent: TextStyle(face, min(value, measures.periodSize), ink.zero),
      smallestLabel: measures.floor)
  }
}

extension TextBlock {
  /// Sets the lines with the first on the baseline `point` begins.
  func place(
    in frame: inout Frame, baseline point: Point, _ measuring: any TextMeasuring, _ owner: Owner,
    _ alignment: TextAlignment = .start
  ) {
    place(in: &frame, at: Point(x: point.x, y: point.y - baseline), measuring, owner, alignment)
  }
}
