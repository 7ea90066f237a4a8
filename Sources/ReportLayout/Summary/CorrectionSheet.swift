import Pages
import ReportModel

/// A sheet for the office to correct its table by: each wrong figure with an empty box for the right one and one for
/// initials.
struct CorrectionSheet: Sendable {
  private let rows: [Row]
  private let columns: [Length]
  private let pages: [Range<Int>]

  private struct Row: Sendable {
    /// One for each printed column.
    let cells: [TextBlock]
    let activity: Int
    let height: Length
  }

  /// Shares of the width.
  private static let shares = [0.05, 0.35, 0.16, 0.09, 0.09, 0.06, 0.12, 0.08]

  init(_ content: SummaryContent, _ pen: SummaryPen) {
    let body = pen.context.body
    columns = CorrectionSheet.shares.map { body.width * $0 }
    let columns = columns
    let measured = content.notes.map { note in
      let entry = content.ranked.first { $0.index == note.activity }
      let stated = note.discrepancy.stated.map { Numerals.text($0) } ?? pen.words.noData
      let texts = [
        note.mark, (entry?.label ?? "") + " " + (entry?.name ?? ""), note.column, stated,
        Numerals.text(note.discrepancy.computed),
      ]
      let cells = zip(texts, columns).enumerated().map { position, cell in
        CorrectionSheet.block(cell.0, pen, cell.1, isStrong: position == 0)
      }
      let height = (cells.map(\.height).max() ?? .zero) + pen.measures.small.size
      return Row(cells: cells, activity: note.activity, height: height)
    }
    let head = CorrectionSheet.headHeight(pen)
    let first = body.height - CorrectionSheet.opening(content.notes.count, pen).height - head
    let later = body.height - CorrectionSheet.laterHeight(pen) - head
    let sheets = pen.measures.sheetRows.map { least in
      let rows = measured.map { Row(cells: $0.cells, activity: $0.activity, height: max(least, $0.height)) }
      return (rows: rows, pages: CorrectionSheet.paginate(rows, first: first, later: later))
    }
    let fewest = sheets.map(\.pages.count).min() ?? 0
    let chosen = sheets.first { $0.pages.count == fewest }
    rows = chosen?.rows ?? []
    pages = chosen?.pages ?? []
  }

  var pageCount: Int { pages.count }

  private static func block(_ text: String, _ pen: SummaryPen, _ width: Length, isStrong: Bool) -> TextBlock {
    let size = pen.measures.small.size
    let style = TextStyle(
      isStrong ? pen.measures.strong : pen.measures.face, size, isStrong ? pen.ink.warning : pen.ink.text)
    return TextBlock(
      text, style, leading: size * 1.2, width: width - size, pen.context.typesetter, hyphenating: false)
  }

  private static func paginate(_ rows: [Row], first: Length, later: Length) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var (start, used) = (0, Length.zero)
    for index in rows.indices {
      if used + rows[index].height > (pages.isEmpty ? first : later), index > start {
        pages.append(start..<index)
        (start, used) = (index, .zero)
      }
      used = used + rows[index].height
    }
    return pages + (start < rows.count ? [start..<rows.count] : [])
  }

  private static func headHeight(_ pen: SummaryPen) -> Length { pen.measures.small.size * 2.8 }
  private static func laterHeight(_ pen: SummaryPen) -> Length {
    pen.measures.sentence.size * 1.3 + pen.measures.blockGap
  }

  private static func opening(_ count: Int, _ pen: SummaryPen) -> (title: TextBlock, text: TextBlock, height: Length) {
    let (title, sentence, width) = (pen.measures.title, pen.measures.heading, pen.context.body.width)
    let heading = pen.context.block(
      pen.words.sheetTitle, title, pen.ink.text, leading: title.size * 1.2, width: width)
    let text = pen.context.block(
      pen.words.sheetIntroduction(count), (.regular, sentence.size), pen.ink.text, leading: sentence.size * 1.3,
      width: width)
    return (heading, text, heading.height + text.height + pen.measures.blockGap)
  }
}

// Setting
extension CorrectionSheet {
  /// Adds its pages, as a section of their own.
  func set(_ pen: SummaryPen, builder: inout DocumentBuilder) {
    let section = builder.element(
      .section, in: builder.structure.root,
      StructureAttributes(title: pen.words.sheetTitle, anchor: .correctionSheet))
    var table: (head: StructureElement.ID, body: StructureElement.ID)?
    for (index, range) in pages.enumerated() {
      var page = Page(frame: Frame(size: pen.context.paper))
      var y = index == 0 ? setOpening(pen, section, &page, &builder) : setLater(pen, &page)
      if table == nil {
        let element = builder.element(.table, in: section)
        let head = builder.element(.tableRow, in: builder.element(.tableHead, in: element))
        table = (head, builder.element(.tableBody, in: element))
      }
      guard let table else { continue }
      setHead(index == 0 ? table.head : nil, at: y, pen, &page, &builder)
      y = y + CorrectionSheet.headHeight(pen)
      for row in range {
        set(rows[row], top: y, table.body, pen, &page, &builder)
        y = y + rows[row].height
      }
      builder.pages.append(page)
    }
  }

  private func setOpening(
    _ pen: SummaryPen, _ section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let origin = pen.context.body.origin
    let opening = CorrectionSheet.opening(rows.count, pen)
    opening.title.place(in: &page.frame, at: origin, pen.measuring, builder.leaf(.heading2, in: section))
    let below = Point(x: origin.x, y: origin.y + opening.title.height)
    opening.text.place(in: &page.frame, at: below, pen.measuring, builder.leaf(.paragraph, in: section))
    return origin.y + opening.height
  }

  private func setLater(_ pen: SummaryPen, _ page: inout Page) -> Length {
    let (origin, size) = (pen.context.body.origin, pen.measures.sentence.size)
    let text = pen.words.sheetTitle + ", " + pen.words.continued
    let line = pen.measuring.line(
      text, TextStyle(.bold, size, pen.ink.text), at: Point(x: origin.x, y: origin.y + size))
    page.frame.add(.text(line), .artifact(.pagination))
    return origin.y + CorrectionSheet.laterHeight(pen)
  }

  private func left(_ column: Int, _ pen: SummaryPen) -> Length {
    columns.prefix(column).reduce(pen.context.body.minX, +)
  }

  private func setHead(
    _ row: StructureElement.ID?, at y: Length, _ pen: SummaryPen, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let size = pen.measures.small.size
    let height = CorrectionSheet.headHeight(pen)
    let ground = Rect(x: pen.context.body.minX, y: y, width: pen.context.body.width, height: height)
    pen.draw(Shape(.rect(ground), fill: pen.ink.tint), in: &page.frame)
    for (column, label) in pen.words.sheetColumns.enumerated() {
      let owner =
        row.map { builder.leaf(.tableHeader, in: $0, StructureAttributes(scope: .column)) } ?? .artifact(.pagination)
      let style = TextStyle(pen.measures.strong, size, pen.ink.text)
      let block = TextBlock(
        label, style, leading: size * 1.2, width: columns[column] - size, pen.context.typesetter)
      let top = y + (height - block.height) / 2
      block.place(in: &page.frame, at: Point(x: left(column, pen) + size / 2, y: top), pen.measuring, owner)
    }
  }

  private func set(
    _ row: Row, top: Length, _ body: StructureElement.ID, _ pen: SummaryPen, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.tableRow, in: body)
    let size = pen.measures.small.size
    for (column, block) in row.cells.enumerated() {
      let owner =
        column == 0
        ? builder.leaf(.tableHeader, in: element, StructureAttributes(scope: .row))
        : builder.leaf(.tableData, in: element)
      let place = Point(x: left(column, pen) + size / 2, y: top + (row.height - block.height) / 2)
      block.place(in: &page.frame, at: place, pen.measuring, owner)
    }
    setPage(row, top, row.cells.count, element, pen, &page, &builder)
    for column in row.cells.count + 1..<columns.count {
      let box = Rect(x: left(column, pen), y: top, width: columns[column], height: row.height).inset(by: .pt(2.5))
      pen.draw(Shape(.rect(box), stroke: Stroke(pen.ink.rule, .pt(0.5))), in: &page.frame)
      _ = builder.element(.tableData, in: element)
    }
    pen.rule(top + row.height, from: pen.context.body.minX, to: pen.context.body.maxX, in: &page.frame)
  }

  private func setPage(
    _ row: Row, _ top: Length, _ column: Int, _ element: StructureElement.ID, _ pen: SummaryPen, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let size = pen.measures.small.size
    let link = builder.element(.link, in: builder.element(.tableData, in: element))
    let number = pen.places.activities[row.activity].page + 1
    let style = TextStyle(pen.measures.face, size, pen.ink.accent)
    let place = Point(x: left(column, pen) + size / 2, y: top + row.height / 2 + size * 0.36)
    pen.add(String(number), style, at: place, .start, .content(link), in: &page.frame)
    let area = Rect(x: left(column, pen), y: top, width: columns[column], height: row.height)
    let name = pen.context.report.activities[row.activity].name.value
    pen.link(to: row.activity, name, area, link, in: &page)
  }
}
