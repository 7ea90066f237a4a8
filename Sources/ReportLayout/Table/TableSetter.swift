import Pages
import ReportModel

/// Sets the pages of one table part: head, rows and rules.
struct TableSetter {
  let context: Context
  let content: TableContent
  let part: TablePart
  let geometry: TableGeometry
  let head: TableHead
  let table: StructureElement.ID
  let body: StructureElement.ID
  /// First page of each activity.
  let destinations: [Destination]

  /// Header cells of each column, outermost first, set when the head is drawn for the first time.
  var headers: [TableColumn: [StructureElement.ID]] = [:]
  /// Elements of the text cells of a row that goes on on the next page.
  private var continued: [TableColumn: Owner] = [:]

  init(
    _ context: Context, _ content: TableContent, _ part: TablePart, _ geometry: TableGeometry,
    in section: StructureElement.ID, destinations: [Destination], builder: inout DocumentBuilder
  ) {
    self.context = context
    self.content = content
    self.part = part
    self.geometry = geometry
    self.destinations = destinations
    head = TableHead(context)
    fractions = Fractions(context)
    table = builder.element(.table, in: section)
    headElement = builder.element(.tableHead, in: table)
    body = builder.element(.tableBody, in: table)
  }

  let headElement: StructureElement.ID
  private let fractions: Fractions

  var theme: Theme { context.theme }
  var measuring: any TextMeasuring { context.measuring }
  var size: Length { geometry.size }

  /// Draws head and rows of one page below `top`; returns where the table ends.
  mutating func set(
    _ rows: [RowSlice], top: Length, in page: inout Page, builder: inout DocumentBuilder, repeatsHead: Bool
  ) -> Length {
    let headBottom = top + head.height(geometry)
    let bottom = rows.reduce(headBottom) { $0 + height($1) }
    drawGround(top: top, headBottom: headBottom, bottom: bottom, in: &page.frame)
    // Repeated, it is the same on all pages.
    if repeatsHead {
      drawHead(top: top, in: &page.furniture, builder: &builder, repeated: true)
    } else {
      drawHead(top: top, in: &page.frame, builder: &builder, repeated: false)
    }
    var y = headBottom
    for slice in rows {
      set(slice, top: y, in: &page, builder: &builder)
      y = y + height(slice)
      drawRule(at: y, theme.table.hairline, theme.ink.hairline, in: &page.frame)
    }
    drawRules(top: top, headBottom: headBottom, bottom: bottom, in: &page.frame)
    return bottom
  }

  func height(_ slice: RowSlice) -> Length {
    geometry.height(lines: slice.lines.count)
  }
}

// Rows
extension TableSetter {
  private mutating func set(
    _ slice: RowSlice, top: Length, in page: inout Page, builder: inout DocumentBuilder
  ) {
    let anchor = part.isFirst ? Anchor.row(slice.row) : nil
    let row = slice.isFirst ? builder.element(.tableRow, in: body, StructureAttributes(anchor: anchor)) : body
    for column in geometry.columns {
      if column.kind.isText {
        setText(slice, column, row, top: top, in: &page, builder: &builder)
      } else if slice.isFirst {
        setFigure(slice.row, column, row, top: top, in: &page, builder: &builder)
      }
    }
    if slice.isFirst { nameRow(row, &builder) }
    addLink(slice, top: top, in: &page)
  }

  /// Makes the name the first header of all other cells of its row (ISO 14289-1, 7.5).
  private func nameRow(_ row: StructureElement.ID, _ builder: inout DocumentBuilder) {
    let cells = builder.structure[row].children
    guard let name = cells.first(where: { builder.structure[$0].role == .tableHeader }) else { return }
    for cell in cells where cell != name { builder.structure.update(cell) { $0.headers.insert(name, at: 0) } }
  }

  private mutating func setText(
    _ slice: RowSlice, _ column: TableGeometry.Column, _ row: StructureElement.ID, top: Length, in page: inout Page,
    builder: inout DocumentBuilder
  ) {
    let block = block(slice.row, column, lines: slice.lines)
    let owner = slice.isFirst ? textCell(slice.row, column, row, builder: &builder) : continued[column.kind]
    guard let owner else { return }
    continued[column.kind] = owner
    let isNumber = column.kind == .number
    let inset = size * theme.table.textPadding
    let x = isNumber ? column.right - inset : column.left
    let point = Point(x: x, y: top + geometry.padding)
    if slice.isFirst || column.kind == .objective {
      block.place(in: &page.frame, at: point, measuring, owner, isNumber ? .end : .start)
      if isNumber, slice.lines.count > block.lines.count { addPageNumber(slice.row, below: block, at: point, &page) }
    } else {
      setContinued(slice, column, block, at: point, isNumber ? .end : .start, owner, in: &page.frame)
    }
  }

  /// Where the activity's own page is, for those who have no links: in the line under its number. Rows of one line have
  /// none.
  private func addPageNumber(_ row: Int, below number: TextBlock, at point: Point, _ page: inout Page) {
    let style = TextStyle(theme.table.face, theme.pageNumberSize(size), theme.ink.quiet)
    let place = Point(x: point.x, y: point.y + number.height + number.baseline)
    // What begins further down stands on the same page.
    guard destinations[row].top == .zero else { return }
    let text = context.words.pageShort(String(destinations[row].page + 1))
    page.frame.add(.text(measuring.line(text, style, at: place, .end)), .artifact(.layout))
  }

  /// On a later page a row repeats its number, and its name with "(cont.)" unless the name itself goes on.
  private func setContinued(
    _ slice: RowSlice, _ column: TableGeometry.Column, _ rest: TextBlock, at point: Point, _ alignment: TextAlignment,
    _ owner: Owner, in frame: inout Frame
  ) {
    if !rest.isEmpty { return rest.place(in: &frame, at: point, measuring, owner, alignment) }
    let whole = block(slice.row, column, lines: 0..<Int.max)
    var (shown, _) = whole.split(at: slice.lines.count - (column.kind == .name ? 1 : 0))
    if column.kind == .name {
      let mark = measuring.shape(context.words.continuedShort, theme.table.face)
      shown = TextBlock(
        lines: shown.lines + [[mark]], style: shown.style, leading: shown.leading, metrics: shown.metrics)
    }
    shown.place(in: &frame, at: point, measuring, .artifact(.pagination), alignment)
  }

  /// Lines of a text cell; hyphens only where the row would be higher without.
  private func block(_ row: Int, _ column: TableGeometry.Column, lines: Range<Int>) -> TextBlock {
    let paragraph = paragraph(row, column.kind)
    let style = TextStyle(paragraph?.face ?? theme.table.face, size, theme.ink.text)
    let metrics = measuring.metrics(of: style.face)
    guard let paragraph else {
      return TextBlock(lines: [], style: style, leading: geometry.leading, metrics: metrics)
    }
    let measure = column.kind == .number ? column.width / size : column.width / size - theme.table.textPadding
    let hyphenated =
      geometry.hyphenates && column.kind == .objective
      && paragraph.lineCount(measure: measure, hyphenated: false) > geometry.rowLines[row]
    let all = paragraph.lines(measure: measure, hyphenated: hyphenated)
    let shown = lines.lowerBound < all.count ? Array(all[lines.clamped(to: all.indices)]) : []
    return TextBlock(lines: shown, style: style, leading: geometry.leading, metrics: metrics)
  }

  private func paragraph(_ row: Int, _ kind: TableColumn) -> Paragraph? {
    switch kind {
    case .number: content.rows[row].number
    case .name: content.rows[row].name
    default: content.rows[row].objective
    }
  }

  private func textCell(
    _ row: Int, _ column: TableGeometry.Column, _ parent: StructureElement.ID, builder: inout DocumentBuilder
  ) -> Owner {
    let header = headers[column.kind] ?? []
    switch column.kind {
    case .name:
      let cell = builder.element(
        .tableHeader, in: parent, context.source(StructureAttributes(scope: .row, headers: header)))
      return builder.leaf(.link, in: cell)
    case .number: return builder.leaf(.tableData, in: parent, StructureAttributes(headers: header))
    default: return builder.leaf(.tableData, in: parent, context.source(StructureAttributes(headers: header)))
    }
  }

  /// One over number and name, as high as the row.
  private func addLink(_ slice: RowSlice, top: Length, in page: inout Page) {
    let columns = geometry.columns.filter { $0.kind == .number || $0.kind == .name }
    guard let first = columns.first, let last = columns.last, case .content(let element)? = continued[.name] else {
      return
    }
    let destination = destinations[slice.row]
    let area = Rect(x: first.left, y: top, width: last.right - first.left, height: height(slice))
    let name = context.report.activities[slice.row].name.value.shortened
    page.links.append(
      LinkArea(
        area: area, destination: destination, element: element,
        description: context.words.activityLink(name, page: destination.page + 1)))
  }
}

// Figures
extension TableSetter {
  private func setFigure(
    _ row: Int, _ column: TableGeometry.Column, _ parent: StructureElement.ID, top: Length, in page: inout Page,
    builder: inout DocumentBuilder
  ) {
    guard let kind = column.kind.figureKind else { return }
    let activity = context.report.activities[row]
    let text = activity.figureText(kind, period: column.kind.period ?? 0)
    let figure = activity.figure(kind, period: column.kind.period ?? 0)
    let hasMarks = context.marks(of: figure) != nil
    let cell = builder.element(
      .tableData, in: parent, StructureAttributes(headers: headers[column.kind] ?? []))
    let style = style(of: text.weight, column.kind)
    let period = column.kind.period
    let fraction = content.fractionWidth(kind, period: period) - fractions.width(text)
    let right = column.axis + size * (content.figureWidth(kind, period: period) / 2 - fraction)
    let point = Point(x: right, y: top + geometry.padding + baseline(style.face))
    if !text.text.isEmpty {
      let owner = hasMarks ? builder.leaf(.span, in: cell) : Owner.content(cell)
      page.frame.add(.text(measuring.line(text.text, style, at: point, .end)), owner)
    }
    guard hasMarks else { return }
    let mark = TextStyle(theme.table.strong, theme.markSize(size), theme.ink.warning)
    let place = Point(x: point.x + size * theme.table.markGap, y: point.y - size * theme.table.markRise)
    context.setMarks(of: figure, mark, at: place, in: cell, page: &page, builder: &builder)
  }

  /// From a line's top to its baseline, the same as the texts' beside it.
  private func baseline(_ face: FontFace) -> Length {
    let metrics = measuring.metrics(of: face)
    return (geometry.leading - size * (metrics.ascent + metrics.descent)) / 2 + size * metrics.ascent
  }

  private func style(of weight: FigureText.Weight, _ kind: TableColumn) -> TextStyle {
    let (table, ink) = (theme.table, theme.ink)
    return switch weight {
    case .plain: TextStyle(table.face, size, ink.text)
    case .zero: TextStyle(table.face, size, kind.isAnnual ? ink.text : ink.zero)
    case .strong: TextStyle(table.strong, size, ink.text)
    case .absent: TextStyle(table.face, size * 0.9, ink.zero)
    }
  }
}
