import Pages
import ReportModel

/// The whole table: planned first, so that others know its pages, then set.
struct TableLayout: Sendable {
  struct PlannedPart {
    let part: TablePart
    let geometry: TableGeometry
    let pages: [TablePagination.PlannedPage]
  }

  let context: Context
  let content: TableContent
  let parts: [PlannedPart]
  let notes: TableNotes

  init(_ context: Context) {
    self.context = context
    content = TableContent(context)
    let fit = TableFit(context, content)
    let plan = TablePlan(context, content)
    let best = fit.best { plan.pages($0, $1).count }
    parts = best.map { PlannedPart(part: $0.part, geometry: $0.geometry, pages: plan.pages($0.geometry, $0.part)) }
    notes = TableNotes(context, usesInitials: best.contains { $0.geometry.usesInitials })
  }

  var pageCount: Int { parts.reduce(0) { $0 + $1.pages.count } }

  /// For each row the page it begins on in the first part, from 0.
  var rowPages: [Int] {
    var result = [Int](repeating: 0, count: content.rows.count)
    guard let pages = parts.first?.pages else { return result }
    for (index, page) in pages.enumerated() {
      for slice in page.rows where slice.isFirst { result[slice.row] = index }
    }
    return result
  }

  /// Adds the table's pages.
  func set(in section: StructureElement.ID, destinations: [Destination], builder: inout DocumentBuilder) {
    for planned in parts {
      var setter = TableSetter(
        context, content, planned.part, planned.geometry, in: section, destinations: destinations, builder: &builder)
      for (index, page) in planned.pages.enumerated() {
        set(page, index, of: planned, &setter, in: section, builder: &builder)
      }
    }
  }

  private func set(
    _ planned: TablePagination.PlannedPage, _ index: Int, of part: PlannedPart, _ setter: inout TableSetter,
    in section: StructureElement.ID, builder: inout DocumentBuilder
  ) {
    var page = Page(frame: Frame(size: context.paper))
    var y = setHeading(index, of: part, in: &page.frame, section, builder: &builder)
    if !planned.rows.isEmpty {
      y = setter.set(planned.rows, top: y, in: &page, builder: &builder, repeatsHead: index > 0)
      y = y + context.theme.table.noteGap
    }
    notes.set(planned.tail, top: y, in: &page.frame, section: section, builder: &builder)
    builder.pages.append(page)
  }

  /// The title, on later pages with a mark that the table continues; returns the table's top.
  private func setHeading(
    _ index: Int, of part: PlannedPart, in frame: inout Frame, _ section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) -> Length {
    let (theme, words) = (context.theme, context.words)
    let metrics = TablePlan.heading(context)
    let owner =
      index == 0 && part.part.isFirst ? builder.leaf(.heading2, in: section) : .artifact(.pagination)
    let baseline = Point(x: context.body.minX, y: context.body.minY + metrics.baseline)
    let title = context.measuring.line(words.tableTitle, theme.style(theme.table.heading, theme.ink.text), at: baseline)
    frame.add(.text(title), owner)
    var asides: [String] = []
    if part.part.count > 1 { asides.append(words.part(part.part.index + 1, of: part.part.count)) }
    if index > 0 { asides.append(words.continued) }
    if !asides.isEmpty {
      let style = TextStyle(.regular, theme.table.heading.size * 0.7, theme.ink.quiet)
      let place = Point(x: baseline.x + title.width + .pt(7), y: baseline.y)
      frame.add(
        .text(context.measuring.line(asides.joined(separator: ", "), style, at: place)), .artifact(.pagination))
    }
    let top = context.body.minY + metrics.height
    guard index == 0, part.part.isFirst else { return top }
    return setCutTexts(top: top, in: &frame, section, builder: &builder)
  }

  /// What the running head had to cut, whole; returns where it ends.
  private func setCutTexts(
    top: Length, in frame: inout Frame, _ section: StructureElement.ID, builder: inout DocumentBuilder
  ) -> Length {
    var y = top
    for block in TablePlan.cutTexts(context) {
      let owner = builder.leaf(.paragraph, in: section)
      block.place(in: &frame, at: Point(x: context.body.minX, y: y), context.measuring, owner)
      y = y + block.height + context.theme.table.headingGap
    }
    return y
  }
}

/// How many pages a geometry takes, and what goes on each.
struct TablePlan {
  let context: Context
  let content: TableContent
  let head: TableHead

  init(_ context: Context, _ content: TableContent) {
    self.context = context
    self.content = content
    head = TableHead(context)
  }

  /// Baseline and height of the heading above the table.
  static func heading(_ context: Context) -> (baseline: Length, height: Length) {
    let size = context.theme.table.heading.size
    return (size * 0.85, size * 0.85 + context.theme.table.headingGap)
  }

  static func cutTexts(_ context: Context) -> [TextBlock] {
    let table = context.theme.table
    return PageFurniture(context: context).cutTexts.map {
      context.block($0, table.note, context.theme.ink.text, leading: table.noteLeading, width: context.body.width)
    }
  }

  func pages(_ geometry: TableGeometry, _ part: TablePart) -> [TablePagination.PlannedPage] {
    let table = context.theme.table
    let room = context.body.height - TablePlan.heading(context).height - head.height(geometry)
    let cut = TablePlan.cutTexts(context).reduce(Length.zero) { $0 + $1.height + table.headingGap }
    let tail = part.isLast ? TableNotes(context, usesInitials: geometry.usesInitials).rows.map(\.height) : []
    func sliceHeight(_ lines: Int) -> Length {
      geometry.size * (table.leading * Double(lines) + table.cellPadding * 2)
    }
    let lines = geometry.rowHeights.map { height in
      Int(((height - geometry.size * table.cellPadding * 2) / (geometry.size * table.leading)).rounded())
    }
    return TablePagination(
      lines: lines, heights: geometry.rowHeights, firstRoom: part.isFirst ? room - cut : room, room: room,
      tailRoom: room + head.height(geometry),
      tail: tail, tailGap: table.noteGap, fewestLines: table.fewestLines, sliceHeight: sliceHeight
    ).pages()
  }
}
