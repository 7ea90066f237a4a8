import Pages
import ReportModel

/// The verdict with the ratio, then goal, real and variation, each over a hairline.
extension ActivityTexts {
  /// Below the verdict; under the table, which has these, there are none.
  private var keyRows: [(label: String, kind: FigureKind)] {
    let words = layout.words
    return layout.geometry.isUnderTable
      ? []
      : [
        (words.goal, .goal), (words.real(year: layout.context.report.year?.value), .annualReal),
        (words.variation, .variation),
      ]
  }

  /// From what they are set below to the last rule.
  var keyFiguresHeight: Length { layout.unit * (8 + 6 * Double(keyRows.count) + 2) }

  /// Returns the last rule.
  func setKeyFigures(
    below top: Length, left: Length, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let (words, measures, unit) = (layout.words, layout.measures, layout.unit)
    let list = builder.element(.list, in: layout.section, StructureAttributes(numbering: .unordered))
    let verdict = Verdict(of: layout.activity, bands: layout.context.options.bands)
    var y = top + unit * 8
    set(
      KeyFigure(
        label: words.verdict(verdict.state), figure: words.percent(verdict), font: measures.ratio,
        symbol: verdict.state),
      at: Point(x: left, y: y), list, &page, &builder)
    let rows = keyRows
    for (label, kind) in rows {
      y = y + unit * 6
      let figure = layout.activity.figureText(kind, period: 0)
      let text = figure.text.isEmpty ? words.noData : figure.text
      set(
        KeyFigure(
          label: label, figure: text, font: measures.keyFigure, source: layout.activity.figure(kind, period: 0)),
        at: Point(x: left, y: y), list, &page, &builder)
    }
    setRules(below: (0...rows.count).map { y - unit * 6 * Double($0) }, left: left, &page.frame)
    return top + keyFiguresHeight
  }

  private struct KeyFigure {
    let label: String
    let figure: String
    let font: (face: FontFace, size: Length)
    var symbol: Verdict.State?
    /// The figure of the source, for its marks.
    var source: Figure?
  }

  private func set(
    _ key: KeyFigure, at baseline: Point, _ list: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let (theme, measures, measuring) = (layout.theme, layout.measures, layout.measuring)
    let right = baseline.x + layout.geometry.side.width
    let item = builder.element(.listItem, in: list)
    let indent = key.symbol == nil ? .zero : measures.symbol * 3.2
    if let symbol = key.symbol {
      let center = Point(x: baseline.x + measures.symbol * 1.1, y: baseline.y - measures.symbol * 0.9)
      let shape = VerdictSymbol.shape(symbol, center: center, radius: measures.symbol, color: theme.ink.text)
      page.frame.add(.shape(shape), .artifact(.layout))
    }
    let style = theme.style(measures.keyLabel, theme.ink.text)
    let words = [measuring.shape(key.label, style.face), measuring.shape(" ", style.face)]
    let label = measuring.line(words, style, at: Point(x: baseline.x + indent, y: baseline.y))
    let body = builder.element(.listBody, in: item)
    let markStyle = TextStyle(measures.dataStrong, theme.markSize(measures.dataSize), theme.ink.warning)
    let marks = key.source.flatMap { layout.context.marks(of: $0) }
    let owners = owners(of: key, hasMarks: marks != nil, in: body, &builder)
    page.frame.add(.text(label), owners.label)
    var figure = theme.style(key.font, key.symbol == nil ? theme.ink.text : theme.ink.accent)
    // As much as marks need is kept behind the figure.
    let hanging = marks.map { measuring.width(of: $0, markStyle) + .pt(1) } ?? .zero
    let room = right - hanging - label.origin.x - label.width - .pt(8)
    let width = measuring.width(of: key.figure, figure)
    if width > room { figure.size = figure.size * (room / width) }
    let line = measuring.line(key.figure, figure, at: Point(x: right - hanging, y: baseline.y), .end)
    page.frame.add(.text(line), owners.figure)
    guard let source = key.source, marks != nil else { return }
    let place = Point(x: right - hanging + .pt(1), y: baseline.y - figure.size * theme.table.markRise)
    layout.context.setMarks(of: source, markStyle, at: place, in: body, page: &page, builder: &builder)
  }

  /// All of them together, so that they are one artifact.
  private func setRules(below baselines: [Length], left: Length, _ frame: inout Frame) {
    let (theme, measures) = (layout.theme, layout.measures)
    for baseline in baselines {
      let y = baseline + measures.unit * 2
      let rule = Path.line(from: Point(x: left, y: y), to: Point(x: left + layout.geometry.side.width, y: y))
      frame.add(.shape(Shape(rule, stroke: Stroke(theme.ink.hairline, measures.hairline))), .artifact(.layout))
    }
  }

  /// Name and figure are read as one; a figure that is an abbreviation stands for itself, and so do both where marks
  /// follow.
  private func owners(
    of key: KeyFigure, hasMarks: Bool, in body: StructureElement.ID, _ builder: inout DocumentBuilder
  ) -> (label: Owner, figure: Owner) {
    let expansion = layout.words.expansion(of: key.figure)
    guard expansion != nil || hasMarks else { return (.content(body), .content(body)) }
    let label = builder.leaf(.span, in: body)
    return (label, builder.leaf(.span, in: body, StructureAttributes(expansion: expansion)))
  }
}
