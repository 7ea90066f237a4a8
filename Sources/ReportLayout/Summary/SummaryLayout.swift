import Pages
import ReportModel

/// The summary pages: a sentence, the strip of all activities, lists beside the matrix of periods, and a correction sheet
/// where there are many wrong figures. Planned first, so that others know its pages, then set.
struct SummaryLayout: Sendable {
  private let content: SummaryContent
  private let composition: SummaryComposition
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
    let places = SummaryComposition.Places(
      activities: context.report.activities.map { _ in nowhere }, table: nowhere, sheet: nowhere)
    var composition = SummaryComposition(context, places: places)
    let rows = content.ranked.sorted { $0.index < $1.index }.map { (index: $0.index, label: $0.label) }
    matrix = context.report.periods.count > 1 ? PeriodMatrix(rows, composition) : nil
    sheet = context.notes.count > SummaryMeasures.mostNotes ? CorrectionSheet(content, composition) : nil
    // The larger type where it takes no more pages.
    let (content, matrix) = (content, matrix)
    let plans = composition.measures.rowSizes.map { size in
      var sized = composition
      sized.rowSize = size
      let plan = SummaryLayout.plan(content, matrix, sized)
      return (size: size, pages: plan.pages, room: plan.room)
    }
    let fewest = plans.map(\.pages.count).min() ?? 0
    let chosen = plans.first { $0.pages.count == fewest }
    composition.rowSize = chosen?.size ?? composition.rowSize
    self.composition = composition
    pages = chosen?.pages ?? []
    room = chosen?.room ?? Room(width: context.body.width, height: context.body.height)
  }

  /// With the correction sheet.
  var pageCount: Int { pages.count + (sheet?.pageCount ?? 0) }
}

// Planning
extension SummaryLayout {
  private static func plan(
    _ content: SummaryContent, _ matrix: PeriodMatrix?, _ composition: SummaryComposition
  ) -> (pages: [PagePlan], room: Room) {
    let (body, measures) = (composition.context.body, composition.measures)
    var pages: [PagePlan] = []
    var (block, row) = (0, 0)
    let opening = Opening(content, composition)
    let most = (body.width - measures.gutter) * (1 - measures.listShare)
    // A matrix of many periods has pages of its own.
    let isBeside = matrix.map { $0.narrowest <= most } ?? false
    // What a matrix of few does not need is the lists'.
    let least = body.width * measures.leastMatrixShare
    let needed = matrix?.width(in: body.height - opening.height - MatrixFrame(composition, width: least).height) ?? most
    let right = min(most, max(needed, least))
    let share = body.width - measures.gutter - right
    let room = Room(width: isBeside ? share : body.width, height: body.height - opening.height)
    let blocks = SummaryLists(content, composition).blocks(width: room.width, height: room.height)
    let rowCount = matrix?.rows.count ?? 0
    while block < blocks.count || row < rowCount || pages.isEmpty {
      var page = PagePlan(top: body.minY + (pages.isEmpty ? opening.height : Opening.laterHeight(composition)))
      let height = body.maxY - page.top
      if block < blocks.count, isBeside ? row < rowCount : block == 0 {
        page.add(blocks, from: &block, left: body.minX, width: room.width, height: height, composition)
        if isBeside {
          let beside = Rect(x: body.maxX - right, y: page.top, width: right, height: height)
          page.add(matrix, from: &row, in: beside, isAlone: false, composition)
        }
      } else if block < blocks.count {
        page.addColumns(blocks, from: &block, height: height, composition)
      } else {
        page.add(
          matrix, from: &row, in: Rect(x: body.minX, y: page.top, width: body.width, height: height), isAlone: true,
          composition
        )
      }
      pages.append(page)
    }
    return (pages, room)
  }
}

extension SummaryLayout.PagePlan {
  fileprivate mutating func add(
    _ blocks: [SummaryBlock], from block: inout Int, left: Length, width: Length, height: Length,
    _ composition: SummaryComposition
  ) {
    var stack = BlockStack(blocks, from: block, width: width, height: height)
    block = max(stack.end, block + 1)
    if block >= blocks.count { stack.stretch(blocks, to: height, most: composition.measures.mostStretch) }
    stacks.append((left, width, stack))
  }

  /// Two columns of blocks, as high as one another where that is the end of them.
  fileprivate mutating func addColumns(
    _ blocks: [SummaryBlock], from block: inout Int, height: Length, _ composition: SummaryComposition
  ) {
    let body = composition.context.body
    let half = (body.width - composition.measures.gutter) / 2
    func end(_ height: Length) -> Int {
      let first = max(BlockStack(blocks, from: block, width: half, height: height).end, block + 1)
      guard first < blocks.count else { return first }
      return BlockStack(blocks, from: first, width: half, height: height).end
    }
    var least = height
    if end(height) >= blocks.count {
      let all = blocks[block...].reduce(Length.zero) { $0 + $1.gap + $1.height(half) }
      least = min(all / 2, height)
      while least < height, end(least) < blocks.count { least = min(height, least + composition.rowLeading) }
    }
    for column in 0..<2 where block < blocks.count {
      let x = body.minX + (half + composition.measures.gutter) * Double(column)
      var stack = BlockStack(blocks, from: block, width: half, height: least)
      block = max(stack.end, block + 1)
      if least == height { stack.stretch(blocks, to: height, most: .pt(3)) }
      stacks.append((x, half, stack))
    }
  }

  fileprivate mutating func add(
    _ matrix: PeriodMatrix?, from row: inout Int, in room: Rect, isAlone: Bool, _ composition: SummaryComposition
  ) {
    guard let matrix else { return }
    let around = MatrixFrame(composition, width: room.width).height
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
    in section: StructureElement.ID, title: Owner?, first: Int, places: SummaryComposition.Places,
    builder: inout DocumentBuilder
  ) {
    var composition = composition
    composition.places = places
    composition.places.sheet = sheet.map { _ in
      Destination(page: first + pages.count, top: .zero, anchor: .correctionSheet)
    }
    let body = composition.context.body
    let blocks = SummaryLists(content, composition).blocks(width: room.width, height: room.height)
    var lists: [Int: StructureElement.ID] = [:]
    var tags: PeriodMatrix.Tags?
    for (index, plan) in pages.enumerated() {
      var page = Page(frame: Frame(size: composition.context.paper))
      if index == 0 {
        if let title { DocumentTitle(context: composition.context).set(in: &page.frame, title) }
        Opening(content, composition).set(in: &page, section, builder: &builder)
      } else {
        Opening.setLater(composition, in: &page)
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
        let around = MatrixFrame(composition, width: width)
        around.setTitle(at: Point(x: left, y: plan.top), isFirst: tags == nil, in: &page, section, &builder)
        let isFirst = tags == nil
        matrix.set(
          part, at: Point(x: left, y: plan.top + around.titleHeight), &tags, in: &page, section, builder: &builder)
        let foot = plan.top + around.titleHeight + matrix.height(part)
        around.setLegend(at: Point(x: left, y: foot), isFirst: isFirst, in: &page, section, &builder)
      }
      builder.pages.append(page)
    }
    sheet?.set(composition, builder: &builder)
  }
}

extension Anchor {
  /// The section of the summary.
  static let summary = Anchor("summary")
  static let correctionSheet = Anchor("correction-sheet")
}

/// Title and legend around the matrix.
private struct MatrixFrame {
  private let composition: SummaryComposition
  private let title: TextBlock
  private let legend: TextBlock

  init(_ composition: SummaryComposition, width: Length) {
    self.composition = composition
    let (heading, small) = (composition.measures.heading, composition.measures.small)
    title = composition.context.block(
      composition.words.whenTitle(composition.context.report.scheme), heading, composition.ink.text,
      leading: heading.size * 1.25, width: width)
    legend = composition.context.block(
      composition.words.whenLegend(composition.context.options.bands), (composition.measures.face, small.size),
      composition.ink.quiet,
      leading: small.size * 1.2, width: width)
  }

  var titleHeight: Length { title.height }
  private var gap: Length { composition.measures.small.size * 0.6 }
  var height: Length { title.height + gap + legend.height }

  func setTitle(
    at point: Point, isFirst: Bool, in page: inout Page, _ section: StructureElement.ID,
    _ builder: inout DocumentBuilder
  ) {
    let owner = isFirst ? builder.leaf(.heading3, in: section) : .artifact(.pagination)
    title.place(in: &page.frame, at: point, composition.measuring, owner)
  }

  func setLegend(
    at point: Point, isFirst: Bool, in page: inout Page, _ section: StructureElement.ID,
    _ builder: inout DocumentBuilder
  ) {
    let owner = isFirst ? builder.leaf(.paragraph, in: section) : .artifact(.pagination)
    legend.place(in: &page.frame, at: Point(x: point.x, y: point.y + gap), composition.measuring, owner)
  }
}

/// What stands across the first page: heading, sentence, strip and its legend, below the document's title.
private struct Opening {
  private let composition: SummaryComposition
  private let title: TextBlock
  private let sentence: TextBlock
  private let strip: VerdictStrip
  /// In the strip's place where that would take too much of the page.
  private let shares: VerdictShares?
  private let legend: VerdictLegend

  init(_ content: SummaryContent, _ composition: SummaryComposition) {
    self.composition = composition
    let (measures, width) = (composition.measures, composition.context.body.width)
    title = composition.context.block(
      composition.words.summaryTitle(content.ranked.count), measures.opening, composition.ink.text,
      leading: measures.opening.size * 1.2, width: width)
    sentence = composition.context.block(
      content.sentence(composition.words), measures.sentence, composition.ink.text,
      leading: measures.sentence.size * 1.3, width: width)
    strip = VerdictStrip(content.ranked, width: width, composition)
    let isTooHigh = strip.height > composition.context.body.height * measures.mostStripShare
    shares = isTooHigh ? VerdictShares(content.ranked, width: width, composition) : nil
    legend = VerdictLegend(content.count, bands: composition.context.options.bands, width: width, composition)
  }

  private var gap: Length { composition.measures.blockGap }
  private var stripHeight: Length { shares?.height ?? strip.height }

  var height: Length {
    DocumentTitle(context: composition.context).height + title.height + sentence.height + gap * 0.5 + stripHeight + gap
      * 0.3
      + legend.height + gap
  }

  func set(in page: inout Page, _ section: StructureElement.ID, builder: inout DocumentBuilder) {
    var point = composition.context.body.origin
    point.y = point.y + DocumentTitle(context: composition.context).height
    title.place(in: &page.frame, at: point, composition.measuring, builder.leaf(.heading2, in: section))
    point.y = point.y + title.height
    sentence.place(in: &page.frame, at: point, composition.measuring, builder.leaf(.paragraph, in: section))
    point.y = point.y + sentence.height + gap * 0.5
    if let shares {
      shares.set(at: point, in: &page.frame)
    } else {
      strip.set(at: point, in: &page, section, builder: &builder)
    }
    point.y = point.y + stripHeight + gap * 0.3
    legend.set(at: point, in: &page, section, builder: &builder)
  }

  static func laterHeight(_ composition: SummaryComposition) -> Length {
    composition.measures.sentence.size * 1.3 + composition.measures.blockGap
  }

  static func setLater(_ composition: SummaryComposition, in page: inout Page) {
    let size = composition.measures.sentence.size
    let origin = composition.context.body.origin
    let text = composition.words.summary + ", " + composition.words.continued
    let line = composition.measuring.line(
      text, TextStyle(.bold, size, composition.ink.text), at: Point(x: origin.x, y: origin.y + size))
    page.frame.add(.text(line), .artifact(.pagination))
  }
}
