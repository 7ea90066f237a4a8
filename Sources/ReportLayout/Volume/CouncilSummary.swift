import Pages
import ReportModel

/// The page a council reads first: how many activities ended how, a row of marks for each area, what is furthest from its
/// goal and which figures do not add up. Counts only, since units differ. More areas than fit go on on the next page.
struct CouncilSummary: Sendable {
  /// A part of the volume as its row shows it.
  struct Row: Sendable {
    /// Place among the parts, from 0.
    let part: Int
    let name: TextBlock
    /// Verdicts in the report's order; nil where the area is missing.
    let states: [Verdict.State]?
    let doubtful: Int
    let height: Length
  }

  let composition: OverviewComposition
  let digests: [Int: SummaryContent]
  let names: [String]
  /// Of each area, which variations are shown with another sign than the source's.
  private let flipped: [Int: (period: Bool, annual: Bool)]
  private let rows: [Row]
  private let pages: [Range<Int>]
  private let opening: Opening
  private let columns: AreaColumns

  /// - Parameters:
  ///   - names: of all parts.
  ///   - digests: of those that are not missing.
  ///   - notices: what must be known before the counts are read.
  init(
    names: [String], digests: [Int: SummaryContent], signs: [Int: (period: Bool, annual: Bool)], notices: [String],
    _ composition: OverviewComposition
  ) {
    self.composition = composition
    self.digests = digests
    self.names = names
    flipped = signs
    let opening = Opening(digests, notices, composition)
    self.opening = opening
    let columns = AreaColumns(opening.tiles.map(\.state), activities: digests.values.map(\.ranked.count), composition)
    self.columns = columns
    let style = TextStyle(.condensed, composition.measures.small.size * 1.1, composition.ink.text)
    let measured = names.indices.map { part in
      let states = digests[part].map { $0.ranked.sorted { $0.index < $1.index }.map(\.verdict.state) }
      return (
        part, composition.block(names[part], style, width: columns.name, leading: 1.1), states,
        digests[part]?.notes.count ?? 0
      )
    }.sorted { CouncilSummary.rank($0.2, $0.0) < CouncilSummary.rank($1.2, $1.0) }
    let first =
      composition.body.height - opening.height - AreaColumns.headHeight(composition)
      - AreaColumns.footHeight(composition)
    let later =
      composition.body.height - composition.measures.sentence.size * 1.3 - composition.measures.blockGap
      - AreaColumns.headHeight(composition)
    func plan(_ pitch: Length) -> (rows: [Row], pages: [Range<Int>]) {
      let rows = measured.map {
        Row(part: $0.0, name: $0.1, states: $0.2, doubtful: $0.3, height: max(pitch, $0.1.height + .pt(2)))
      }
      let pages = ColumnPlan.pages(rows.map(\.height), columns: 1, first: first, later: later).compactMap(\.first)
      return (rows, pages)
    }
    let pitch = composition.measures.pitch
    let plans = [pitch.most, (pitch.most + pitch.least) / 2, pitch.least].map(plan)
    let fewest = plans.map(\.pages.count).min() ?? 1
    let chosen = plans.first { $0.pages.count == fewest }
    rows = chosen?.rows ?? []
    pages = chosen?.pages ?? []
  }

  /// What is missing first, then by how many activities are below their range; of as many, in the volume's order.
  private static func rank(_ states: [Verdict.State]?, _ part: Int) -> (Int, Int) {
    (states.map { -$0.count { $0 == .below } } ?? Int.min, part)
  }

  var pageCount: Int { max(1, pages.count) }

  func isFlipped(_ part: Int, _ note: Note) -> Bool { flipped[part].map(note.isFlipped) ?? false }
}

// What stands across the first page
extension CouncilSummary {
  fileprivate struct Opening: Sendable {
    let title: TextBlock
    let sentence: TextBlock
    let notices: [TextBlock]
    let tiles: [(state: Verdict.State, count: Int)]
    let height: Length

    init(_ digests: [Int: SummaryContent], _ notices: [String], _ composition: OverviewComposition) {
      let (measures, words, width) = (composition.measures, composition.words, composition.body.width)
      func count(_ state: Verdict.State) -> Int { digests.values.reduce(0) { $0 + $1.count(state) } }
      let activities = digests.values.reduce(0) { $0 + $1.ranked.count }
      let doubtful = digests.values.reduce(0) { $0 + $1.notes.count }
      title = composition.title(
        words.councilTitle(areas: digests.count, activities: activities),
        composition.style(measures.heading, composition.ink.text),
        width: width, leading: 1.2)
      let tallies = words.tallies(count)
      let sentence =
        (tallies.isEmpty ? "" : words.list(tallies) + ". ")
        + (doubtful > 0 ? words.doubtfulOfVolume(doubtful) + " " : "") + words.countsOnly
      self.sentence = composition.block(
        sentence, composition.style(measures.sentence, composition.ink.text), width: width, leading: 1.25)
      self.notices = notices.map {
        composition.block(
          composition.setting.printable($0), TextStyle(.bold, measures.small.size, composition.ink.warning),
          width: width)
      }
      tiles = [.below, .within, .above, .nothingProgrammed, .noData].map { ($0, count($0)) }
        .filter { $0.1 > 0 || [.below, .within, .above].contains($0.0) }
      height =
        title.height + self.sentence.height
        + self.notices.reduce(.zero) { $0 + $1.height } + measures.blockGap * 0.75
    }
  }

  private func setOpening(
    in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let measuring = composition.setting.measuring
    var point = composition.body.origin
    func set(_ block: TextBlock, _ role: StructureRole) {
      block.place(in: &page.frame, at: point, measuring, builder.leaf(role, in: section))
      point.y = point.y + block.height
    }
    set(opening.title, .heading2)
    set(opening.sentence, .paragraph)
    for notice in opening.notices { set(notice, .paragraph) }
    return point.y + composition.measures.blockGap * 0.75
  }

  /// A tile for each state: symbol, count, word and share. The shares are of all activities, and add up to 100 %.
  private func setTiles(
    at y: Length, width: Length, in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let (measures, tiles) = (composition.measures, opening.tiles)
    let shares = WholePercentages(tiles.map(\.count)).values
    let even = (width + measures.tile.gap) / Double(tiles.count) - measures.tile.gap
    let side = min(measures.tile.most, even)
    let list = builder.element(.list, in: section, StructureAttributes(numbering: .unordered))
    for (index, tile) in tiles.enumerated() {
      let box = Rect(
        x: composition.body.minX + (side + measures.tile.gap) * Double(index), y: y, width: side,
        height: measures.tile.height)
      let body = builder.element(.listBody, in: builder.element(.listItem, in: list))
      setTile(tile, percent: shares[index], in: box, body, &page, &builder)
    }
  }

  private func setTile(
    _ tile: (state: Verdict.State, count: Int), percent: Int, in box: Rect, _ body: StructureElement.ID,
    _ page: inout Page, _ builder: inout DocumentBuilder
  ) {
    let (measures, middle, right) = (composition.measures, box.midY, box.maxX - .pt(6))
    composition.setting.draw(Shape(.rect(box), fill: composition.ink.tint), in: &page.frame)
    if composition.ink.tint == .white {
      let outline = Stroke(composition.ink.rule, .pt(0.5))
      composition.setting.draw(Shape(.rect(box.inset(by: .pt(0.25))), stroke: outline), in: &page.frame)
    }
    composition.setting.draw(
      VerdictSymbol.shape(
        tile.state, center: Point(x: box.minX + .pt(12), y: middle), radius: measures.symbol * 1.6,
        color: composition.color(of: tile.state)), in: &page.frame)
    let (digits, count) = (String(tile.count), composition.style(measures.tileCount, composition.ink.text))
    composition.setting.add(
      digits, count, at: Point(x: box.minX + .pt(23), y: middle + count.size * 0.36), builder.leaf(.span, in: body),
      in: &page.frame)
    // Words and share together stand in the middle, in as many lines as the words need beside the count.
    let style = TextStyle(.condensed, measures.small.size * 1.1, composition.ink.text)
    let label = TextBlock(
      composition.words.verdict(tile.state), style, leading: style.size * 1.05,
      width: box.width - .pt(33) - composition.setting.width(digits, count), composition.setting.typesetter,
      hyphenating: false)
    let share = composition.quiet.size * 1.25
    let words = builder.leaf(.span, in: body)
    let top = middle - (label.height + share) / 2
    label.place(in: &page.frame, at: Point(x: right, y: top), composition.setting.measuring, words, .end)
    composition.setting.add(
      composition.words.percent(Quantity(percent)), composition.quiet,
      at: Point(x: right, y: top + label.height + composition.quiet.size), .end, words, in: &page.frame)
  }
}

// Setting
extension CouncilSummary {
  func set(places: VolumePlaces) -> DocumentBuilder {
    var builder = DocumentBuilder("council-summary")
    let section = builder.element(
      .section, in: builder.structure.root,
      StructureAttributes(title: composition.words.summary, anchor: .councilSummary))
    var table: AreaTable?
    for index in 0..<pageCount {
      var page = Page(frame: Frame(size: composition.setting.paper))
      var y: Length
      if index == 0 {
        y = setOpening(in: section, &page, &builder)
        let lists = CouncilLists(self, top: y, columns: columns)
        setTiles(at: y, width: columns.width, in: section, &page, &builder)
        y = y + composition.measures.tile.height + composition.measures.blockGap * 0.5
        table = set(index, table, at: y, columns, in: section, places, &page, &builder)
        lists.set(in: section, places, &page, &builder)
      } else {
        y = composition.setContinued(composition.words.summary, page: &page)
        table = set(index, table, at: y, columns, in: section, places, &page, &builder)
      }
      builder.pages.append(page)
    }
    return builder
  }

  private func set(
    _ index: Int, _ table: AreaTable?, at y: Length, _ columns: AreaColumns, in section: StructureElement.ID,
    _ places: VolumePlaces, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> AreaTable? {
    guard pages.indices.contains(index) else { return table }
    let drawn = AreaTable(
      columns: columns, composition: composition, names: names,
      element: table?.element ?? builder.element(.table, in: section))
    drawn.set(Array(rows[pages[index]]), at: y, isFirst: table == nil, places, &page, &builder)
    return drawn
  }
}
