import Pages
import ReportModel

/// Beside the table of areas: the activities furthest from their goals, and the figures that do not add up, of all areas,
/// as many as there is room for.
struct CouncilLists {
  private let summary: CouncilSummary
  private let left: Length
  private let width: Length
  private let top: Length

  init(_ summary: CouncilSummary, top: Length, columns: AreaColumns) {
    self.summary = summary
    self.top = top
    left = summary.composition.body.minX + columns.width + summary.composition.measures.gutter
    width = summary.composition.body.maxX - left
  }

  private var composition: OverviewComposition { summary.composition }
  private var size: Length { composition.measures.small.size }

  /// Furthest from its goal first; of as far, in the volume's order.
  private var furthest: [(part: Int, entry: SummaryContent.Entry)] {
    summary.digests.flatMap { part, content in content.below.map { (part: part, entry: $0) } }
      .sorted { ($0.entry.share ?? 0, $0.part, $0.entry.index) < ($1.entry.share ?? 0, $1.part, $1.entry.index) }
  }

  private var notes: [(part: Int, note: Note)] {
    summary.digests.keys.sorted().flatMap { part in (summary.digests[part]?.notes ?? []).map { (part: part, note: $0) }
    }
  }

  func set(
    in section: StructureElement.ID, _ places: VolumePlaces, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    var y = top
    let (furthest, notes) = (furthest, notes)
    // The figures that do not add up keep room for themselves.
    let kept = notes.isEmpty ? Length.zero : size * 3.2 + size * 2.9 * Double(min(notes.count, 3))
    if !furthest.isEmpty {
      y = setHeading(composition.words.furthestHeading, at: y, in: section, &page, &builder)
      let list = builder.element(.list, in: section, StructureAttributes(numbering: .unordered))
      var shown = 0
      let nearest = furthest.prefix(VolumeMeasures.mostFurthest)
      // Names that would be cut beside the bars stand above them, in all rows alike.
      let isAcross = nearest.contains { item in
        !composition.placeFits(summary.names[item.part], item.entry.label, width: width * FurthestRow.nameShare)
      }
      for item in nearest {
        let row = FurthestRow(item.part, item.entry, summary, left: left, width: width, isAcross: isAcross)
        guard y + row.height + size * 1.5 <= composition.body.maxY - kept else { break }
        row.set(at: y, in: list, places, &page, &builder)
        y = y + row.height
        shown += 1
      }
      y = setRest(furthest.count - shown, composition.words.moreActivities, at: y, in: section, &page, &builder)
      y = y + composition.measures.blockGap
    }
    guard !notes.isEmpty else { return }
    y = setHeading(composition.words.wrongFigures, at: y, in: section, &page, &builder)
    let list = builder.element(.list, in: section, StructureAttributes(numbering: .unordered))
    var shown = 0
    for item in notes.prefix(VolumeMeasures.mostFigures) {
      let block = noteBlock(item.part, item.note)
      guard y + block.height + size * 3 <= composition.body.maxY else { break }
      y = set(item.part, item.note, block, at: y, in: list, places, &page, &builder)
      shown += 1
    }
    _ = setRest(notes.count - shown, composition.words.moreFigures, at: y, in: section, &page, &builder)
  }

  private func setHeading(
    _ text: String, at y: Length, in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let style = composition.style(composition.measures.strong, composition.ink.text)
    composition.setting.add(
      text, style, at: Point(x: left, y: y + style.size), builder.leaf(.heading3, in: section), in: &page.frame)
    composition.setting.headRule(y + style.size * 1.45, from: left, to: left + width, in: &page.frame)
    return y + style.size * 1.45 + size * 0.5
  }

  private func setRest(
    _ count: Int, _ words: (Int) -> String, at y: Length, in section: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) -> Length {
    guard count > 0 else { return y }
    composition.setting.add(
      words(count), composition.quiet, at: Point(x: left, y: y + size * 1.1), builder.leaf(.paragraph, in: section),
      in: &page.frame)
    return y + size * 1.5
  }

  // Wrong figures

  private func noteBlock(_ part: Int, _ note: Note) -> TextBlock {
    let isFlipped = summary.isFlipped(part, note)
    let text = note.column + ": " + composition.words.briefDiscrepancy(note.discrepancy, isFlipped: isFlipped)
    return composition.block(
      text, TextStyle(.condensed, size * 1.05, composition.ink.text), width: width - size * 4, leading: 1.15)
  }

  private func set(
    _ part: Int, _ note: Note, _ block: TextBlock, at y: Length, in list: StructureElement.ID, _ places: VolumePlaces,
    _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let body = builder.element(.listBody, in: builder.element(.listItem, in: list))
    let link = builder.element(.link, in: body)
    let label = summary.digests[part]?.ranked.first { $0.index == note.activity }?.label ?? ""
    composition.setting.add(
      composition.place(summary.names[part], label, width: width), TextStyle(.condensed, size, composition.ink.quiet),
      at: Point(x: left, y: y + size), builder.leaf(.span, in: link),
      in: &page.frame)
    let place = places.parts[part].activities[note.activity]
    block.followed(by: " ", composition.setting.measuring).place(
      in: &page.frame, at: Point(x: left, y: y + size * 1.2), composition.setting.measuring,
      builder.leaf(.span, in: link))
    let style = TextStyle(.condensed, size, composition.ink.accent)
    composition.setting.add(
      composition.words.pageShort(String(place.page + 1)), style,
      at: Point(x: left + width, y: y + size * 1.2 + block.baseline),
      .end, builder.leaf(.span, in: link), in: &page.frame)
    let height = size * 1.5 + block.height
    composition.link(
      Rect(x: left, y: y, width: width, height: height), to: place, summary.names[part] + " " + label, link, in: &page)
    return y + height
  }
}

/// An activity far from its goal: area and number, name, and a bar on one scale with the goal's mark.
private struct FurthestRow {
  private let part: Int
  private let entry: SummaryContent.Entry
  private let summary: CouncilSummary
  private let left: Length
  private let width: Length
  private let name: TextBlock
  /// Whether the area's name stands above both name and bar.
  private let isAcross: Bool

  /// Of the width; the bar has the rest.
  static let nameShare = 0.5

  init(
    _ part: Int, _ entry: SummaryContent.Entry, _ summary: CouncilSummary, left: Length, width: Length, isAcross: Bool
  ) {
    self.part = part
    self.entry = entry
    self.summary = summary
    self.left = left
    self.width = width
    self.isAcross = isAcross
    let composition = summary.composition
    let style = TextStyle(.condensedBold, composition.measures.small.size * 1.05, composition.ink.text)
    name = composition.block(entry.name.shortened, style, width: width * FurthestRow.nameShare, leading: 1.12)
  }

  private var composition: OverviewComposition { summary.composition }
  private var size: Length { composition.measures.small.size }

  /// How far down the bar stands.
  private var drop: Length { isAcross ? size * 1.2 : .zero }
  var height: Length { max(size * 1.25 + name.height, drop + size * 2.5) + size * 0.4 }

  func set(
    at y: Length, in list: StructureElement.ID, _ places: VolumePlaces, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let body = builder.element(.listBody, in: builder.element(.listItem, in: list))
    let link = builder.element(.link, in: body)
    let quiet = TextStyle(.condensed, size, composition.ink.quiet)
    let head = composition.place(
      summary.names[part], entry.label, width: isAcross ? width : width * FurthestRow.nameShare)
    composition.setting.add(
      head, quiet, at: Point(x: left, y: y + size), builder.leaf(.span, in: link), in: &page.frame)
    name.followed(by: " ", composition.setting.measuring).place(
      in: &page.frame, at: Point(x: left, y: y + size * 1.2), composition.setting.measuring,
      builder.leaf(.span, in: link))
    drawBar(at: y + drop + size * 0.7, in: &page.frame)
    let place = places.parts[part].activities[entry.index]
    let figures = [entry.amount, entry.percent, composition.words.pageShort(String(place.page + 1))]
      .joined(separator: " \u{B7} ")
    let style = TextStyle(.condensed, size, composition.ink.text)
    let excess = composition.setting.width(figures, style) / (width * 0.47)
    composition.setting.add(
      figures, TextStyle(.condensed, size / max(1, excess), composition.ink.text),
      at: Point(x: left + width, y: y + drop + size * 2.2), .end, builder.leaf(.span, in: link), in: &page.frame)
    composition.link(
      Rect(x: left, y: y, width: width, height: height), to: place, entry.name.shortened, link, in: &page)
  }

  private func drawBar(at middle: Length, in frame: inout Frame) {
    let (x, length, thick) = (left + width * 0.53, width * 0.47, size * 0.55)
    let ground = Rect(x: x, y: middle - thick * 0.75, width: length, height: thick * 1.5)
    composition.setting.draw(Shape(.rect(ground), fill: composition.ink.tint), in: &frame)
    // The goal stands short of the end, so that its mark has ground on both sides.
    let goal = length * 0.95
    let share = min(max(entry.share ?? 0, 0), 1)
    if share > 0 {
      let bar = Rect(x: x, y: middle - thick / 2, width: goal * share, height: thick)
      composition.setting.draw(Shape(.rect(bar), fill: composition.ink.warning), in: &frame)
    }
    let mark = Path.line(from: Point(x: x + goal, y: middle - thick), to: Point(x: x + goal, y: middle + thick))
    composition.setting.draw(Shape(mark, stroke: Stroke(composition.ink.text, .pt(1.2))), in: &frame)
  }
}

extension OverviewComposition {
  /// Whether an activity's line needs no cutting.
  fileprivate func placeFits(_ area: String, _ number: String, width: Length) -> Bool {
    setting.width(area + " " + number, TextStyle(.condensed, measures.small.size, ink.quiet)) <= width
  }

  /// An activity as one line: its area, cut where it is too long, and its number.
  fileprivate func place(_ area: String, _ number: String, width: Length) -> String {
    let style = TextStyle(.condensed, measures.small.size, ink.quiet)
    let room = width - setting.width(" " + number, style)
    return setting.typesetter.cut(area, style, width: room) + " " + number
  }
}
