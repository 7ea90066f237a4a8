import Charts
import Pages
import ReportModel

/// The small table under the charts: the same figures, for those who read them rather than see them.
struct DataTable {
  let layout: ActivityLayout
  /// Of all the activity's figures in periods.
  private let widestFigure: Length

  init(layout: ActivityLayout) {
    self.layout = layout
    let style = TextStyle(.condensedBold, layout.geometry.dataSize)
    widestFigure =
      layout.activity.figures.filter { $0.kind.rawValue < FigureKind.goal.rawValue }
      .map { layout.measuring.width(of: layout.activity.figureText($0.kind, period: $0.period).text, style) }.max()
      ?? .zero
  }

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var words: Words { layout.words }
  private var slots: Slots { layout.geometry.slots }
  private var size: Length { layout.geometry.dataSize }
  private var row: Length { layout.measures.dataRow }
  private var labelSize: Length { layout.geometry.labelSize }

  private static let kinds: [(period: FigureKind, annual: FigureKind)] = [
    (.programmed, .goal), (.real, .annualReal), (.variance, .variation),
  ]

  private var heads: [TextBlock] { layout.geometry.heads }

  private var headHeight: Length {
    row + labelSize * 1.14 * Double(max(0, (heads.map(\.lines.count).max() ?? 1) - 1))
  }

  var height: Length { headHeight + row * 3 }

  func set(at top: Point, width: Length, frame: inout Frame, builder: inout DocumentBuilder) {
    let ground = Rect(x: top.x, y: top.y, width: width, height: headHeight)
    frame.add(.shape(Shape(.rect(ground), fill: theme.ink.tint)), .artifact(.layout))
    let table = builder.element(.table, in: layout.section)
    setHead(at: top, width: width, table, &frame, &builder)
    let body = builder.element(.tableBody, in: table)
    for (index, kinds) in DataTable.kinds.enumerated() {
      let y = top.y + headHeight + row * Double(index)
      setRow(kinds, at: Point(x: top.x, y: y), width: width, body, &frame, &builder)
      let rule = Path.line(from: Point(x: top.x, y: y + row), to: Point(x: top.x + width, y: y + row))
      frame.add(.shape(Shape(rule, stroke: Stroke(theme.ink.hairline, layout.measures.hairline))), .artifact(.layout))
    }
  }

  private func right(_ column: Int, _ top: Point, _ width: Length) -> Length {
    column < slots.count ? top.x + slots.left(column + 1) : top.x + width
  }

  /// Figures stand under the middle of their period, right edges aligned.
  private func figureRight(_ column: Int, _ top: Point, _ width: Length) -> Length {
    guard column < slots.count else { return top.x + width - .pt(4) }
    return top.x + slots.center(column) + widestFigure / 2
  }

  private var bold: TextStyle { TextStyle(.condensedBold, size, theme.ink.text) }

  private func setHead(
    at top: Point, width: Length, _ table: StructureElement.ID, _ frame: inout Frame, _ builder: inout DocumentBuilder
  ) {
    let row = builder.element(.tableRow, in: builder.element(.tableHead, in: table))
    _ = builder.element(.tableData, in: row)
    for (index, block) in heads.enumerated() {
      let cell = builder.element(.tableHeader, in: row, StructureAttributes(scope: .column))
      let y = top.y + (headHeight - block.height) / 2
      block.place(
        in: &frame, at: Point(x: top.x + slots.center(index), y: y), layout.measuring, .content(cell), .center)
    }
    let year = builder.element(.tableHeader, in: row, StructureAttributes(scope: .column))
    let style = TextStyle(.condensedBold, labelSize, theme.ink.text)
    let baseline = Point(x: top.x + width - .pt(4), y: top.y + headHeight / 2 + labelSize * 0.36)
    frame.add(.text(layout.measuring.line(words.year, style, at: baseline, .end)), .content(year))
  }

  private func setRow(
    _ kinds: (period: FigureKind, annual: FigureKind), at top: Point, width: Length, _ body: StructureElement.ID,
    _ frame: inout Frame, _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.tableRow, in: body)
    let label = [words.programmed, words.realised, words.variance][kinds.period.rawValue]
    let head = builder.leaf(.tableHeader, in: element, StructureAttributes(scope: .row))
    let baseline = top.y + row / 2 + layout.measures.dataSize * 0.36
    let labelStyle = TextStyle(.condensed, layout.measures.dataSize, theme.ink.text)
    frame.add(.text(layout.measuring.line(label, labelStyle, at: Point(x: top.x, y: baseline))), head)
    for column in 0...slots.count {
      let kind = column < slots.count ? kinds.period : kinds.annual
      let point = Point(x: figureRight(column, top, width), y: baseline)
      setFigure(kind, column, at: point, element, &frame, &builder)
    }
  }

  private func setFigure(
    _ kind: FigureKind, _ column: Int, at point: Point, _ row: StructureElement.ID, _ frame: inout Frame,
    _ builder: inout DocumentBuilder
  ) {
    let period = min(column, slots.count - 1)
    let text = layout.activity.figureText(kind, period: period)
    let marks = context.marks(at: layout.activity.figure(kind, period: period).location)
    // One level of headers each way: their scopes say all (ISO 14289-1, 7.5).
    let cell = builder.element(.tableData, in: row)
    if !text.text.isEmpty {
      let owner = marks == nil ? Owner.content(cell) : builder.leaf(.span, in: cell)
      frame.add(.text(layout.measuring.line(text.text, style(text.weight, kind), at: point, .end)), owner)
    }
    guard let marks else { return }
    let mark = TextStyle(.condensedBold, size * theme.table.markScale, theme.ink.warning)
    let place = Point(x: point.x + size * 0.06, y: point.y - size * theme.table.markRise)
    frame.add(.text(layout.measuring.line(marks, mark, at: place)), builder.leaf(.reference, in: cell))
  }

  private func style(_ weight: FigureText.Weight, _ kind: FigureKind) -> TextStyle {
    switch weight {
    case .zero where kind.rawValue < FigureKind.goal.rawValue: TextStyle(.condensed, size, theme.ink.zero)
    case .absent: TextStyle(.condensed, size * 0.9, theme.ink.zero)
    case .plain where kind.rawValue < FigureKind.goal.rawValue: TextStyle(.condensed, size, theme.ink.text)
    default: bold
    }
  }
}
