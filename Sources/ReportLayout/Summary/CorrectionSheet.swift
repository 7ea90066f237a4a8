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

  init(_ content: SummaryContent, _ composition: SummaryComposition) {
    let body = composition.context.body
    columns = CorrectionSheet.shares.map { body.width * $0 }
    let columns = columns
    let measured = content.notes.map { note in
      let entry = content.ranked.first { $0.index == note.activity }
      let stated = note.discrepancy.stated.map { Numerals.text($0) } ?? composition.words.noData
      let texts = [
        note.mark, (entry?.label ?? "") + " " + (entry?.name ?? ""), note.column, stated,
        Numerals.text(note.discrepancy.computed),
      ]
      let cells = zip(texts, columns).enumerated().map { position, cell in
        CorrectionSheet.block(cell.0, composition, cell.1, isStrong: position == 0)
      }
      let height = (cells.map(\.height).max() ?? .zero) + composition.measures.small.size
      return Row(cells: cells, activity: note.activity, height: height)
    }
    let head = CorrectionSheet.headHeight(composition)
    let first = body.height - CorrectionSheet.opening(content.notes.count, composition).height - head
    let later = body.height - CorrectionSheet.laterHeight(composition) - head
    let sheets = composition.measures.sheetRows.map { least in
      let rows = measured.map { Row(cells: $0.cells, activity: $0.activity, height: max(least, $0.height)) }
      return (rows: rows, pages: CorrectionSheet.paginate(rows, first: first, later: later))
    }
    let fewest = sheets.map(\.pages.count).min() ?? 0
    let chosen = sheets.first { $0.pages.count == fewest }
    rows = chosen?.rows ?? []
    pages = chosen?.pages ?? []
  }

  var pageCount: Int { pages.count }

  private static func block(_ text: String, _ composition: SummaryComposition, _ width: Length, isStrong: Bool)
    -> TextBlock
  {
    let size = composition.measures.small.size
    let style = TextStyle(
      isStrong ? composition.measures.strong : composition.measures.face, size,
      isStrong ? composition.ink.warning : composition.ink.text)
    return composition.name(text, style, leading: size * 1.2, width: width - size)
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

  private static func headHeight(_ composition: SummaryComposition) -> Length { composition.measures.small.size * 2.8 }
  private static func laterHeight(_ composition: SummaryComposition) -> Length {
    composition.measures.sentence.size * 1.3 + composition.measures.blockGap
  }

  private static func opening(_ count: Int, _ composition: SummaryComposition) -> (
    title: TextBlock, text: TextBlock, height: Length
  ) {
    let (title, sentence, width) = (
      composition.measures.title, composition.measures.heading, composition.context.body.width
    )
    let heading = composition.context.block(
      composition.words.sheetTitle, title, composition.ink.text, leading: title.size * 1.2, width: width)
    let text = composition.context.block(
      composition.words.sheetIntroduction(count), (.regular, sentence.size), composition.ink.text,
      leading: sentence.size * 1.3,
      width: width)
    return (heading, text, heading.height + text.height + composition.measures.blockGap)
  }
}

// Setting
extension CorrectionSheet {
  /// Adds its pages, as a section of their own.
  func set(_ composition: SummaryComposition, builder: inout DocumentBuilder) {
    let section = builder.element(
      .section, in: builder.structure.root,
      StructureAttributes(title: composition.words.sheetTitle, anchor: .correctionSheet))
    var table: (head: StructureElement.ID, body: StructureElement.ID)?
    for (index, range) in pages.enumerated() {
      var page = Page(frame: Frame(size: composition.context.paper))
      var y = index == 0 ? setOpening(composition, section, &page, &builder) : setLater(composition, &page)
      if table == nil {
        let element = builder.element(.table, in: section)
        let head = builder.element(.tableRow, in: builder.element(.tableHead, in: element))
        table = (head, builder.element(.tableBody, in: element))
      }
      guard let table else { continue }
      setHead(index == 0 ? table.head : nil, at: y, composition, &page, &builder)
      y = y + CorrectionSheet.headHeight(composition)
      for row in range {
        set(rows[row], top: y, table.body, composition, &page, &builder)
        y = y + rows[row].height
      }
      builder.pages.append(page)
    }
  }

  private func setOpening(
    _ composition: SummaryComposition, _ section: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) -> Length {
    let origin = composition.context.body.origin
    let opening = CorrectionSheet.opening(rows.count, composition)
    opening.title.place(in: &page.frame, at: origin, composition.measuring, builder.leaf(.heading2, in: section))
    let below = Point(x: origin.x, y: origin.y + opening.title.height)
    opening.text.place(in: &page.frame, at: below, composition.measuring, builder.leaf(.paragraph, in: section))
    return origin.y + opening.height
  }

  private func setLater(_ composition: SummaryComposition, _ page: inout Page) -> Length {
    let (origin, size) = (composition.context.body.origin, composition.measures.sentence.size)
    let text = composition.words.sheetTitle + ", " + composition.words.continued
    let line = composition.measuring.line(
      text, TextStyle(.bold, size, composition.ink.text), at: Point(x: origin.x, y: origin.y + size))
    page.frame.add(.text(line), .artifact(.pagination))
    return origin.y + CorrectionSheet.laterHeight(composition)
  }

  private func left(_ column: Int, _ composition: SummaryComposition) -> Length {
    columns.prefix(column).reduce(composition.context.body.minX, +)
  }

  private func setHead(
    _ row: StructureElement.ID?, at y: Length, _ composition: SummaryComposition, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let size = composition.measures.small.size
    let height = CorrectionSheet.headHeight(composition)
    let ground = Rect(x: composition.context.body.minX, y: y, width: composition.context.body.width, height: height)
    composition.draw(Shape(.rect(ground), fill: composition.ink.tint), in: &page.frame)
    for (column, label) in composition.words.sheetColumns.enumerated() {
      let owner =
        row.map { builder.leaf(.tableHeader, in: $0, StructureAttributes(scope: .column)) } ?? .artifact(.pagination)
      let style = TextStyle(composition.measures.strong, size, composition.ink.text)
      let block = TextBlock(
        label, style, leading: size * 1.2, width: columns[column] - size, composition.context.typesetter)
      let top = y + (height - block.height) / 2
      block.place(
        in: &page.frame, at: Point(x: left(column, composition) + size / 2, y: top), composition.measuring, owner)
    }
  }

  private func set(
    _ row: Row, top: Length, _ body: StructureElement.ID, _ composition: SummaryComposition, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.tableRow, in: body)
    let size = composition.measures.small.size
    for (column, block) in row.cells.enumerated() {
      let owner =
        column == 0
        ? builder.leaf(.tableHeader, in: element, StructureAttributes(scope: .row))
        : builder.leaf(.tableData, in: element)
      let place = Point(x: left(column, composition) + size / 2, y: top + (row.height - block.height) / 2)
      block.place(in: &page.frame, at: place, composition.measuring, owner)
    }
    setPage(row, top, row.cells.count, element, composition, &page, &builder)
    for column in row.cells.count + 1..<columns.count {
      let box = Rect(x: left(column, composition), y: top, width: columns[column], height: row.height).inset(
        by: .pt(2.5))
      composition.draw(Shape(.rect(box), stroke: Stroke(composition.ink.rule, .pt(0.5))), in: &page.frame)
      _ = builder.element(.tableData, in: element)
    }
    composition.rule(
      top + row.height, from: composition.context.body.minX, to: composition.context.body.maxX, in: &page.frame)
  }

  private func setPage(
    _ row: Row, _ top: Length, _ column: Int, _ element: StructureElement.ID, _ composition: SummaryComposition,
    _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let size = composition.measures.small.size
    let link = builder.element(.link, in: builder.element(.tableData, in: element))
    let number = composition.places.activities[row.activity].page + 1
    let style = TextStyle(composition.measures.face, size, composition.ink.accent)
    let place = Point(x: left(column, composition) + size / 2, y: top + row.height / 2 + size * 0.36)
    composition.add(String(number), style, at: place, .start, .content(link), in: &page.frame)
    let area = Rect(x: left(column, composition), y: top, width: columns[column], height: row.height)
    let name = composition.context.report.activities[row.activity].name.value
    composition.link(to: row.activity, name, area, link, in: &page)
  }
}
