import Pages
import ReportModel

/// The table of contents: a line for each part with its page, and below it how its activities ended.
struct VolumeContents: Sendable {
  /// One entry.
  struct Entry: Sendable {
    let title: String
    /// Of the part's activities, by state; nil for what is no area.
    var counts: [Verdict.State: Int]?
    var doubtful = 0
    /// Said in place of counts.
    var remark: String?
  }

  private let composition: OverviewComposition
  private let entries: [Entry]
  private let titles: [TextBlock]
  private let pages: [[Range<Int>]]
  private let heights: [Length]
  private let width: Length

  init(_ entries: [Entry], _ composition: OverviewComposition) {
    self.composition = composition
    self.entries = entries
    let measures = composition.measures
    width = (composition.body.width - measures.gutter) / 2
    let titleWidth = width - measures.strong.size * 4
    titles = entries.map {
      composition.title($0.title, composition.style(measures.strong, composition.ink.text), width: titleWidth)
    }
    let bare = zip(entries, titles).map { entry, title in
      title.height + (entry.hasDetails ? measures.small.size * 1.3 : .zero)
    }
    let first = composition.body.height - measures.heading.size * 1.2 - measures.blockGap
    let later = composition.body.height - measures.sentence.size * 1.3 - measures.blockGap
    // As airy as takes no more pages.
    let plans = measures.contentsGaps.map { gap in
      let heights = bare.map { $0 + gap }
      return (heights: heights, pages: ColumnPlan.pages(heights, columns: 2, first: first, later: later))
    }
    let fewest = plans.map(\.pages.count).min() ?? 0
    let chosen = plans.first { $0.pages.count == fewest }
    heights = chosen?.heights ?? []
    pages = chosen?.pages ?? []
  }

  var pageCount: Int { pages.count }

  /// - Parameter places: of the entries, in their order.
  func set(_ places: [Destination]) -> DocumentBuilder {
    var builder = DocumentBuilder("contents")
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(title: composition.words.contents, anchor: .contents))
    var list: StructureElement.ID?
    for (index, columns) in pages.enumerated() {
      var page = Page(frame: Frame(size: composition.setting.paper))
      var top: Length
      if index == 0 {
        top = composition.setHeading(composition.words.contents, .heading2, in: section, page: &page, &builder)
        top = top + composition.measures.blockGap
      } else {
        top = composition.setContinued(composition.words.contents, page: &page)
      }
      let contents = list ?? builder.element(.contents, in: section)
      list = contents
      for (column, range) in columns.enumerated() {
        let x = composition.body.minX + (width + composition.measures.gutter) * Double(column)
        var y = top
        for entry in range {
          let box = Rect(x: x, y: y, width: width, height: heights[entry])
          set(entry, places[entry], box, contents, &page, &builder)
          y = y + heights[entry]
        }
      }
      builder.pages.append(page)
    }
    return builder
  }

  private func set(
    _ index: Int, _ place: Destination, _ box: Rect, _ contents: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let (entry, title, measures) = (entries[index], titles[index], composition.measures)
    let item = builder.element(.contentsItem, in: contents)
    var attributes = StructureAttributes()
    attributes.target = place.anchor
    let link = builder.element(.link, in: builder.element(.reference, in: item, attributes))
    let text = builder.leaf(.span, in: link)
    title.followed(by: " ", composition.setting.measuring).place(
      in: &page.frame, at: box.origin, composition.setting.measuring, text)
    let number = Point(x: box.maxX, y: box.minY + title.baseline)
    let y = box.minY + title.height + measures.small.size * 0.95
    setDetails(entry, at: Point(x: box.minX, y: y), right: box.maxX, in: link, &page.frame, &builder)
    let owner = builder.leaf(.span, in: link)
    composition.setting.add(
      String(place.page + 1), composition.style(measures.strong, composition.ink.accent), at: number, .end, owner,
      in: &page.frame)
    composition.link(box, to: place, entry.title, link, in: &page)
    composition.setting.rule(box.maxY - measures.small.size * 0.3, from: box.minX, to: box.maxX, in: &page.frame)
  }

  /// How many activities, how they ended, and what does not add up.
  private func setDetails(
    _ entry: Entry, at point: Point, right: Length, in link: StructureElement.ID, _ frame: inout Frame,
    _ builder: inout DocumentBuilder
  ) {
    guard entry.hasDetails else { return }
    let size = composition.measures.small.size
    let warning = composition.style(composition.measures.small, composition.ink.warning)
    if let remark = entry.remark {
      composition.setting.add(remark, warning, at: point, builder.leaf(.span, in: link), in: &frame)
    }
    guard let counts = entry.counts else { return }
    let total = composition.words.activities(counts.values.reduce(0, +))
    composition.setting.add(total, composition.quiet, at: point, builder.leaf(.span, in: link), in: &frame)
    var x = point.x + composition.setting.width(total, composition.quiet) + size * 1.2
    for state in Verdict.State.allCases {
      guard let count = counts[state], count > 0 else { continue }
      composition.symbol(state, at: Point(x: x + composition.measures.symbol, y: point.y - size * 0.34), in: &frame)
      let text = builder.leaf(
        .span, in: link, StructureAttributes(actualText: ", " + composition.words.tally(count, state)))
      let label = String(count)
      composition.setting.add(
        label, composition.small, at: Point(x: x + composition.measures.symbol * 2 + size * 0.35, y: point.y), text,
        in: &frame)
      x = x + composition.measures.symbol * 2 + size * 1.2 + composition.setting.width(label, composition.small)
    }
    guard entry.doubtful > 0 else { return }
    composition.setting.add(
      composition.words.doubtfulShort(entry.doubtful), warning, at: Point(x: right, y: point.y), .end,
      builder.leaf(.span, in: link), in: &frame)
  }
}

extension VolumeContents.Entry {
  fileprivate var hasDetails: Bool { counts != nil || remark != nil }
}
