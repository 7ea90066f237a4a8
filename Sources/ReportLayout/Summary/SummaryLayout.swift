import Pages
import ReportModel

/// The summary pages: a sentence, the strip of all activities, lists beside the matrix of periods, and a correction sheet
/// where there are many wrong figures. Planned first, so that others know its pages, then set.
struct SummaryLayout: Sendable {
  private let content: SummaryContent
  private let pen: SummaryPen
  private let pages: [PagePlan]
  private let room: Room
  private let matrix: PeriodMatrix?
  private let sheet: CorrectionSheet?

  /// What the lists were chosen for.
  fileprivate struct Room: Sendable {
    let width: Length
    let height: Length
  }

  fileprivate struct PagePlan: Sendable {
    var stacks: [(left: Length, width: Length, stack: BlockStack)] = []
    var matrix: (left: Length, part: PeriodMatrix.Part)?
    /// Where lists and matrix begin.
    let top: Length
  }

  init(_ context: Context) {
    content = SummaryContent(
      context.report, notes: context.notes, bands: context.options.bands, words: context.words)
    let nowhere = Destination(page: 0, top: .zero)
    let places = SummaryPen.Places(
      activities: context.report.activities.map { _ in nowhere }, table: nowhere, sheet: nowhere)
    var pen = SummaryPen(context, places: places)
    let rows = content.ranked.sorted { $0.index < $1.index }.map { (index: $0.index, label: $0.label) }
    matrix = context.report.periods.count > 1 ? PeriodMatrix(rows, pen) : nil
    sheet = context.notes.count > SummaryMeasures.mostNotes ? CorrectionSheet(content, pen) : nil
    // The larger type where it takes no more pages.
    let (content, matrix) = (content, matrix)
    let plans = pen.measures.rowSizes.map { size in
      var sized = pen
      sized.rowSize = size
      let plan = SummaryLayout.plan(content, matrix, sized)
      return (size: size, pages: plan.pages, room: plan.room)
    }
    let fewest = plans.map(\.pages.count).min() ?? 0
    let chosen = plans.first { $0.pages.count == fewest }
    pen.rowSize = chosen?.size ?? pen.rowSize
    self.pen = pen
    pages = chosen?.pages ?? []
    room = chosen?.room ?? Room(width: context.body.width, height: context.body.height)
  }

  /// With the correction sheet.
  var pageCount: Int { pages.count + (sheet?.pageCount ?? 0) }
}

// Planning
extension SummaryLayout {
  private static func plan(
    _ content: SummaryContent, _ matrix: PeriodMatrix?, _ pen: SummaryPen
  ) -> (pages: [PagePlan], room: Room) {
    let (body, measures) = (pen.context.body, pen.measures)
    var pages: [PagePlan] = []
    var (block, row) = (0, 0)
    let opening = Opening(content, pen)
    let most = (body.width - measures.gutter) * (1 - measures.listShare)
    // A matrix of many periods has pages of its own.
    let isBeside = matrix.map { $0.narrowest <= most } ?? false
    // What a matrix of few does not need is the lists'.
    let least = body.width * measures.leastMatrixShare
    let needed = matrix?.width(in: body.height - opening.height - MatrixFrame(pen, width: least).height) ?? most
    let right = min(most, max(needed, least))
    let share = body.width - measures.gutter - right
    let room = Room(width: isBeside ? share : body.width, height: body.height - opening.height)
    let blocks = SummaryLists(content, pen).blocks(width: room.width, height: room.height)
    let rowCount = matrix?.rows.count ?? 0
    while block < blocks.count || row < rowCount || pages.isEmpty {
      var page = PagePlan(top: body.minY + (pages.isEmpty ? opening.height : Opening.laterHeight(pen)))
      let height = body.maxY - page.top
      if block < blocks.count, isBeside ? row < rowCount : block == 0 {
        page.add(blocks, from: &block, left: body.minX, width: room.width, height: height, pen)
        if isBeside {
          let beside = Rect(x: body.maxX - right, y: page.top, width: right, height: height)
          page.add(matrix, from: &row, in: beside, isAlone: false, pen)
        }
      } else if block < blocks.count {
        page.addColumns(blocks, from: &block, height: height, pen)
      } else {
        page.add(
          matrix, from: &row, in: Rect(x: body.minX, y: page.top, width: body.width, height: height), isAlone: true, pen
        )
      }
      pages.append(page)
    }
    return (pages, room)
  }
}

extension SummaryLayout.PagePlan {
  fileprivate mutating func add(
    _ blocks: [SummaryBlock], from block: inout Int, left: Length, width: Length, height: Length, _ pen: SummaryPen
  ) {
    var stack = BlockStack(blocks, from: block, width: width, height: height)
    block = max(stack.end, block + 1)
    if block >= blocks.count { stack.stretch(blocks, to: height, most: pen.measures.mostStretch) }
    stacks.append((left, width, stack))
  }

  /// Two columns of blocks, as high as one another where that is the end of them.
  fileprivate mutating func addColumns(
    _ blocks: [SummaryBlock], from block: inout Int, height: Length, _ pen: SummaryPen
  ) {
    let body = pen.context.body
    let half = (body.width - pen.measures.gutter) / 2
    func end(_ height: Length) -> Int {
      let first = max(BlockStack(blocks, from: block, width: half, height: height).end, block + 1)
      guard first < blocks.count else { return first }
      return BlockStack(blocks, from: first, width: half, height: height).end
    }
    var least = height
    if end(height) >= blocks.count {
      let all = blocks[block...].reduce(Length.zero) { $0 + $1.gap + $1.height(half) }
      least = min(all / 2, height)
      while least < height, end(least) < blocks.count { least = min(height, least + pen.rowLeading) }
    }
    for column in 0..<2 where block < blocks.count {
      let x = body.minX + (half + pen.measures.gutter) * Double(column)
      var stack = BlockStack(blocks, from: block, width: half, height: least)
      block = max(stack.end, block + 1)
      if least == height { stack.stretch(blocks, to: height, most: .pt(3)) }
      stacks.append((x, half, stack))
    }
  }

  fileprivate mutating func add(
    _ matrix: PeriodMatrix?, from row: inout Int, in room: Rect, isAlone: Bool, _ pen: SummaryPen
  ) {
    guard let matrix else { return }
    let around = MatrixFrame(pen, width: room.width).height
    let part = matrix.part(
      from: row, in: Size(width: room.width, height: room.height - around), isAlone: isAlone)
    row = part.rows.upperBound
    self.matrix = (room.minX, part)
  }
}

// Setting
extension SummaryLayout {
  /// Adds the summary's pages.
  /// - Parameters:
  ///   - title: whose the document's title is, with which the first page opens; nil where the document's is elsewhere.
  ///   - first: the summary's first page in the document.
  func set(
    in section: StructureElement.ID, title: Owner?, first: Int, places: SummaryPen.Places,
    builder: inout DocumentBuilder
  ) {
    var pen = pen
    pen.places = places
    pen.places.sheet = sheet.map { _ in Destination(page: first + pages.count, top: .zero, anchor: .correctionSheet) }
    let body = pen.context.body
    let blocks = SummaryLists(content, pen).blocks(width: room.width, height: room.height)
    var lists: [Int: StructureElement.ID] = [:]
    var tags: PeriodMatrix.Tags?
    for (index, plan) in pages.enumerated() {
      var page = Page(frame: Frame(size: pen.context.paper))
      if index == 0 {
        if let title { DocumentTitle(context: pen.context).set(in: &page.frame, title) }
        Opening(content, pen).set(in: &page, section, builder: &builder)
      } else {
        Opening.setLater(pen, in: &page)
      }
      for (left, width, stack) in plan.stacks {
        for (index, top, height) in stack.blocks {
          let block = blocks[index]
          let parent = block.list.map { list in
            lists[list] ?? builder.element(.list, in: section, StructureAttributes(numbering: .description))
          }
          if let list = block.list { lists[list] = parent }
          let box = Rect(x: left, y: plan.top + top, width: width, height: height)
          block.draw(box, parent ?? section, &page, &builder)
        }
      }
      if let matrix, let (left, part) = plan.matrix {
        let width = (plan.stacks.isEmpty ? body.width : body.maxX - left)
        let around = MatrixFrame(pen, width: width)
        around.setTitle(at: Point(x: left, y: plan.top), isFirst: tags == nil, in: &page, section, &builder)
        let isFirst = tags == nil
        matrix.set(
          part, at: Point(x: left, y: plan.top + around.titleHeight), &tags, in: &page, section, builder: &builder)
        let foot = plan.top + around.titleHeight + matrix.height(part)
        around.setLegend(at: Point(x: left, y: foot), isFirst: isFirst, in: &page, section, &builder)
      }
      builder.pages.append(page)
    }
    sheet?.set(pen, builder: &builder)
  }
}

extension Anchor {
  /// The section of the summary.
  static let summary = Anchor("summary")
  static let correctionSheet = Anchor("correction-sheet")
}

/// Title and legend around the matrix.
private struct MatrixFrame {
  private let pen: SummaryPen
  private let title: TextBlock
  private let legend: TextBlock

  init(_ pen: SummaryPen, width: Length) {
    self.pen = pen
    let (heading, small) = (pen.measures.heading, pen.measures.small)
    title = pen.context.block(
      pen.words.whenTitle(pen.context.report.scheme), heading, pen.ink.text, leading: heading.size * 1.25, width: width)
    legend = pen.context.block(
      pen.words.whenLegend(pen.context.options.bands), (pen.measures.face, small.size), pen.ink.quiet,
      leading: small.size * 1.2, width: width)
  }

  var titleHeight: Length { title.height }
  private var gap: Length { pen.measures.small.size * 0.6 }
  var height: Length { title.height + gap + legend.height }

  func setTitle(
    at point: Point, isFirst: Bool, in page: inout Page, _ section: StructureElement.ID,
    _ builder: inout DocumentBuilder
  ) {
    let owner = isFirst ? builder.leaf(.heading3, in: section) : .artifact(.pagination)
    title.place(in: &page.frame, at: point, pen.measuring, owner)
  }

  func setLegend(
    at point: Point, isFirst: Bool, in page: inout Page, _ section: StructureElement.ID,
    _ builder: inout DocumentBuilder
  ) {
    let owner = isFirst ? builder.leaf(.paragraph, in: section) : .artifact(.pagination)
    legend.place(in: &page.frame, at: Point(x: point.x, y: point.y + gap), pen.measuring, owner)
  }
}

/// What stands across the first page: heading, sentence, strip and its legend, below the document's title.
private struct Opening {
  private let pen: SummaryPen
  private let title: TextBlock
  private let sentence: TextBlock
  private let strip: VerdictStrip
  /// In the strip's place where that would take too much of the page.
  private let shares: VerdictShares?
  private let legend: VerdictLegend

  init(_ content: SummaryContent, _ pen: SummaryPen) {
    self.pen = pen
    let (measures, width) = (pen.measures, pen.context.body.width)
    title = pen.context.block(
      pen.words.summaryTitle(content.ranked.count), measures.opening, pen.ink.text,
      leading: measures.opening.size * 1.2, width: width)
    sentence = pen.context.block(
      content.sentence(pen.words), measures.sentence, pen.ink.text, leading: measures.sentence.size * 1.3, width: width)
    strip = VerdictStrip(content.ranked, width: width, pen)
    let isTooHigh = strip.height > pen.context.body.height * measures.mostStripShare
    shares = isTooHigh ? VerdictShares(content.ranked, width: width, pen) : nil
    legend = VerdictLegend(content.count, bands: pen.context.options.bands, width: width, pen)
  }

  private var gap: Length { pen.measures.blockGap }
  private var stripHeight: Length { shares?.height ?? strip.height }

  var height: Length {
    DocumentTitle(context: pen.context).height + title.height + sentence.height + gap * 0.5 + stripHeight + gap * 0.3
      + legend.height + gap
  }

  func set(in page: inout Page, _ section: StructureElement.ID, builder: inout DocumentBuilder) {
    var point = pen.context.body.origin
    point.y = point.y + DocumentTitle(context: pen.context).height
    title.place(in: &page.frame, at: point, pen.measuring, builder.leaf(.heading2, in: section))
    point.y = point.y + title.height
    sentence.place(in: &page.frame, at: point, pen.measuring, builder.leaf(.paragraph, in: section))
    point.y = point.y + sentence.height + gap * 0.5
    if let shares {
      shares.set(at: point, in: &page.frame)
    } else {
      strip.set(at: point, in: &page, section, builder: &builder)
    }
    point.y = point.y + stripHeight + gap * 0.3
    legend.set(at: point, in: &page, section, builder: &builder)
  }

  static func laterHeight(_ pen: SummaryPen) -> Length { pen.measures.sentence.size * 1.3 + pen.measures.blockGap }

  static func setLater(_ pen: SummaryPen, in page: inout Page) {
    let size = pen.measures.sentence.size
    let origin = pen.context.body.origin
    let text = pen.words.summary + ", " + pen.words.continued
    let line = pen.measuring.line(
      text, TextStyle(.bold, size, pen.ink.text), at: Point(x: origin.x, y: origin.y + size))
    page.frame.add(.text(line), .artifact(.pagination))
  }
}
