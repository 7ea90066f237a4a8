import Charts
import Pages
import ReportModel

/// The small table under the charts: the same figures, for those who read them rather than see them. Where the periods
/// are divided into bands, one table a band; the last has the year.
struct DataTable {
  let layout: ActivityLayout
  private let fractions: Fractions
  /// Of all the activity's figures in periods, with the decimals of the one that has most, and those alone.
  private let widestFigure: Length
  private let widestFraction: Length

  init(layout: ActivityLayout) {
    self.layout = layout
    fractions = Fractions(layout.context)
    let (activity, size) = (layout.activity, layout.geometry.dataSize)
    var (whole, fraction) = (Length.zero, Length.zero)
    for (kind, period) in activity.figures where !kind.isAnnual {
      let text = activity.figureText(kind, period: period)
      let decimals = size * fractions.width(text)
      let style = TextStyle(text.weight == .strong ? layout.measures.dataStrong : layout.measures.dataFace, size)
      whole = max(whole, layout.measuring.width(of: text.text, style) - decimals)
      fraction = max(fraction, decimals)
    }
    for percent in activity.periods.compactMap(\.percent) {
      let text = FigureText(percent)
      let decimals = size * fractions.width(text)
      whole = max(whole, layout.measuring.width(of: text.text, TextStyle(layout.measures.dataFace, size)) - decimals)
      fraction = max(fraction, decimals)
    }
    widestFigure = whole + fraction
    widestFraction = fraction
  }

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var measures: ActivityMeasures { layout.measures }
  private var words: Words { layout.words }
  private var geometry: ActivityGeometry { layout.geometry }
  private var slots: Slots { geometry.slots }
  private var left: Length { geometry.panel.left }
  private var width: Length { geometry.panel.width }

  /// A row: its figures with how pages show them, by period and for the year.
  private struct Row {
    let label: String
    let periods: [(figure: Figure, text: FigureText)?]
    let annual: (figure: Figure, text: FigureText)?
  }

  private var rows: [Row] {
    let activity = layout.activity
    func row(_ label: String, _ kind: FigureKind, _ annual: FigureKind) -> Row {
      func cell(_ kind: FigureKind, _ period: Int) -> (Figure, FigureText) {
        (activity.figure(kind, period: period), activity.figureText(kind, period: period))
      }
      return Row(label: label, periods: activity.periods.indices.map { cell(kind, $0) }, annual: cell(annual, 0))
    }
    let rows = [
      row(words.programmed, .programmed, .goal), row(words.realised, .real, .annualReal),
      row(words.variance, .variance, .variation),
    ]
    guard context.statesPercents else { return rows }
    func percent(_ figure: Figure?) -> (Figure, FigureText)? { figure.map { ($0, FigureText($0)) } }
    return rows + [
      Row(
        label: words.statedPercent, periods: activity.periods.map { percent($0.percent) },
        annual: percent(activity.annual.percent))
    ]
  }

  func set(top: Length, page: inout Page, builder: inout DocumentBuilder) {
    for (row, periods) in geometry.bands.enumerated() {
      let isLast = row + 1 == geometry.bands.count
      let y = top + (geometry.dataBandHeight + layout.unit * 2) * Double(row)
      setBand(Band(periods: periods, hasYear: isLast, top: y), &page, &builder)
    }
    guard let formula = geometry.formula else { return }
    let first = top + geometry.dataHeight - formula.leading * Double(formula.lines.count - 1)
    // The last text of the page, and the same on all of them.
    formula.place(
      in: &page.furniture, baseline: Point(x: left, y: first), layout.measuring,
      builder.leaf(.paragraph, in: layout.section))
  }

  private struct Band {
    let periods: Range<Int>
    let hasYear: Bool
    let top: Length
  }

  private func setBand(_ band: Band, _ page: inout Page, _ builder: inout DocumentBuilder) {
    let ground = Rect(x: left, y: band.top, width: width, height: geometry.headHeight)
    if theme.ink.tint != theme.ink.paper {
      page.frame.add(.shape(Shape(.rect(ground), fill: theme.ink.tint)), .artifact(.layout))
    }
    let table = builder.element(.table, in: layout.section)
    setHead(band, table, &page, &builder)
    let body = builder.element(.tableBody, in: table)
    for (index, row) in rows.enumerated() {
      let y = band.top + geometry.headHeight + geometry.dataRow * Double(index + 1)
      setRow(row, band, baseline: y - layout.unit, body, &page, &builder)
      let rule = Path.line(from: Point(x: left, y: y), to: Point(x: left + width, y: y))
      page.furniture.add(.shape(Shape(rule, stroke: Stroke(theme.ink.hairline, measures.hairline))), .artifact(.layout))
    }
  }

  /// The band's periods, and the year where it has it.
  private func setHead(
    _ band: Band, _ table: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let row = builder.element(.tableRow, in: builder.element(.tableHead, in: table))
    _ = builder.element(.tableData, in: row)
    let last = band.top + geometry.headHeight - layout.unit
    for (column, block) in geometry.heads[band.periods].enumerated() {
      let cell = builder.element(.tableHeader, in: row, context.source(StructureAttributes(scope: .column)))
      let first = last - block.leading * Double(max(0, block.lines.count - 1))
      let point = Point(x: left + slots.center(column), y: first)
      block.place(in: &page.frame, baseline: point, layout.measuring, .content(cell), .center)
    }
    guard band.hasYear else { return }
    let year = builder.element(.tableHeader, in: row, StructureAttributes(scope: .column))
    let style = TextStyle(measures.dataStrong, geometry.chart.axisLabel.size, theme.ink.text)
    let end = Point(x: yearRight, y: last)
    page.frame.add(.text(layout.measuring.line(words.year, style, at: end, .end)), .content(year))
  }
}

// Rows
extension DataTable {
  private var yearRight: Length { left + width - layout.unit }

  private func setRow(
    _ row: Row, _ band: Band, baseline: Length, _ body: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.tableRow, in: body)
    let head = builder.leaf(.tableHeader, in: element, StructureAttributes(scope: .row))
    let style = TextStyle(measures.dataFace, measures.dataSize, theme.ink.text)
    page.frame.add(.text(layout.measuring.line(row.label, style, at: Point(x: left, y: baseline))), head)
    for column in 0..<band.periods.count + (band.hasYear ? 1 : 0) {
      // One level of headers each way: their scopes say all (ISO 14289-1, 7.5).
      let cell = builder.element(.tableData, in: element)
      if column < band.periods.count {
        // Figures stand under the middle of their period, decimal points aligned.
        let right = left + slots.center(column) + widestFigure / 2 - widestFraction
        let figure = row.periods[band.periods.lowerBound + column]
        setFigure(figure, isAnnual: false, Point(x: right, y: baseline), cell, &page, &builder)
      } else {
        setFigure(row.annual, isAnnual: true, Point(x: yearRight, y: baseline), cell, &page, &builder)
      }
    }
  }

  /// - Parameter point: where the whole part of a period's figure ends, or all of an annual one.
  private func setFigure(
    _ shown: (figure: Figure, text: FigureText)?, isAnnual: Bool, _ point: Point, _ cell: StructureElement.ID,
    _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    guard let (figure, text) = shown else { return }
    let hasMarks = context.marks(of: figure) != nil
    let size = geometry.dataSize
    let decimals = isAnnual ? .zero : size * fractions.width(text)
    let end = Point(x: point.x + decimals, y: point.y)
    if !text.text.isEmpty {
      let owner = hasMarks ? builder.leaf(.span, in: cell) : Owner.content(cell)
      page.frame.add(
        .text(layout.measuring.line(text.text, style(text.weight, isAnnual: isAnnual), at: end, .end)), owner)
    }
    guard hasMarks else { return }
    let mark = TextStyle(measures.dataStrong, theme.markSize(size), theme.ink.warning)
    let place = Point(x: end.x + size * theme.table.markGap, y: end.y - size * theme.table.markRise)
    context.setMarks(of: figure, mark, at: place, in: cell, page: &page, builder: &builder)
  }

  private func style(_ weight: FigureText.Weight, isAnnual: Bool) -> TextStyle {
    let size = geometry.dataSize
    return switch weight {
    case .zero where !isAnnual: TextStyle(measures.dataFace, size, theme.ink.zero)
    case .absent: TextStyle(measures.dataFace, max(measures.floor, size * 0.9), theme.ink.zero)
    case .plain where !isAnnual: TextStyle(measures.dataFace, size, theme.ink.text)
    default: TextStyle(measures.dataStrong, size, theme.ink.text)
    }
  }
}
