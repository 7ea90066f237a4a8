import Charts
import Pages
import ReportModel

/// Sets the pages of one activity: one, and more only where name, notes or objective do not fit.
struct ActivityLayout: Sendable {
  let context: Context
  let geometry: ActivityGeometry
  let index: Int
  /// Where the table shows the activity.
  let row: Destination
  /// Its first page, from 0, and the page of the table that explains all wrong figures.
  var firstPage = 0
  var notesPage = 0
  let section: StructureElement.ID

  var theme: Theme { context.theme }
  var measures: ActivityMeasures { geometry.measures }
  var words: Words { context.words }
  var measuring: any TextMeasuring { context.measuring }
  var activity: Activity { context.report.activities[index] }
  var unit: Length { measures.unit }
  var alternatives: ActivityAlternatives {
    ActivityAlternatives(periodLabels: context.periodLabels, activity: activity, words: words)
  }

  /// Adds the activity's pages.
  func set(builder: inout DocumentBuilder) { set(charts: true, builder: &builder) }

  /// How many pages the activity takes: only its texts can need more than one.
  func pageCount() -> Int {
    var scratch = DocumentBuilder("")
    set(charts: false, builder: &scratch)
    return scratch.pages.count
  }

  /// Sets all that the table above does not say; returns whether it fits.
  func setUnderTable(page: inout Page, builder: inout DocumentBuilder) -> Bool {
    let first = geometry.firstUnderTable
    let fits = ActivityTexts(layout: self).setUnderTable(firstBaseline: first, page: &page, builder: &builder)
    ChartPanel(layout: self).set(firstBaseline: first, page: &page, builder: &builder)
    return fits
  }

  private func set(charts: Bool, builder: inout DocumentBuilder) {
    var page = Page(frame: Frame(size: context.paper))
    setEyebrow(in: &page, builder: &builder)
    var rest = ColumnFlow()
    let name = setName(in: &page.frame, overflow: &rest, builder: &builder)
    let top = name + unit * 6
    let texts = ActivityTexts(layout: self)
    var flow = texts.set(firstBaseline: top, page: &page, builder: &builder)
    let panelTop = geometry.arrangement.place == .above ? top + geometry.textBand + unit * 6 : top
    if charts { ChartPanel(layout: self).set(firstBaseline: panelTop, page: &page, builder: &builder) }
    builder.pages.append(page)
    setContinuations(name: &rest, text: &flow, builder: &builder)
  }

  /// "Actividad 3 de 5", and the way back to the table.
  private func setEyebrow(in page: inout Page, builder: inout DocumentBuilder) {
    let style = theme.style(measures.eyebrow, theme.ink.accent)
    let baseline = eyebrowBaseline
    let text = words.activityOf(index + 1, context.report.activities.count)
    let owner = builder.leaf(.paragraph, in: section)
    page.frame.add(.text(measuring.line(text, style, at: Point(x: geometry.body.minX, y: baseline))), owner)
    let paragraph = builder.element(.paragraph, in: section)
    let link = builder.element(.link, in: paragraph)
    let quiet = TextStyle(measures.small.face, style.size, theme.ink.accent)
    let back = measuring.line(
      words.backToTable(page: row.page + 1), quiet, at: Point(x: geometry.body.maxX, y: baseline), .end)
    page.frame.add(.text(back), .content(link))
    let area = Rect(
      x: back.origin.x - .pt(2), y: baseline - .pt(10), width: back.width + .pt(4), height: .pt(14))
    page.links.append(
      LinkArea(
        area: area, destination: row, element: link,
        description: words.backLink(page: row.page + 1)))
  }

  private var eyebrowBaseline: Length { geometry.body.minY + unit * 2 }

  /// The name over the whole width; what is beyond the most lines goes on behind. Returns its last baseline.
  private func setName(
    in frame: inout Frame, overflow: inout ColumnFlow, builder: inout DocumentBuilder
  ) -> Length {
    let block = nameBlock()
    // What goes on on the next page is worth one.
    let isLonger = block.lines.count > measures.mostNameLines
    let most = isLonger ? min(measures.mostNameLines, block.lines.count - measures.fewestSpilled) : block.lines.count
    let (shown, rest) = block.split(at: most)
    let owner = builder.leaf(.heading2, in: section, context.source())
    let first = eyebrowBaseline + unit * 5
    shown.place(in: &frame, baseline: Point(x: geometry.body.minX, y: first), measuring, owner)
    overflow.add(rest, owner)
    return first + block.leading * Double(max(0, shown.lines.count - 1))
  }

  private func nameBlock() -> TextBlock {
    let font = geometry.name
    return TextBlock(
      activity.name.value, TextStyle(measures.nameFace, font.size, theme.ink.text), leading: unit * font.leading,
      width: geometry.body.width, context.typesetter, hyphenating: false)
  }
}

// Continuation pages
extension ActivityLayout {
  /// What did not fit: the rest of the name over the whole width, the other texts in columns of even height.
  private func setContinuations(name: inout ColumnFlow, text: inout ColumnFlow, builder: inout DocumentBuilder) {
    while !name.isEmpty || !text.isEmpty {
      var page = Page(frame: Frame(size: context.paper))
      let style = theme.style(measures.eyebrow, theme.ink.accent)
      let eyebrow = words.activityOf(index + 1, context.report.activities.count) + ", " + words.continued
      let body = geometry.body
      let baseline = Point(x: body.minX, y: eyebrowBaseline)
      page.frame.add(.text(measuring.line(eyebrow, style, at: baseline)), .artifact(.pagination))
      var top = eyebrowBaseline + unit * 3
      if name.isEmpty {
        repeatName(baseline: eyebrowBaseline + unit * 4, in: &page.frame)
        top = eyebrowBaseline + unit * 6
      } else {
        let room = Rect(x: body.minX, y: top, width: body.width, height: geometry.bottom - top)
        let height = min(name.height, room.height)
        name.set(in: room, page: &page, context, &builder)
        top = top + height + unit * 3
      }
      if name.isEmpty { setColumns(&text, top: top, in: &page, &builder) }
      builder.pages.append(page)
    }
  }

  /// The name once more, in one line.
  private func repeatName(baseline: Length, in frame: inout Frame) {
    let style = TextStyle(measures.nameFace, measures.keyFigure.size, theme.ink.text)
    let line = context.typesetter.cut(activity.name.value, style, width: geometry.body.width)
    frame.add(
      .text(measuring.line(line, style, at: Point(x: geometry.body.minX, y: baseline))), .artifact(.pagination))
  }

  /// Where a text goes on, below it.
  func setContinuationMark(left: Length, baseline: Length, in page: inout Page, _ builder: DocumentBuilder) {
    // Pages count from 1, and this one is not among the builder's yet.
    let next = firstPage + builder.pages.count + 2
    let style = theme.style(measures.small, theme.ink.quiet)
    let line = measuring.line(words.continuesOn(page: next), style, at: Point(x: left, y: baseline))
    page.frame.add(.text(line), .artifact(.pagination))
  }

  private func setColumns(
    _ text: inout ColumnFlow, top: Length, in page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let (body, gutter) = (geometry.body, measures.gutter)
    let least = measures.sideColumn
    let count = max(1, Int(((body.width + gutter) / (least + gutter)).rounded(.down)))
    let width = geometry.side.width
    let gap = count > 1 ? (body.width - width * Double(count)) / Double(count - 1) : .zero
    let room = geometry.bottom - top - measures.leading
    guard room >= measures.leading else { return }
    text.repeatTitle(theme.style(measures.heading, theme.ink.quiet), leading: measures.leading, context)
    let height = min(room, text.evenHeight(columns: count))
    for column in 0..<count {
      let left = body.minX + (width + gap) * Double(column)
      let isLast = column + 1 == count
      text.set(
        in: Rect(x: left, y: top, width: width, height: isLast ? room : height), page: &page, context, &builder,
        leaving: isLast ? measures.fewestSpilled : 0)
    }
    guard !text.isEmpty else { return }
    let left = body.minX + (width + gap) * Double(count - 1)
    setContinuationMark(left: left, baseline: geometry.bottom, in: &page, builder)
  }
}
