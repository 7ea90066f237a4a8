import Pages
import ReportModel

/// The columns of the council summary's table of areas.
struct AreaColumns: Sendable {
  /// Of the whole table, from the body's left edge.
  let width: Length
  let name: Length
  let marks: (left: Length, width: Length)
  /// From mark to mark; nil where every area has more activities than there is room for.
  let markPitch: Length?
  /// Right ends of the counts, by state.
  let counts: [(state: Verdict.State, right: Length)]
  let doubtful: Length

  /// - Parameters:
  ///   - states: those any activity has.
  ///   - activities: how many each area has.
  init(_ states: [Verdict.State], activities: [Int], _ composition: OverviewComposition) {
    let (measures, left) = (composition.measures, composition.body.minX)
    width = (composition.body.width - measures.gutter) * measures.areasShare
    doubtful = left + width
    let heading = composition.setting.width(composition.words.doubtfulHeading, composition.label)
    let step = measures.small.size * 2.6
    let last = doubtful - heading - measures.small.size * 1.5
    counts = states.enumerated().map { ($1, last - step * Double(states.count - 1 - $0)) }
    let most = activities.filter { $0 <= VolumeMeasures.mostMarks }.max()
    let pitch = most.map { min(measures.markPitch, measures.marks / Double(max(1, $0))) }
    markPitch = pitch
    // No wider than what stands there, so that long names have more room.
    let counted = activities.filter { $0 > VolumeMeasures.mostMarks }
      .map { composition.setting.width(composition.words.activities($0), composition.quiet) }
    let strip = (pitch ?? .zero) * Double(most ?? 0)
    let width =
      ([strip, AreaColumns.marksHeading(isCounted: pitch == nil, composition).width] + counted).max() ?? .zero
    marks = (last - step * Double(states.count) - width, width)
    name = marks.left - left - measures.small.size
  }

  /// Over the marks, in two lines at most.
  static func marksHeading(isCounted: Bool, _ composition: OverviewComposition) -> (text: String, width: Length) {
    guard !isCounted else {
      return (
        composition.words.activitiesHeading,
        composition.setting.width(composition.words.activitiesHeading, composition.label)
      )
    }
    return (
      composition.words.marksHeading, composition.setting.width(composition.words.marksHeading, composition.label) * 0.7
    )
  }

  static func headHeight(_ composition: OverviewComposition) -> Length { composition.measures.small.size * 2.9 }
  /// Of what stands above the table on the first page: the tiles.
  static func footHeight(_ composition: OverviewComposition) -> Length {
    composition.measures.tile.height + composition.measures.blockGap * 0.5
  }
}

/// The council summary's table: a row for each area, with a mark for each of its activities and how many ended how.
struct AreaTable {
  let columns: AreaColumns
  let composition: OverviewComposition
  let names: [String]
  let element: StructureElement.ID

  private var left: Length { composition.body.minX }
  private var right: Length { composition.body.minX + columns.width }
  private var size: Length { composition.measures.small.size }

  func set(
    _ rows: [CouncilSummary.Row], at top: Length, isFirst: Bool, _ places: VolumePlaces, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    setHead(at: top, isFirst: isFirst, &page, &builder)
    let body = builder.element(.tableBody, in: element)
    var y = top + AreaColumns.headHeight(composition)
    for row in rows {
      set(row, top: y, body, places, &page, &builder)
      y = y + row.height
    }
  }

  private func setHead(at y: Length, isFirst: Bool, _ page: inout Page, _ builder: inout DocumentBuilder) {
    let row = isFirst ? builder.element(.tableRow, in: builder.element(.tableHead, in: element)) : nil
    func owner(_ attributes: StructureAttributes = StructureAttributes(scope: .column)) -> Owner {
      row.map { builder.leaf(.tableHeader, in: $0, attributes) } ?? .artifact(.pagination)
    }
    let baseline = y + size * 2.1
    let heading = composition.block(
      composition.words.areasHeading, composition.label, width: columns.name, leading: 1.1)
    heading.place(
      in: &page.frame, at: Point(x: left, y: baseline + size * 0.2 - heading.height), composition.setting.measuring,
      owner())
    let marks = composition.block(
      AreaColumns.marksHeading(isCounted: columns.markPitch == nil, composition).text, composition.label,
      width: columns.marks.width,
      leading: 1.1)
    marks.place(
      in: &page.frame, at: Point(x: columns.marks.left, y: baseline + size * 0.2 - marks.height),
      composition.setting.measuring,
      owner())
    for (state, x) in columns.counts {
      let attributes = StructureAttributes(alternative: composition.words.verdict(state), scope: .column)
      let place = Point(x: x - composition.measures.symbol, y: baseline - size * 0.34)
      guard let row else {
        composition.symbol(state, at: place, in: &page.frame, .artifact(.pagination))
        continue
      }
      let cell = builder.element(.tableHeader, in: row, StructureAttributes(scope: .column))
      composition.symbol(
        state, at: place, in: &page.frame,
        builder.leaf(.figure, in: cell, StructureAttributes(alternative: attributes.alternative)))
    }
    composition.setting.add(
      composition.words.doubtfulHeading, composition.label, at: Point(x: columns.doubtful, y: baseline), .end, owner(),
      in: &page.frame)
    composition.setting.headRule(y + size * 2.6, from: left, to: right, in: &page.frame)
  }

  private func set(
    _ row: CouncilSummary.Row, top: Length, _ body: StructureElement.ID, _ places: VolumePlaces, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.tableRow, in: body)
    let nameTop = top + (row.height - row.name.height) / 2
    let baseline = top + row.height / 2 + size * 0.36
    let link = builder.element(
      .link, in: builder.element(.tableHeader, in: element, StructureAttributes(scope: .row)))
    row.name.followed(by: " ", composition.setting.measuring).place(
      in: &page.frame, at: Point(x: left, y: nameTop), composition.setting.measuring, .content(link))
    let destination = places.parts[row.part].opening
    composition.link(
      Rect(x: left, y: top, width: columns.width, height: row.height), to: destination, names[row.part], link, in: &page
    )
    setMarks(row, middle: baseline - size * 0.34, element, &page, &builder)
    for (state, x) in columns.counts {
      let count = row.states?.count { $0 == state } ?? 0
      let cell = builder.leaf(.tableData, in: element)
      let text = row.states == nil ? "" : count == 0 ? "\u{B7}" : String(count)
      composition.setting.add(
        text, count == 0 ? composition.quiet : composition.small, at: Point(x: x, y: baseline), .end, cell,
        in: &page.frame)
    }
    let doubtful = row.states == nil ? "" : row.doubtful == 0 ? "\u{B7}" : String(row.doubtful)
    let style = row.doubtful == 0 ? composition.quiet : TextStyle(.bold, size, composition.ink.warning)
    composition.setting.add(
      doubtful, style, at: Point(x: columns.doubtful, y: baseline), .end, builder.leaf(.tableData, in: element),
      in: &page.frame)
    composition.setting.rule(top + row.height, from: left, to: right, in: &page.frame)
  }

  /// A mark for each activity; of more than there is room for, how many there are.
  private func setMarks(
    _ row: CouncilSummary.Row, middle y: Length, _ element: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    let cell = builder.element(.tableData, in: element)
    let start = Point(x: columns.marks.left, y: y + size * 0.34)
    guard let states = row.states else {
      composition.setting.add(
        composition.words.missing, TextStyle(.bold, size, composition.ink.warning), at: start,
        builder.leaf(.span, in: cell),
        in: &page.frame)
      return
    }
    guard let pitch = columns.markPitch, states.count <= VolumeMeasures.mostMarks else {
      composition.setting.add(
        composition.words.activities(states.count), composition.quiet, at: start, builder.leaf(.span, in: cell),
        in: &page.frame)
      return
    }
    let tallies = composition.words.tallies { state in states.count { $0 == state } }
    let strip = builder.leaf(.figure, in: cell, StructureAttributes(alternative: composition.words.list(tallies)))
    for (index, state) in states.enumerated() {
      let x = columns.marks.left + pitch * Double(index) + composition.measures.symbol
      composition.symbol(state, at: Point(x: x, y: y), in: &page.frame, strip)
    }
  }
}
