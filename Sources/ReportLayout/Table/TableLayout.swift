import Pages
import ReportModel

/// The whole table: planned first, so that others know its pages, then set.
struct TableLayout: Sendable {
  let context: Context
  let content: TableContent
  let parts: [TablePart]
  /// One for each part.
  let geometries: [TableGeometry]
  let pages: [TablePage]
  let tail: [ClosingBlock]

  init(_ context: Context, _ content: TableContent) {
    self.context = context
    self.content = content
    let fit = TableFit(context, content)
    parts = fit.parts
    let plan = TablePlan(context, parts)
    geometries = fit.best { plan.pages($0).count }
    pages = plan.pages(geometries)
    tail = plan.tail(geometries)
  }

  /// Where each row begins in the first part.
  var rows: [Destination] {
    var result = [Destination](repeating: Destination(page: 0, top: .zero, anchor: .table), count: content.rows.count)
    let head = TableHead(context)
    for (index, page) in pages.enumerated() {
      guard let block = page.blocks.first, block.part == 0, let geometry = geometries.first else { continue }
      let opening = index == 0 ? TablePlan.opening(context) : .zero
      var y = context.body.minY + TablePlan.heading(context).height + opening + head.height(geometry)
      for slice in block.rows {
        if slice.isFirst { result[slice.row] = Destination(page: index, top: y, anchor: .row(slice.row)) }
        y = y + geometry.height(lines: slice.lines.count)
      }
    }
    return result
  }

  /// The page that explains a wrong figure, from 0.
  func page(ofNote note: Int) -> Int {
    pages.firstIndex { page in tail[page.tail].contains { $0.notes.contains(note) } } ?? pages.count - 1
  }

  /// What the room under the table on its last page is for.
  struct Filling {
    /// The height it needs, before there is more room to sign in; zero for what may be left out.
    let least: Length
    let set: (Rect, StructureElement.ID, inout Page, inout DocumentBuilder) -> Void
  }

  /// Adds the table's pages.
  /// - Parameters:
  ///   - title: whose the document's title is, with which the first page opens; nil where it opens without one.
  ///   - filling: nil for the overview of the goals.
  func set(
    in section: StructureElement.ID, title: Owner?, destinations: [Destination], filling: Filling? = nil,
    builder: inout DocumentBuilder
  ) {
    var setters: [Int: TableSetter] = [:]
    for (index, page) in pages.enumerated() {
      let isLast = index + 1 == pages.count
      set(
        page, index, title, &setters, destinations, isLast ? filling ?? overview : nil, in: section, builder: &builder)
    }
  }

  private var overview: Filling {
    Filling(least: .zero) { room, section, page, builder in
      GoalOverview(context, room: room.height)?
        .set(from: room.minY, to: room.maxY, in: &page.frame, section, builder: &builder)
    }
  }

  /// The room under a table of one page for what needs `least`.
  func room(least: Length) -> Rect {
    var scratch = DocumentBuilder("")
    var room = Rect(origin: context.body.origin, size: Size(width: .zero, height: .zero))
    let title = Owner.content(scratch.structure.root)
    let destinations = [Destination](repeating: Destination(page: 0, top: .zero), count: content.rows.count)
    set(
      in: scratch.structure.root, title: title, destinations: destinations,
      filling: Filling(least: least) { found, _, _, _ in room = found }, builder: &scratch)
    return room
  }

  private func set(
    _ planned: TablePage, _ index: Int, _ title: Owner?, _ setters: inout [Int: TableSetter],
    _ destinations: [Destination], _ filling: Filling?, in section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) {
    var page = Page(frame: Frame(size: context.paper))
    let title = index == 0 ? title : nil
    let opens = title != nil || index == 0 && context.volume != nil
    var y = setHeading(planned, title: title, opens: opens, in: &page.frame, section, builder: &builder)
    for (position, block) in planned.blocks.enumerated() {
      if position > 0 { y = setPartHeading(block, below: y, in: &page.frame) }
      var setter =
        setters[block.part]
        ?? TableSetter(
          context, content, parts[block.part], geometries[block.part], in: section, destinations: destinations,
          builder: &builder)
      y = setter.set(block.rows, top: y, in: &page, builder: &builder, repeatsHead: block.isContinued)
      setters[block.part] = setter
    }
    if !planned.blocks.isEmpty { y = y + context.theme.table.noteGap }
    setTail(planned.tail, top: y, filling, in: &page, section, builder: &builder)
    builder.pages.append(page)
  }

  /// The pieces of the tail, one at the foot of the page if it sinks, and between them what the last page has room for.
  private func setTail(
    _ range: Range<Int>, top: Length, _ filling: Filling?, in page: inout Page, _ section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) {
    var y = top
    for block in tail[range] where !block.sinks {
      block.draw(y, &page, section, &builder)
      y = y + block.height
    }
    // With more room to sign in, where the page has it.
    let gap = context.theme.table.partGap
    let kept = filling.map { $0.least > .zero ? $0.least + gap * 2 : .zero } ?? .zero
    let sinking = tail[range].last { $0.sinks }.map { block in
      block.roomy.first { y + kept + $0.height <= context.body.maxY } ?? block
    }
    let foot = context.body.maxY - (sinking?.height ?? .zero)
    if let filling {
      let (from, to) = (y + gap, sinking == nil ? foot : foot - gap)
      let room = Rect(x: context.body.minX, y: from, width: context.body.width, height: max(.zero, to - from))
      filling.set(room, section, &page, &builder)
    }
    sinking?.draw(max(y, foot), &page, section, &builder)
  }
}

// Headings
extension TableLayout {
  /// The title, with a mark which part this is and that it continues; returns the table's top.
  private func setHeading(
    _ page: TablePage, title owner: Owner?, opens: Bool, in frame: inout Frame, _ section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) -> Length {
    let (theme, words) = (context.theme, context.words)
    let metrics = TablePlan.heading(context)
    let above = owner == nil ? Length.zero : DocumentTitle(context: context).height
    if let owner { DocumentTitle(context: context).set(in: &frame, owner) }
    let heading = opens ? builder.leaf(.heading2, in: section) : .artifact(.pagination)
    let baseline = Point(x: context.body.minX, y: context.body.minY + above + metrics.baseline)
    let title = context.measuring.line(words.tableTitle, theme.style(theme.table.heading, theme.ink.text), at: baseline)
    frame.add(.text(title), heading)
    var asides = page.blocks.first.map { partMark($0.part) } ?? []
    if page.blocks.first?.isContinued ?? true { asides.append(words.continued) }
    let place = Point(x: baseline.x + title.width + .pt(7), y: baseline.y)
    addAsides(asides, size: theme.table.heading.size * 0.7, at: place, in: &frame)
    let top = context.body.minY + above + metrics.height
    return opens ? setCutTexts(top: top, in: &frame, section, builder: &builder) : top
  }

  /// Which part stands below another on the same page; returns the part's top.
  private func setPartHeading(_ block: TablePage.Block, below y: Length, in frame: inout Frame) -> Length {
    let top = y + context.theme.table.partGap
    let size = context.theme.table.note.size
    addAsides(partMark(block.part), size: size, at: Point(x: context.body.minX, y: top - size * 0.6), in: &frame)
    return top
  }

  private func partMark(_ part: Int) -> [String] {
    parts.count > 1 ? [context.words.part(part + 1, of: parts.count)] : []
  }

  private func addAsides(_ texts: [String], size: Length, at point: Point, in frame: inout Frame) {
    guard !texts.isEmpty else { return }
    let style = TextStyle(.regular, size, context.theme.ink.quiet)
    let line = context.measuring.line(texts.joined(separator: ", "), style, at: point)
    frame.add(.text(line), .artifact(.pagination))
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
