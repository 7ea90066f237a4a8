import Pages
import ReportModel

/// The summary's lists: what is below, what is far above, and the figures that do not add up; and what else there is room
/// for, in whole lists.
struct SummaryLists {
  private let content: SummaryContent
  private let composition: SummaryComposition
  private let rows: GoalRows

  init(_ content: SummaryContent, _ composition: SummaryComposition) {
    self.content = content
    self.composition = composition
    rows = GoalRows(content.ranked.filter { $0.share != nil }, composition)
  }

  private enum Kind: Int { case below, above, within, notes }

  /// - Parameters:
  ///   - width: of the column of the first page.
  ///   - height: of that column: lists that need not be there are there if all of them fit.
  func blocks(width: Length, height: Length) -> [SummaryBlock] {
    func total(_ blocks: [SummaryBlock]) -> Length { blocks.reduce(.zero) { $0 + $1.gap + $1.height(width) } }
    let notes = noteBlocks
    func lists(_ most: Int) -> (below: [SummaryBlock], far: [SummaryBlock]) {
      (
        list(.below, composition.words.belowHeading, content.below, most),
        list(.above, composition.words.farAbove(content.farAbovePercent), content.farAbove, most)
      )
    }
    // Long reports name as many of each as the first page has room for.
    var most = content.ranked.count > SummaryMeasures.longReport ? SummaryMeasures.mostOfAList : Int.max
    var (below, far) = lists(most)
    while most > SummaryMeasures.leastOfAList, most < Int.max, total(below) + total(far) + total(notes) > height {
      most -= 1
      (below, far) = lists(most)
    }
    let all = list(.above, composition.words.aboveHeading, content.above, most)
    let within = list(.within, composition.words.withinHeading, content.within, most)
    let needed = total(below) + total(notes)
    let above = needed + total(all) <= height ? all : far
    var left = height - needed - total(above)
    if total(within) <= left { return spaced(below + above + within + notes) }
    // With little to tell, the page still shows how the year went.
    guard left > height * 0.5 else { return spaced(below + above + notes) }
    if above.isEmpty, !all.isEmpty {
      let part = beginning(of: .above, composition.words.aboveHeading, content.above, width, height: left)
      left = left - total(part)
      return spaced(below + part + notes)
    }
    return spaced(
      below + above + beginning(of: .within, composition.words.withinHeading, content.within, width, height: left)
        + notes)
  }

  /// No space above the first.
  private func spaced(_ blocks: [SummaryBlock]) -> [SummaryBlock] {
    var blocks = blocks
    if !blocks.isEmpty { blocks[0].gap = .zero }
    return blocks
  }

  private func list(
    _ kind: Kind, _ heading: String, _ entries: [SummaryContent.Entry], _ most: Int
  ) -> [SummaryBlock] {
    guard !entries.isEmpty else { return [] }
    let isLong = entries.count > most
    let shown = isLong ? Array(entries.prefix(most)) : entries
    return [rows.heading(heading, gap: composition.measures.blockGap)]
      + shown.map { rows.block($0, list: kind.rawValue) }
      + (isLong ? [more(entries.count - shown.count)] : [])
  }

  /// As many of a list as fit, with the number of those that do not.
  private func beginning(
    of kind: Kind, _ heading: String, _ entries: [SummaryContent.Entry], _ width: Length, height: Length
  ) -> [SummaryBlock] {
    let head = rows.heading(heading, gap: composition.measures.blockGap)
    var left = height - head.gap - head.height(width) - more(1).height(width)
    var blocks: [SummaryBlock] = []
    for entry in entries {
      let block = rows.block(entry, list: kind.rawValue)
      left = left - block.height(width)
      guard left >= .zero else { break }
      blocks.append(block)
    }
    guard blocks.count > 2 else { return [] }
    return [head] + blocks + (blocks.count < entries.count ? [more(entries.count - blocks.count)] : [])
  }

  private func more(_ count: Int) -> SummaryBlock {
    line(to: composition.places.table) { [words = composition.words] in words.more(count, page: $0) }
  }
}

// Wrong figures
extension SummaryLists {
  private var noteBlocks: [SummaryBlock] {
    guard !content.notes.isEmpty else { return [] }
    let (composition, font) = (composition, composition.measures.heading)
    let isLong = content.notes.count > SummaryMeasures.mostNotes
    let shown = isLong ? SummaryMeasures.notesBesideSheet : content.notes.count
    let heading = SummaryBlock(
      keepsWithNext: true, gap: composition.measures.blockGap, height: { _ in font.size * 1.6 },
      draw: { box, parent, page, builder in
        composition.add(
          composition.words.wrongFigures, TextStyle(font.face, font.size, composition.ink.text),
          at: Point(x: box.minX, y: box.minY + font.size), .start, builder.leaf(.heading3, in: parent), in: &page.frame)
      })
    return [heading] + content.notes.prefix(shown).map(block)
      + (isLong
        ? [
          line(to: composition.places.sheet ?? composition.places.table) {
            composition.words.moreOnSheet(content.notes.count - shown, page: $0)
          }
        ]
        : [])
  }

  private func block(_ note: Note) -> SummaryBlock {
    let composition = composition
    let label = content.ranked.first { $0.index == note.activity }?.label ?? ""
    let place = composition.words.activity(label).capitalisedFirst + ", " + note.column + ": "
    let text = place + composition.words.discrepancy(note.discrepancy, isFlipped: composition.context.isFlipped(note))
    let indent = composition.rowSize * 1.7
    let pageWidth =
      composition.width(composition.words.pageShort(String(8888)), composition.plain(.black)) + composition.rowSize
      * 0.75
    @Sendable func lines(_ width: Length) -> TextBlock {
      TextBlock(
        text, composition.plain(composition.ink.text), leading: composition.rowLeading,
        width: width - indent - pageWidth,
        composition.context.typesetter)
    }
    let padding = composition.rowSize * 0.15
    return SummaryBlock(
      list: Kind.notes.rawValue, height: { lines($0).height + padding * 2 },
      draw: { box, list, page, builder in
        let block = lines(box.width)
        let top = box.minY + padding
        let baseline = top + block.baseline
        let item = builder.element(.listItem, in: list)
        composition.add(
          note.mark, composition.strong(composition.ink.warning), at: Point(x: box.minX, y: baseline), .start,
          builder.leaf(.label, in: item),
          in: &page.frame)
        let link = builder.element(.link, in: builder.element(.listBody, in: item))
        block.place(
          in: &page.frame, at: Point(x: box.minX + indent, y: top), composition.measuring, .content(link))
        let number = composition.places.activities[note.activity].page + 1
        composition.add(
          " " + composition.words.pageShort(String(number)), composition.plain(composition.ink.quiet),
          at: Point(x: box.maxX, y: baseline),
          .end,
          .content(link), in: &page.frame)
        composition.link(to: note.activity, text, box, link, in: &page)
      })
  }

  /// A line that leads to more.
  private func line(to destination: Destination, _ text: @escaping @Sendable (Int) -> String) -> SummaryBlock {
    let composition = composition
    return SummaryBlock(
      height: { _ in composition.rowLeading * 1.3 },
      draw: { box, parent, page, builder in
        let link = builder.element(.link, in: builder.element(.paragraph, in: parent))
        let words = text(destination.page + 1)
        composition.add(
          words, composition.plain(composition.ink.accent),
          at: Point(x: box.minX, y: box.minY + composition.rowLeading), .start,
          .content(link),
          in: &page.frame)
        page.links.append(LinkArea(area: box, destination: destination, element: link, description: words))
      })
  }
}
