import Charts
import Pages
import ReportModel

/// Sets the pages of one activity: one, and more only where name, notes or objective do not fit.
struct ActivityLayout: Sendable {
  let context: Context
  let geometry: ActivityGeometry
  let index: Int
  /// The page of the table that shows the activity.
  let tablePage: Int
  let section: StructureElement.ID

  var theme: Theme { context.theme }
  var measures: ActivityMeasures { theme.activity }
  var words: Words { context.words }
  var measuring: any TextMeasuring { context.measuring }
  var activity: Activity { context.report.activities[index] }

  /// Adds the activity's pages.
  func set(builder: inout DocumentBuilder) { set(charts: true, builder: &builder) }

  /// How many pages the activity takes: only its texts can need more than one.
  func pageCount() -> Int {
    var scratch = DocumentBuilder()
    set(charts: false, builder: &scratch)
    return scratch.pages.count
  }

  private func set(charts: Bool, builder: inout DocumentBuilder) {
    var page = Page(frame: Frame(size: context.paper))
    setEyebrow(in: &page, builder: &builder)
    var rest = ColumnFlow()
    let top = setName(in: &page.frame, overflow: &rest, builder: &builder)
    let side = Rect(
      x: geometry.side.minX, y: top, width: geometry.side.width, height: geometry.side.maxY - top)
    var flow = SideColumn(layout: self).set(in: side, frame: &page.frame, builder: &builder)
    let panel = Rect(
      x: geometry.panel.minX, y: top, width: geometry.panel.width, height: geometry.panel.maxY - top)
    if charts { ChartPanel(layout: self).set(in: panel, frame: &page.frame, builder: &builder) }
    builder.pages.append(page)
    setContinuations(name: &rest, text: &flow, builder: &builder)
  }

  /// "Actividad 3 de 5", and the way back to the table.
  private func setEyebrow(in page: inout Page, builder: inout DocumentBuilder) {
    let style = theme.style(measures.eyebrow, theme.ink.accent)
    let baseline = eyebrowBaseline
    let text = words.activityOf(index + 1, context.report.activities.count)
    let owner = builder.leaf(.paragraph, in: section)
    page.frame.add(.text(measuring.line(text, style, at: Point(x: context.body.minX, y: baseline))), owner)
    let paragraph = builder.element(.paragraph, in: section)
    let link = builder.element(.link, in: paragraph)
    let quiet = TextStyle(.regular, style.size, theme.ink.accent)
    let back = measuring.line(
      words.backToTable(page: tablePage + 1), quiet, at: Point(x: context.body.maxX, y: baseline), .end)
    page.frame.add(.text(back), .content(link))
    let area = Rect(
      x: back.origin.x - .pt(2), y: baseline - .pt(10), width: back.width + .pt(4), height: .pt(14))
    page.links.append(
      LinkArea(
        area: area, destination: Destination(page: tablePage, top: .zero), element: link,
        description: words.backLink(page: tablePage + 1)))
  }

  private var eyebrowBaseline: Length { context.body.minY + .pt(8) }

  /// The name over the whole width; what is beyond the most lines goes on behind. Returns where the columns begin.
  private func setName(
    in frame: inout Frame, overflow: inout ColumnFlow, builder: inout DocumentBuilder
  ) -> Length {
    let block = nameBlock()
    let (shown, rest) = block.split(at: measures.mostNameLines)
    let owner = builder.leaf(.heading2, in: section)
    let top = eyebrowBaseline + .pt(5)
    shown.place(in: &frame, at: Point(x: context.body.minX, y: top), measuring, owner)
    overflow.add(rest, owner)
    return top + shown.height + measures.grid
  }

  /// The largest of the name's sizes that keeps it within its lines, else the smallest.
  private func nameBlock() -> TextBlock {
    let blocks = measures.nameSizes.lazy.map { size in
      context.block(
        activity.name.value, (.bold, size), theme.ink.text, leading: size * measures.nameLeading,
        width: context.body.width)
    }
    return blocks.first { $0.lines.count <= measures.nameLines } ?? blocks[measures.nameSizes.count - 1]
  }
}

// Continuation pages
extension ActivityLayout {
  /// What did not fit: the rest of the name over the whole width, the other texts in columns as wide as before.
  private func setContinuations(name: inout ColumnFlow, text: inout ColumnFlow, builder: inout DocumentBuilder) {
    while !name.isEmpty || !text.isEmpty {
      var page = Page(frame: Frame(size: context.paper))
      let style = theme.style(measures.eyebrow, theme.ink.accent)
      let eyebrow = words.activityOf(index + 1, context.report.activities.count) + ", " + words.continued
      let baseline = Point(x: context.body.minX, y: eyebrowBaseline)
      page.frame.add(.text(measuring.line(eyebrow, style, at: baseline)), .artifact(.pagination))
      var top = eyebrowBaseline + measures.grid
      let body = context.body
      if !name.isEmpty {
        let height = min(name.height, body.maxY - top)
        name.set(
          in: Rect(x: body.minX, y: top, width: body.width, height: body.maxY - top), frame: &page.frame, measuring)
        top = top + height + measures.grid
      }
      if name.isEmpty { setColumns(&text, top: top, in: &page.frame) }
      builder.pages.append(page)
    }
  }

  private func setColumns(_ text: inout ColumnFlow, top: Length, in frame: inout Frame) {
    let (body, width) = (context.body, measures.sideColumn)
    let count = max(1, Int(((body.width + measures.gutter) / (width + measures.gutter)).rounded(.down)))
    let gap = count > 1 ? (body.width - width * Double(count)) / Double(count - 1) : .zero
    for column in 0..<count where body.maxY - top >= measures.bodyLeading {
      let left = body.minX + (width + gap) * Double(column)
      text.set(in: Rect(x: left, y: top, width: width, height: body.maxY - top), frame: &frame, measuring)
    }
  }
}
