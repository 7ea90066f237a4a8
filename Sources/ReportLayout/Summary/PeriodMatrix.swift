import Pages
import ReportModel

/// Activities × periods: when the year's work was done. A box stands for what was programmed, its fill for the part carried
/// out, a bar above for more than the upper band of it, a dot for nothing programmed, a dash for no data.
///
/// Inputs: the activities in the order of their rows, by position in the report, with their labels. It flows over
/// columns and pages: `part` says how many rows fit into a room, `set` draws them. One table for those who hear it, each
/// cell with its figures.
struct PeriodMatrix: Sendable {
  let rows: [(index: Int, label: String)]
  private let composition: SummaryComposition
  private let labelWidth: Length
  private let periods: Int

  init(_ rows: [(index: Int, label: String)], _ composition: SummaryComposition) {
    self.rows = rows
    self.composition = composition
    periods = composition.context.report.periods.count
    let style = PeriodMatrix.labelStyle(composition)
    let number = composition.width(composition.words.number, PeriodMatrix.headStyle(composition))
    labelWidth =
      min(
        max(number, rows.map { composition.width($0.label, style) }.max() ?? .zero), composition.measures.boxHeight * 3)
      + style.size
  }

  private static func labelStyle(_ composition: SummaryComposition) -> TextStyle {
    TextStyle(composition.measures.strong, composition.measures.small.size, composition.ink.text)
  }
  private static func headStyle(_ composition: SummaryComposition) -> TextStyle {
    TextStyle(composition.measures.face, composition.measures.small.size, composition.ink.quiet)
  }

  /// Some rows in columns beside one another.
  struct Part: Sendable {
    let rows: Range<Int>
    let perColumn: Int
    let columns: Int
    let pitch: Length
    let periodPitch: Length
  }

  private var headHeight: Length { composition.measures.small.size * 1.6 }
  private var gap: Length { composition.measures.matrixGap }
  var narrowest: Length { labelWidth + composition.measures.periodPitch.least * Double(periods) }

  /// What of the rows from `start` on goes into a room. Where several rooms of this size are needed, each gets as much.
  func part(from start: Int, in room: Size, isAlone: Bool) -> Part {
    let measures = composition.measures
    let most = max(1, Int((room.width + gap) / (narrowest + gap)))
    let high = max(1, Int((room.height - headHeight) / measures.pitch.least))
    let left = rows.count - start
    let rooms = isAlone ? (left + most * high - 1) / (most * high) : 1
    let count = min(left, most * high, (left + rooms - 1) / max(1, rooms))
    let columns = max(1, (count + high - 1) / high)
    let perColumn = (count + columns - 1) / columns
    let pitch = min(measures.pitch.most, (room.height - headHeight) / Double(perColumn))
    let wide = (room.width + gap) / Double(columns) - gap - labelWidth
    return Part(
      rows: start..<start + count, perColumn: perColumn, columns: columns, pitch: pitch,
      periodPitch: min(measures.periodPitch.most, wide / Double(periods)))
  }

  /// What all rows need at the largest boxes, in as few columns as that height allows.
  func width(in height: Length) -> Length {
    let high = max(1, Int((height - headHeight) / composition.measures.pitch.least))
    let columns = Double(max(1, (rows.count + high - 1) / high))
    return (labelWidth + composition.measures.periodPitch.most * Double(periods) + gap) * columns - gap
  }

  func height(_ part: Part) -> Length { headHeight + part.pitch * Double(part.perColumn) }

  /// The table's elements, which all parts share.
  struct Tags {
    let headRow: StructureElement.ID
    let body: StructureElement.ID
  }

  func set(
    _ part: Part, at origin: Point, _ tags: inout Tags?, in page: inout Page, _ parent: StructureElement.ID,
    builder: inout DocumentBuilder
  ) {
    let width = labelWidth + part.periodPitch * Double(periods)
    for column in 0..<part.columns {
      let left = origin.x + (width + gap) * Double(column)
      let first = part.rows.lowerBound + column * part.perColumn
      let rows = first..<min(first + part.perColumn, part.rows.upperBound)
      guard !rows.isEmpty else { break }
      let isFirst = tags == nil
      let known = tags ?? makeTags(in: parent, &builder)
      tags = known
      setHead(part, at: Point(x: left, y: origin.y), isFirst ? known.headRow : nil, &page.frame, &builder)
      for (position, row) in rows.enumerated() {
        let top = origin.y + headHeight + part.pitch * Double(position)
        set(row, part, at: Point(x: left, y: top), known.body, &page.frame, &builder)
        if position % 5 == 4 || row + 1 == rows.upperBound {
          composition.rule(top + part.pitch, from: left, to: left + width, in: &page.frame)
        }
      }
    }
  }

  private func makeTags(in parent: StructureElement.ID, _ builder: inout DocumentBuilder) -> Tags {
    let table = builder.element(.table, in: parent)
    let head = builder.element(.tableHead, in: table)
    let row = builder.element(.tableRow, in: head)
    return Tags(headRow: row, body: builder.element(.tableBody, in: table))
  }
}

// Head
extension PeriodMatrix {
  /// - Parameter row: the header row's element the first time; later heads repeat it.
  private func setHead(
    _ part: Part, at origin: Point, _ row: StructureElement.ID?, _ frame: inout Frame, _ builder: inout DocumentBuilder
  ) {
    let baseline = origin.y + headHeight - composition.measures.small.size * 0.5
    let style = PeriodMatrix.headStyle(composition)
    func owner(_ full: String, _ shown: String) -> Owner {
      guard let row else { return .artifact(.pagination) }
      let cell = builder.element(.tableHeader, in: row, StructureAttributes(scope: .column))
      return full == shown
        ? .content(cell)
        : builder.leaf(.span, in: cell, composition.context.source(StructureAttributes(actualText: full)))
    }
    let number = composition.words.number
    composition.add(
      number, style, at: Point(x: origin.x + labelWidth - style.size, y: baseline), .end, owner(number, number),
      in: &frame)
    let (labels, size) = headLabels(part)
    let labelStyle = TextStyle(style.face, size, style.color)
    for (period, label) in labels.enumerated() {
      let x = origin.x + labelWidth + part.periodPitch * (Double(period) + 0.5)
      let full = composition.context.periodLabels[period]
      composition.add(label, labelStyle, at: Point(x: x, y: baseline), .center, owner(full, label), in: &frame)
    }
    composition.rule(
      origin.y + headHeight, from: origin.x, to: origin.x + labelWidth + part.periodPitch * Double(periods), in: &frame)
  }

  /// Whole labels where all fit, a little smaller if need be; else the first months' short names; else numbers.
  private func headLabels(_ part: Part) -> (labels: [String], size: Length) {
    let style = PeriodMatrix.headStyle(composition)
    let room = part.periodPitch - .pt(1.5)
    func size(_ labels: [String]) -> Length? {
      let widest = labels.map { composition.width($0, style) }.max() ?? .zero
      let size = widest > room ? style.size * (room / widest) : style.size
      return size >= composition.measures.smallestHead ? size : nil
    }
    let whole = composition.context.periodLabels
    if let size = size(whole) { return (whole, size) }
    let months = composition.context.report.periods.compactMap {
      $0.months.map { composition.words.monthShort($0.lowerBound) }
    }
    if months.count == whole.count, Set(months).count == months.count, let size = size(months) { return (months, size) }
    let numbers = whole.indices.map { String($0 + 1) }
    return (numbers, size(numbers) ?? composition.measures.smallestHead)
  }
}

// Cells
extension PeriodMatrix {
  private func set(
    _ row: Int, _ part: Part, at origin: Point, _ body: StructureElement.ID, _ frame: inout Frame,
    _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.tableRow, in: body)
    let style = PeriodMatrix.labelStyle(composition)
    let middle = origin.y + part.pitch / 2
    let header = builder.leaf(.tableHeader, in: element, StructureAttributes(scope: .row))
    var label = style
    let room = labelWidth - style.size
    let width = composition.width(rows[row].label, style)
    if width > room { label.size = style.size * (room / width) }
    let place = Point(x: origin.x + room, y: middle + label.size * 0.36)
    composition.add(rows[row].label, label, at: place, .end, header, in: &frame)
    let activity = composition.context.report.activities[rows[row].index]
    let side = min(part.pitch * 0.64, part.periodPitch * 0.72)
    for period in 0..<periods {
      let center = Point(x: origin.x + labelWidth + part.periodPitch * (Double(period) + 0.5), y: middle)
      let verdict = composition.context.verdict(of: activity, period: period)
      let cell = builder.element(.tableData, in: element)
      let text = words(activity, period, verdict)
      let owner = builder.leaf(.span, in: cell, StructureAttributes(actualText: text))
      draw(verdict, center, side, in: &frame, owner)
    }
  }

  private func words(_ activity: Activity, _ period: Int, _ verdict: Verdict) -> String {
    let words = composition.words
    func text(_ kind: FigureKind) -> String {
      let text = activity.figureText(kind, period: period).text
      return text.isEmpty ? words.noData : text
    }
    switch verdict.state {
    case .above, .within, .below: return words.amount(text(.real), of: text(.programmed))
    case .nothingProgrammed:
      return verdict.real.map { !$0.isZero } == true ? words.unplanned(text(.real)) : words.nothingInPeriod
    case .noData:
      return verdict.gap == .everything ? words.noDataInPeriod : words.amount(text(.real), of: text(.programmed))
    }
  }

  private func draw(_ verdict: Verdict, _ center: Point, _ side: Length, in frame: inout Frame, _ owner: Owner) {
    let box = Rect(x: center.x - side / 2, y: center.y - side / 2 + side * 0.1, width: side, height: side)
    switch verdict.state {
    case .above, .within, .below: drawBox(verdict, box, in: &frame, owner)
    case .nothingProgrammed:
      composition.draw(
        Shape(.circle(center: center, radius: side * 0.09), fill: composition.ink.zero), in: &frame, owner)
    case .noData:
      if verdict.gap == .real { drawOutline(box, in: &frame, owner) }
      let dash = Rect(x: center.x - side * 0.22, y: box.midY - side * 0.05, width: side * 0.44, height: side * 0.1)
      composition.draw(Shape(.rect(dash), fill: composition.ink.text), in: &frame, owner)
    }
    let isUnplanned = verdict.state == .nothingProgrammed && (verdict.real ?? .zero) > .zero
    if verdict.state == .above || isUnplanned {
      let bar = Rect(
        x: box.minX - side * 0.08, y: box.minY - side * 0.32, width: side * 1.16, height: max(.pt(1), side * 0.15))
      composition.draw(Shape(.rect(bar), fill: composition.ink.text), in: &frame, owner)
    }
  }

  private func drawOutline(_ box: Rect, in frame: inout Frame, _ owner: Owner) {
    let stroke = Stroke(composition.ink.outline, .pt(0.7))
    composition.draw(Shape(.rect(box.inset(by: stroke.width / 2)), stroke: stroke), in: &frame, owner)
  }

  /// The part carried out fills the box from below; what is not all of it never looks whole, and some never like none.
  private func drawBox(_ verdict: Verdict, _ box: Rect, in frame: inout Frame, _ owner: Owner) {
    let (real, goal) = (verdict.real ?? .zero, verdict.goal ?? .zero)
    guard real < goal else {
      return composition.draw(Shape(.rect(box), fill: composition.ink.accent), in: &frame, owner)
    }
    drawOutline(box, in: &frame, owner)
    let share = goal > .zero ? max(0, real.approximation / goal.approximation) : 0
    guard share > 0 else { return }
    let room = box.height - .pt(1.4)
    let height = min(max(room * share, .pt(0.8)), room - .pt(0.8))
    let fill = Rect(x: box.minX, y: box.maxY - height - .pt(0.35), width: box.width, height: height + .pt(0.35))
    composition.draw(Shape(.rect(fill), fill: composition.ink.accent), in: &frame, owner)
  }
}

extension Context {
  /// How what was done in a period stands to what was programmed for it: the judgement of the year, asked of a period.
  func verdict(of activity: Activity, period: Int) -> Verdict {
    let figures = activity.periods[period]
    return Verdict(
      of: AnnualFigures(goal: figures.programmed, real: figures.real, variation: figures.variance), bands: options.bands
    )
  }
}
