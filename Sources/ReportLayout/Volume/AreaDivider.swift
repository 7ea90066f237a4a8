import Pages
import ReportModel

/// The page that opens an area: its number and name, how its year ended in a sentence, and its activities with their
/// pages. It takes the place of the report's own summary. More activities than fit go on on the next page.
struct AreaDivider: Sendable {
  private let area: Volume.Area
  private let number: Int
  private let context: Context
  private let content: SummaryContent
  private let composition: OverviewComposition
  private let rows: [Row]
  private let pages: [Range<Int>]
  private let columns: Columns

  private struct Row: Sendable {
    let entry: SummaryContent.Entry
    let name: TextBlock
    let height: Length
  }

  /// Left edges and right ends.
  private struct Columns: Sendable {
    let symbol: Length
    let label: Length
    let name: (left: Length, width: Length)
    let bars: Length
    let amount: Length
    let percent: Length
    let page: Length
  }

  init(
    _ area: Volume.Area, number: Int, _ context: Context, _ content: SummaryContent, _ composition: OverviewComposition
  ) {
    self.area = area
    self.number = number
    self.context = context
    self.content = content
    self.composition = composition
    let entries = content.ranked.sorted { $0.index < $1.index }
    let columns = AreaDivider.columns(entries, context.report.scheme, composition)
    self.columns = columns
    let size = composition.measures.small.size * 1.1
    let measured = entries.map { entry in
      let style = TextStyle(.condensed, size, composition.ink.text)
      return (entry, composition.block(entry.name, style, width: columns.name.width, leading: 1.2))
    }
    let foot = AreaDivider.footHeight(area, context, composition)
    let opening = AreaDivider.opening(area, number, context, content, composition).height
    // As roomy as fits on one page; else as many rows as the page takes.
    let pitches = [
      composition.measures.row.most, (composition.measures.row.most + composition.measures.row.least) / 2,
      composition.measures.row.least,
    ]
    let plans = pitches.map { pitch in
      let rows = measured.map { Row(entry: $0, name: $1, height: max(pitch, $1.height + size * 0.5)) }
      return (rows, AreaDivider.paginate(rows.map(\.height), opening: opening, foot: foot, composition))
    }
    let fewest = plans.map(\.1.count).min() ?? 1
    let chosen = plans.first { $0.1.count == fewest }
    rows = chosen?.0 ?? []
    pages = chosen?.1 ?? [0..<0]
  }

  var pageCount: Int { pages.count }

  private static func headHeight(_ composition: OverviewComposition) -> Length { composition.measures.small.size * 1.9 }

  private static func paginate(_ heights: [Length], opening: Length, foot: Length, _ composition: OverviewComposition)
    -> [Range<Int>]
  {
    let later =
      composition.body.height - composition.measures.sentence.size * 1.3 - composition.measures.blockGap
      - headHeight(composition)
    let first = composition.body.height - opening - headHeight(composition)
    var pages = ColumnPlan.pages(heights, columns: 1, first: first, later: later).compactMap(\.first)
    if pages.isEmpty { pages = [0..<0] }
    // What stands under the last row needs its room, too.
    let last = pages[pages.count - 1]
    let used = heights[last].reduce(.zero, +) + foot
    if used > (pages.count == 1 ? first : later) {
      let split = max(last.lowerBound, last.upperBound - 2)
      pages[pages.count - 1] = last.lowerBound..<split
      pages.append(split..<last.upperBound)
    }
    return pages
  }

  private static func columns(
    _ entries: [SummaryContent.Entry], _ scheme: PeriodScheme, _ composition: OverviewComposition
  ) -> Columns {
    let (measures, size) = (composition.measures, composition.measures.small.size)
    let left = composition.body.minX + measures.bar.width + measures.bar.gap * 0.75
    let strong = TextStyle(.condensedBold, size * 1.1, .black)
    let plain = TextStyle(.condensed, size * 1.1, .black)
    func widest(_ text: (SummaryContent.Entry) -> String, _ style: TextStyle, _ heading: String) -> Length {
      max(
        entries.map { composition.setting.width(text($0), style) }.max() ?? .zero,
        composition.setting.width(heading, composition.label))
    }
    let label = min(widest(\.label, strong, ""), size * 6)
    let page = composition.body.maxX
    let percent = page - composition.setting.width("8888", plain) - size * 2
    let amount = percent - widest(\.percent, strong, "%") - size * 1.5
    let amounts = widest(\.amount, plain, composition.words.amountColumn)
    let bars =
      amount - amounts - size * 1.5
      - max(measures.bars.width, composition.setting.width(composition.words.barsTitle(scheme), composition.label))
    let name = left + measures.symbol * 2 + size * 0.8 + label + size * 0.8
    return Columns(
      symbol: left + measures.symbol, label: left + measures.symbol * 2 + size * 0.8 + label,
      name: (name, max(size * 8, bars - name - size * 1.5)), bars: bars, amount: amount, percent: percent, page: page)
  }
}

// Words
extension AreaDivider {
  /// What stands above the list.
  private struct Opening {
    let number: TextBlock
    let name: TextBlock
    let scope: String
    let sentence: TextBlock
    let height: Length
  }

  private static func opening(
    _ area: Volume.Area, _ number: Int, _ context: Context, _ content: SummaryContent,
    _ composition: OverviewComposition
  ) -> Opening {
    let (measures, ink) = (composition.measures, composition.ink)
    let width = composition.body.width - measures.bar.width - measures.bar.gap
    let numeral = composition.block(
      String(number), composition.style(measures.areaNumber, ink.accent), width: width, leading: 1.15)
    // A name of several lines is set smaller.
    let names = [1.0, 0.8, 0.62].map { factor in
      composition.title(
        area.name, TextStyle(measures.areaName.face, measures.areaName.size * factor, ink.text), width: width,
        leading: 1.15)
    }
    let name = names.first { $0.lines.count == 1 } ?? names[2]
    let sentence = composition.block(
      content.sentence(composition.words), TextStyle(.bold, measures.sentence.size, ink.text), width: width,
      leading: 1.3)
    let scopeHeight = measures.sentence.size * 1.8
    return Opening(
      number: numeral, name: name,
      scope: [
        composition.words.activities(content.ranked.count),
        composition.words.progress(context.report.scheme).lowercasedFirst,
      ]
      .joined(separator: " \u{B7} "), sentence: sentence,
      height: numeral.height + name.height + scopeHeight + measures.blockGap + sentence.height + measures.blockGap)
  }

  /// Who signs the source, and which file it is.
  private static func foot(_ area: Volume.Area, _ context: Context, _ composition: OverviewComposition) -> [TextBlock] {
    let signers = context.report.sourceSigners.map {
      composition.words.signsSource($0.role?.value, $0.name.value, $0.post?.value)
    }
    let width = composition.body.width - composition.measures.bar.width - composition.measures.bar.gap
    return (signers + [composition.words.sourceFile(composition.setting.printable(area.source))])
      .map { composition.block($0, composition.quiet, width: width) }
  }

  private static func footHeight(_ area: Volume.Area, _ context: Context, _ composition: OverviewComposition) -> Length
  {
    foot(area, context, composition).reduce(composition.measures.blockGap) { $0 + $1.height }
  }
}

// Setting
extension AreaDivider {
  /// - Parameters:
  ///   - first: the divider's first page in the volume, from 0.
  ///   - pageCount: of the whole area.
  func set(first: Int, pageCount: Int, places: VolumePlaces) -> DocumentBuilder {
    var builder = DocumentBuilder("part-\(number)")
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(anchor: .part(number)))
    var table: StructureElement.ID?
    for (index, range) in pages.enumerated() {
      var page = Page(frame: Frame(size: composition.setting.paper))
      drawBar(in: &page.frame)
      var y =
        index == 0
        ? setOpening(pages: (first + 1, first + pageCount), places, in: section, &page, &builder)
        : setLater(&page)
      if !range.isEmpty {
        let element = table ?? builder.element(.table, in: section)
        y = setHead(table == nil ? element : nil, at: y, &page, &builder)
        table = element
        let body = builder.element(.tableBody, in: element)
        for row in rows[range] {
          set(row, top: y, places.parts[number - 1].activities, body, &page, &builder)
          y = y + row.height
        }
      }
      if index + 1 == pages.count { setFoot(below: y, in: section, &page, &builder) }
      builder.pages.append(page)
    }
    return builder
  }

  private var left: Length {
    composition.body.minX + composition.measures.bar.width + composition.measures.bar.gap * 0.75
  }

  private func drawBar(in frame: inout Frame) {
    let bar = Rect(
      x: composition.body.minX, y: composition.body.minY, width: composition.measures.bar.width,
      height: composition.body.height)
    composition.setting.draw(Shape(.rect(bar), fill: composition.ink.accent), in: &frame)
  }

  private func setOpening(
    pages: (Int, Int), _ places: VolumePlaces, in section: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) -> Length {
    let opening = AreaDivider.opening(area, number, context, content, composition)
    let (measures, measuring) = (composition.measures, composition.setting.measuring)
    var y = composition.body.minY
    let heading = builder.element(.heading2, in: section)
    opening.number.followed(by: " ", measuring).place(
      in: &page.frame, at: Point(x: left, y: y), measuring, builder.leaf(.span, in: heading))
    setBackLink(places, in: section, &page, &builder)
    y = y + opening.number.height
    opening.name.place(
      in: &page.frame, at: Point(x: left, y: y), measuring, builder.leaf(.span, in: heading, context.source()))
    y = y + opening.name.height
    let scope = opening.scope + " \u{B7} " + composition.words.pages(pages.0, pages.1)
    composition.setting.add(
      scope, composition.style(measures.sentence, composition.ink.quiet),
      at: Point(x: left, y: y + measures.sentence.size * 1.3),
      builder.leaf(.paragraph, in: section), in: &page.frame)
    y = y + measures.sentence.size * 1.8 + measures.blockGap
    opening.sentence.place(
      in: &page.frame, at: Point(x: left, y: y), measuring, builder.leaf(.paragraph, in: section))
    return y + opening.sentence.height + measures.blockGap
  }

  private func setBackLink(
    _ places: VolumePlaces, in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let size = composition.measures.small.size
    let text = composition.words.toContents(page: places.contents.page + 1)
    let link = builder.element(.link, in: builder.element(.paragraph, in: section))
    let style = TextStyle(composition.measures.small.face, size, composition.ink.accent)
    let width = composition.setting.width(text, style)
    let baseline = composition.body.minY + size
    composition.setting.add(
      text, style, at: Point(x: composition.body.maxX, y: baseline), .end, .content(link), in: &page.frame)
    let area = Rect(x: composition.body.maxX - width, y: baseline - size * 1.1, width: width, height: size * 1.5)
    page.links.append(LinkArea(area: area, destination: places.contents, element: link, description: text))
  }

  private func setLater(_ page: inout Page) -> Length {
    let size = composition.measures.sentence.size
    let style = TextStyle(.bold, size, composition.ink.text)
    let text = composition.setting.typesetter.cut(
      composition.words.continued(String(number) + " " + area.name), style, width: composition.body.maxX - left)
    let line = composition.setting.measuring.line(text, style, at: Point(x: left, y: composition.body.minY + size))
    page.frame.add(.text(line), .artifact(.pagination))
    return composition.body.minY + size * 1.3 + composition.measures.blockGap
  }

  /// The columns' names, told once and repeated on later pages; returns where the rows begin.
  private func setHead(
    _ table: StructureElement.ID?, at y: Length, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let (words, size) = (composition.words, composition.measures.small.size)
    let row = table.map { builder.element(.tableRow, in: builder.element(.tableHead, in: $0)) }
    let heads: [(String, Length, TextAlignment)] = [
      (words.activityColumn, columns.symbol - composition.measures.symbol, .start),
      (words.amountColumn, columns.amount, .end),
      ("%", columns.percent, .end), (words.pageColumn, columns.page, .end),
    ]
    for (text, x, alignment) in heads {
      let owner =
        row.map { builder.leaf(.tableHeader, in: $0, StructureAttributes(scope: .column)) } ?? .artifact(.pagination)
      composition.setting.add(text, composition.label, at: Point(x: x, y: y + size), alignment, owner, in: &page.frame)
    }
    // The bars are shown, not read: their figures stand on the activities' pages.
    composition.setting.add(
      words.barsTitle(context.report.scheme), composition.label, at: Point(x: columns.bars, y: y + size),
      .artifact(.layout), in: &page.frame)
    composition.setting.headRule(y + size * 1.5, from: left, to: composition.body.maxX, in: &page.frame)
    return y + AreaDivider.headHeight(composition)
  }

  private func set(
    _ row: Row, top: Length, _ places: [Destination], _ body: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let (entry, size) = (row.entry, composition.measures.small.size * 1.1)
    let nameTop = top + (row.height - row.name.height) / 2
    let baseline = nameTop + row.name.baseline
    composition.symbol(entry.verdict.state, at: Point(x: columns.symbol, y: baseline - size * 0.34), in: &page.frame)
    let height = min(composition.measures.bars.height, row.height - .pt(4))
    let bars = Rect(
      x: columns.bars, y: top + (row.height - height) / 2, width: composition.measures.bars.width, height: height)
    PeriodBars(activity: context.report.activities[entry.index], composition: composition).draw(in: bars, &page.frame)
    let element = builder.element(.tableRow, in: body)
    let header = builder.element(.tableHeader, in: element, StructureAttributes(scope: .row))
    let link = builder.element(.link, in: header)
    let (plain, strong) = (
      TextStyle(.condensed, size, composition.ink.text), TextStyle(.condensedBold, size, composition.ink.text)
    )
    composition.setting.add(
      entry.label, strong, at: Point(x: columns.label, y: baseline), .end, builder.leaf(.span, in: link),
      in: &page.frame)
    row.name.followed(by: " ", composition.setting.measuring).place(
      in: &page.frame, at: Point(x: columns.name.left, y: nameTop), composition.setting.measuring,
      builder.leaf(.span, in: link, context.source()))
    let place = places[entry.index]
    let cells: [(String, TextStyle, Length, StructureAttributes)] = [
      (entry.amount, plain, columns.amount, StructureAttributes()),
      (
        entry.percent, strong, columns.percent,
        StructureAttributes(actualText: entry.percent + ", " + composition.words.verdict(entry.verdict.state))
      ),
      (
        String(place.page + 1), TextStyle(.condensed, size, composition.ink.accent), columns.page, StructureAttributes()
      ),
    ]
    for (text, style, x, attributes) in cells {
      let cell = builder.element(.tableData, in: element)
      composition.setting.add(
        text, style, at: Point(x: x, y: baseline), .end, builder.leaf(.span, in: cell, attributes), in: &page.frame)
    }
    let box = Rect(x: left, y: top, width: composition.body.maxX - left, height: row.height)
    composition.link(box, to: place, entry.name.shortened, link, in: &page)
    composition.setting.rule(top + row.height, from: left, to: composition.body.maxX, in: &page.frame)
  }

  private func setFoot(
    below y: Length, in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    var y = y + composition.measures.blockGap
    for block in AreaDivider.foot(area, context, composition) {
      block.place(
        in: &page.frame, at: Point(x: left, y: y), composition.setting.measuring, builder.leaf(.paragraph, in: section))
      y = y + block.height
    }
  }
}
