import Pages
import ReportModel

/// The pages that set this year beside the one before: for each activity that goes on both per cents on one scale and what
/// lies between; below, what ended, what is new, and what the office must decide.
struct ComparisonLayout: Sendable {
  private let context: Context
  private let comparison: YearComparison
  private let texts: ComparisonTexts
  private let composition: OverviewComposition
  private let columns: Columns
  private let blocks: [Block]
  private let pages: [Range<Int>]

  /// A piece that is never divided.
  private enum Piece: Sendable {
    case pair(Pair)
    /// - Parameter heading: above it, with its colour.
    case text(TextBlock, heading: (text: String, color: Color)?)
  }

  private struct Block: Sendable {
    let piece: Piece
    let height: Length

    var isPair: Bool { if case .pair = piece { true } else { false } }
  }

  private struct Pair: Sendable {
    let index: Int
    let label: String
    let name: TextBlock
    let remark: TextBlock
    let old: PreviousActivity
    let new: Verdict
  }

  /// Left edges and right ends.
  private struct Columns: Sendable {
    let label: Length
    let name: (left: Length, width: Length)
    let scale: (left: Length, width: Length)
    let old: Length
    let new: Length
    let difference: Length
    let page: Length
  }

  init(_ context: Context, _ comparison: YearComparison) {
    self.context = context
    self.comparison = comparison
    let composition = OverviewComposition(context.setting)
    self.composition = composition
    let columns = ComparisonLayout.columns(context, composition)
    self.columns = columns
    let pairs = comparison.years.pairs.map { pair in
      ComparisonLayout.pair(pair, context, comparison, columns, composition)
    }
    let texts = ComparisonTexts(context.report, comparison, context.words, isPart: context.volume != nil)
    self.texts = texts
    blocks = pairs + ComparisonLayout.lists(texts, composition)
    let opening = ComparisonLayout.opening(texts, composition).height
    let head = ComparisonLayout.headHeight(composition)
    let later = composition.measures.sentence.size * 1.3 + composition.measures.blockGap
    let planned = ColumnPlan.pages(
      blocks.map(\.height), columns: 1, first: composition.body.height - opening - head,
      later: composition.body.height - later - head
    ).compactMap(\.first)
    pages = planned.isEmpty ? [0..<0] : planned
  }

  var pageCount: Int { pages.count }
}

// Planning
extension ComparisonLayout {
  private static func headHeight(_ composition: OverviewComposition) -> Length { composition.measures.small.size * 3.4 }

  private static func columns(_ context: Context, _ composition: OverviewComposition) -> Columns {
    let (size, right, left) = (composition.measures.small.size, composition.body.maxX, composition.body.minX)
    let numbers = context.report.activities.enumerated().map { $1.number?.value ?? String($0 + 1) }
    let strong = TextStyle(.condensedBold, size * 1.1, .black)
    let label = min(numbers.map { composition.setting.width($0, strong) }.max() ?? .zero, size * 6)
    let step = size * 6.2
    let difference = right - size * 5
    let new = difference - step * 1.25
    let old = new - step
    // The scale has what names and figures leave.
    let start = left + composition.body.width * 0.4
    let scale = (left: start, width: old - step - start)
    let name = left + label + size * 0.8
    return Columns(
      label: left + label, name: (name, scale.left - name - size * 2), scale: scale, old: old, new: new,
      difference: difference, page: right)
  }

  private static func pair(
    _ pair: YearOnYear.Pair, _ context: Context, _ comparison: YearComparison, _ columns: Columns,
    _ composition: OverviewComposition
  ) -> Block {
    let (activity, old) = (context.report.activities[pair.current], comparison.previous.activities[pair.previous])
    let (words, size) = (composition.words, composition.measures.small.size)
    var remarks = [words.previousFigures(old, year: comparison.previous.year)]
    if old.name != activity.name.value || old.number != activity.number?.value {
      remarks.append(words.previousName(old))
    }
    if let before = old.goal, let now = activity.annual.goal.quantity, before != now {
      remarks.append(words.otherGoal(before, now))
    }
    if let before = old.unit, let now = activity.unit?.value, before != now {
      remarks.append(words.otherUnit(before, now))
    }
    let name = composition.block(
      activity.name.value, TextStyle(.condensedBold, size * 1.1, composition.ink.text), width: columns.name.width,
      leading: 1.15
    )
    let remark = composition.block(
      composition.setting.printable(remarks.joined(separator: "; ")),
      TextStyle(.condensed, size, composition.ink.quiet),
      width: columns.name.width, leading: 1.15)
    let row = Pair(
      index: pair.current, label: activity.number?.value ?? String(pair.current + 1), name: name, remark: remark,
      old: old, new: Verdict(of: activity, bands: context.options.bands))
    return Block(piece: .pair(row), height: name.height + remark.height + size * 0.9)
  }

  /// A heading stays with the first text below it.
  private static func lists(_ texts: ComparisonTexts, _ composition: OverviewComposition) -> [Block] {
    texts.lists.flatMap { list in
      let advice = list.advice.map { text(composition.setting.printable($0), composition.quiet, composition) }
      let items = list.items.map {
        text(
          composition.setting.printable($0),
          TextStyle(.condensed, composition.measures.small.size * 1.1, composition.ink.text), composition)
      }
      let color = list.isToBeDecided ? composition.ink.warning : composition.ink.text
      return ([advice].compactMap { $0 } + items).enumerated().map { index, text in
        let heading = index == 0 ? (list.heading + " (\(list.items.count))", color) : nil
        let above = heading == nil ? .zero : composition.measures.strong.size * 2.2
        return Block(
          piece: .text(text, heading: heading), height: above + text.height + composition.measures.small.size * 0.3)
      }
    }
  }

  private static func text(_ text: String, _ style: TextStyle, _ composition: OverviewComposition) -> TextBlock {
    composition.block(text, style, width: composition.body.width, leading: 1.2)
  }

  private static func opening(
    _ texts: ComparisonTexts, _ composition: OverviewComposition
  ) -> (title: TextBlock, sentence: TextBlock, height: Length) {
    let (measures, width) = (composition.measures, composition.body.width)
    let title = composition.title(
      texts.title, composition.style(measures.heading, composition.ink.text), width: width, leading: 1.2)
    let sentence = composition.block(
      texts.sentence, composition.style(measures.sentence, composition.ink.text), width: width)
    return (title, sentence, title.height + sentence.height + measures.blockGap)
  }
}

// Setting
extension ComparisonLayout {
  /// - Parameter places: of the activities.
  func set(_ places: [Destination], builder: inout DocumentBuilder) {
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(title: texts.title, anchor: .comparison))
    var table: StructureElement.ID?
    for (index, range) in pages.enumerated() {
      var page = Page(frame: Frame(size: composition.setting.paper))
      var y = index == 0 ? setOpening(in: section, &page, &builder) : composition.setContinued(texts.title, page: &page)
      let pairs = blocks[range].filter(\.isPair)
      var body: StructureElement.ID?
      if !pairs.isEmpty {
        let element = table ?? builder.element(.table, in: section)
        let foot = y + ComparisonLayout.headHeight(composition) + pairs.reduce(.zero) { $0 + $1.height }
        y = setHead(table == nil ? element : nil, at: y, to: foot, &page, &builder)
        table = element
        body = builder.element(.tableBody, in: element)
      }
      for block in blocks[range] {
        set(block, at: y, in: section, body, places, &page, &builder)
        y = y + block.height
      }
      builder.pages.append(page)
    }
  }

  private func setOpening(
    in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let opening = ComparisonLayout.opening(texts, composition)
    let origin = composition.body.origin
    opening.title.place(
      in: &page.frame, at: origin, composition.setting.measuring, builder.leaf(.heading2, in: section))
    opening.sentence.place(
      in: &page.frame, at: Point(x: origin.x, y: origin.y + opening.title.height), composition.setting.measuring,
      builder.leaf(.paragraph, in: section))
    return origin.y + opening.height
  }

  /// The columns' names and the scale, whose lines run down to `foot`; returns where the rows begin.
  private func setHead(
    _ table: StructureElement.ID?, at y: Length, to foot: Length, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let (words, size) = (composition.words, composition.measures.small.size)
    let row = table.map { builder.element(.tableRow, in: builder.element(.tableHead, in: $0)) }
    let heads: [(String, Length, TextAlignment)] = [
      (words.goesOn, composition.body.minX, .start), (words.previousYear(comparison.previous.year), columns.old, .end),
      (thisYear, columns.new, .end),
      (words.difference, columns.difference, .end), (words.pageColumn, columns.page, .end),
    ]
    for (text, x, alignment) in heads {
      let owner =
        row.map { builder.leaf(.tableHeader, in: $0, StructureAttributes(scope: .column)) } ?? .artifact(.pagination)
      composition.setting.add(
        text, composition.label, at: Point(x: x, y: y + size * 2.2), alignment, owner, in: &page.frame)
    }
    // The scale is shown, not read: both per cents stand beside it.
    composition.setting.add(
      words.shareOfGoal, composition.label, at: Point(x: columns.scale.left, y: y + size), .artifact(.layout),
      in: &page.frame)
    setLegend(baseline: y + size, in: &page.frame)
    let top = y + ComparisonLayout.headHeight(composition) - size * 0.6
    for percent in [0, 50, 100, 150] {
      let x = position(Double(percent))
      composition.setting.add(
        words.percent(Quantity(percent)), composition.quiet, at: Point(x: x, y: y + size * 2.2), .center,
        .artifact(.layout),
        in: &page.frame)
      let line = Path.line(from: Point(x: x, y: top), to: Point(x: x, y: foot))
      let stroke = percent == 100 ? Stroke(composition.ink.text, .pt(1)) : Stroke(composition.ink.hairline, .pt(0.5))
      composition.setting.draw(Shape(line, stroke: stroke), in: &page.frame)
    }
    composition.setting.headRule(top, from: composition.body.minX, to: composition.body.maxX, in: &page.frame)
    return y + ComparisonLayout.headHeight(composition)
  }

  /// On the scale from 0 to 150 per cent; what lies beyond stands at its end.
  private func position(_ percent: Double) -> Length {
    columns.scale.left + columns.scale.width * (min(max(percent, 0), 150) / 150)
  }

  private func set(
    _ block: Block, at y: Length, in section: StructureElement.ID, _ body: StructureElement.ID?,
    _ places: [Destination],
    _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    switch block.piece {
    case .pair(let pair):
      guard let body else { return }
      set(pair, top: y, height: block.height, body, places, &page, &builder)
    case .text(let text, let heading):
      var y = y
      if let heading {
        let style = composition.style(composition.measures.strong, heading.color)
        composition.setting.add(
          heading.text, style, at: Point(x: composition.body.minX, y: y + style.size * 1.7),
          builder.leaf(.heading3, in: section), in: &page.frame)
        y = y + style.size * 2.2
      }
      text.place(
        in: &page.frame, at: Point(x: composition.body.minX, y: y), composition.setting.measuring,
        builder.leaf(.paragraph, in: section)
      )
    }
  }

  private func set(
    _ pair: Pair, top: Length, height: Length, _ body: StructureElement.ID, _ places: [Destination],
    _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let size = composition.measures.small.size
    let (plain, strong) = (
      TextStyle(.condensed, size * 1.1, composition.ink.text),
      TextStyle(.condensedBold, size * 1.1, composition.ink.text)
    )
    let nameTop = top + size * 0.4
    let baseline = nameTop + pair.name.baseline
    drawDumbbell(pair, middle: top + height / 2, in: &page.frame)
    let element = builder.element(.tableRow, in: body)
    let header = builder.element(.tableHeader, in: element, StructureAttributes(scope: .row))
    let link = builder.element(.link, in: header)
    composition.setting.add(
      pair.label, strong, at: Point(x: columns.label, y: baseline), .end, builder.leaf(.span, in: link), in: &page.frame
    )
    pair.name.followed(by: " ", composition.setting.measuring).place(
      in: &page.frame, at: Point(x: columns.name.left, y: nameTop), composition.setting.measuring,
      builder.leaf(.span, in: link, context.source()))
    pair.remark.place(
      in: &page.frame, at: Point(x: columns.name.left, y: nameTop + pair.name.height), composition.setting.measuring,
      builder.leaf(.span, in: link))
    let place = places[pair.index]
    let middle = top + height / 2 + size * 0.36
    let cells: [(String, TextStyle, Length)] = [
      (percent(pair.old), plain, columns.old), (composition.words.percent(pair.new), strong, columns.new),
      (difference(pair), plain, columns.difference),
      (String(place.page + 1), TextStyle(.condensed, size * 1.1, composition.ink.accent), columns.page),
    ]
    for (text, style, x) in cells {
      composition.setting.add(
        text, style, at: Point(x: x, y: middle), .end, builder.leaf(.tableData, in: element), in: &page.frame)
    }
    let box = Rect(x: composition.body.minX, y: top, width: composition.body.width, height: height)
    composition.link(box, to: place, context.report.activities[pair.index].name.value.shortened, link, in: &page)
    composition.setting.rule(top + height, from: composition.body.minX, to: composition.body.maxX, in: &page.frame)
  }

  /// Of the goal; where nothing was programmed or nothing said, that.
  private func percent(_ old: PreviousActivity) -> String {
    if let percentage = old.percentage { return composition.words.percent(percentage.quantity) }
    return old.goal?.isZero == true && old.real != nil ? composition.words.notProgrammed : composition.words.noData
  }

  /// In points, with its sign; a dash where either year has no ratio.
  private func difference(_ pair: Pair) -> String {
    guard let old = pair.old.percentage, let new = pair.new.percent else { return "\u{2013}" }
    let points = Quantity(coefficient: new.tenths - old.tenths, scale: 1)
    return composition.words.points(Numerals.text(points, plus: true), isOne: points == Quantity(1))
  }

  /// The year before hollow, this year solid, and a line between; what lies beyond the scale has an arrow behind it.
  private func drawDumbbell(_ pair: Pair, middle y: Length, in frame: inout Frame) {
    func x(_ share: Percentage?) -> Length? { share.map { position(Double($0.tenths) / 10) } }
    let (before, now) = (pair.old.percentage, pair.new.percent)
    if let old = x(before), let new = x(now) {
      let line = Path.line(from: Point(x: old, y: y), to: Point(x: new, y: y))
      composition.setting.draw(Shape(line, stroke: Stroke(composition.ink.quiet, .pt(1))), in: &frame)
    }
    if let old = x(before) { drawRing(at: Point(x: old, y: y), in: &frame) }
    if let new = x(now) { drawDot(at: Point(x: new, y: y), composition.color(of: pair.new.state), in: &frame) }
    if [before, now].contains(where: { ($0?.tenths ?? 0) > 1500 }) { drawArrow(middle: y, in: &frame) }
  }

  private var radius: Length { composition.measures.symbol * 1.1 }

  private func drawRing(at center: Point, in frame: inout Frame) {
    let ring = Path.circle(center: center, radius: radius)
    composition.setting.draw(
      Shape(ring, fill: composition.ink.paper, stroke: Stroke(composition.ink.text, .pt(1.1))), in: &frame)
  }

  private func drawDot(at center: Point, _ color: Color, in frame: inout Frame) {
    composition.setting.draw(Shape(.circle(center: center, radius: radius), fill: color), in: &frame)
  }

  private func drawArrow(middle y: Length, in frame: inout Frame) {
    let (x, half) = (columns.scale.left + columns.scale.width + radius * 2, radius * 0.8)
    for side in [half * -1, half] {
      let line = Path.line(from: Point(x: x, y: y + side), to: Point(x: x + half, y: y))
      composition.setting.draw(Shape(line, stroke: Stroke(composition.ink.text, .pt(1))), in: &frame)
    }
  }

  /// Which mark is which year, at the right above the scale.
  private func setLegend(baseline y: Length, in frame: inout Frame) {
    let (size, years) = (
      composition.measures.small.size, [composition.words.previousYear(comparison.previous.year), thisYear]
    )
    var x = columns.scale.left + columns.scale.width
    for (index, year) in years.enumerated().reversed() {
      composition.setting.add(year, composition.quiet, at: Point(x: x, y: y), .end, .artifact(.layout), in: &frame)
      x = x - composition.setting.width(year, composition.quiet) - size * 0.4 - radius
      let center = Point(x: x, y: y - size * 0.36)
      if index == 0 {
        drawRing(at: center, in: &frame)
      } else {
        drawDot(at: center, composition.ink.accent, in: &frame)
      }
      x = x - radius - size
    }
  }

  private var thisYear: String { context.report.year.map { String($0.value) } ?? composition.words.year }
}

extension Anchor {
  /// The section of the comparison.
  static let comparison = Anchor("comparison")
}
