import Pages
import ReportModel

/// All activities in one strip of boxes, in the order given, each with its number and in the fill of its verdict: hollow
/// with a strong outline below, tinted within (hatched in black alone), solid above, with a thin outline where there is no
/// ratio. The fills are told apart in one bit too.
///
/// Inputs: the entries in their order, the width it may take. Rows are as few as the widest number allows, and all but
/// the last equally long. Each box is an item of a list and links to its activity's page.
struct VerdictStrip {
  let entries: [SummaryContent.Entry]
  let width: Length
  let composition: SummaryComposition
  private let boxWidth: Length
  private let perRow: Int
  private let size: Length

  init(_ entries: [SummaryContent.Entry], width: Length, _ composition: SummaryComposition) {
    self.entries = entries
    self.width = width
    self.composition = composition
    let measures = composition.measures
    let natural =
      entries.map { composition.width($0.label, TextStyle(measures.strong, measures.small.size, .black)) }.max()
      ?? .zero
    let room = max(measures.leastBox, min(natural + measures.boxHeight * 0.4, measures.boxHeight * 3))
    // As large as text where all numbers have room for that; one longer than any box is set smaller.
    let scale = (room - .pt(4.5)) / max(natural, .pt(1))
    size = min(measures.heading.size, measures.small.size * scale)
    let most = max(1, Int((width + measures.boxGap) / (room + measures.boxGap)))
    let rows = max(1, (entries.count + most - 1) / most)
    perRow = max(1, (entries.count + rows - 1) / rows)
    let even = (width + measures.boxGap) / Double(perRow) - measures.boxGap
    boxWidth = max(room, min(even, width / 4))
  }

  private var rowCount: Int { (entries.count + perRow - 1) / perRow }
  var height: Length {
    (composition.measures.boxHeight + composition.measures.boxGap) * Double(rowCount) - composition.measures.boxGap
  }

  func set(at origin: Point, in page: inout Page, _ parent: StructureElement.ID, builder: inout DocumentBuilder) {
    let list = builder.element(
      .list, in: parent, StructureAttributes(title: composition.words.stripTitle, numbering: .unordered))
    for (position, entry) in entries.enumerated() {
      let box = Rect(
        x: origin.x + (boxWidth + composition.measures.boxGap) * Double(position % perRow),
        y: origin.y + (composition.measures.boxHeight + composition.measures.boxGap) * Double(position / perRow),
        width: boxWidth, height: composition.measures.boxHeight)
      set(entry, box, list, &page, &builder)
    }
  }

  private func set(
    _ entry: SummaryContent.Entry, _ box: Rect, _ list: StructureElement.ID, _ page: inout Page,
    _ builder: inout DocumentBuilder
  ) {
    VerdictStrip.draw(entry.verdict.state, box, composition, in: &page.frame)
    let body = builder.element(.listBody, in: builder.element(.listItem, in: list))
    let link = builder.element(.link, in: body)
    let style = TextStyle(
      composition.measures.strong, size, entry.verdict.state == .above ? composition.ink.paper : composition.ink.text)
    let baseline = Point(x: box.midX, y: box.midY + size * 0.36)
    if entry.verdict.state == .within {
      VerdictStrip.drawPlate(under: composition.width(entry.label, style), size, box, composition, in: &page.frame)
    }
    composition.add(entry.label, style, at: baseline, .center, .content(link), in: &page.frame)
    let said = [entry.label, entry.name, composition.words.verdict(entry.verdict.state)]
    composition.link(to: entry.index, said.joined(separator: ", "), box, link, in: &page)
  }

  /// Paper under a number on the tint, which one bit prints as dots, or on its hatch.
  static func drawPlate(
    under width: Length, _ size: Length, _ box: Rect, _ composition: SummaryComposition, in frame: inout Frame
  ) {
    let (width, height) = (min(width + size * 0.25, box.width), size * 0.95)
    let plate = Rect(x: box.midX - width / 2, y: box.midY - height / 2, width: width, height: height)
    composition.draw(Shape(.rect(plate), fill: composition.ink.paper), in: &frame)
  }

  /// Slanted lines within a thin outline: the tint of reports in black alone.
  private static func drawHatch(_ box: Rect, _ composition: SummaryComposition, in frame: inout Frame) {
    let (width, step) = (composition.measures.thinOutline, Length.pt(3))
    let room = box.inset(by: width / 2)
    var lines = Path([])
    // Each rises to the right by as much as it goes there; `start` is where it would leave the foot.
    var start = room.minX - room.height + step
    while start < room.maxX {
      let (left, right) = (max(start, room.minX), min(start + room.height, room.maxX))
      lines.elements += [
        .move(Point(x: left, y: room.maxY - (left - start))), .line(Point(x: right, y: room.maxY - (right - start))),
      ]
      start = start + step
    }
    composition.draw(Shape(lines, stroke: Stroke(composition.ink.rule, width)), in: &frame)
    composition.draw(Shape(.rect(room), stroke: Stroke(composition.ink.rule, width)), in: &frame)
  }

  /// The box of a verdict, without its number.
  static func draw(_ state: Verdict.State, _ box: Rect, _ composition: SummaryComposition, in frame: inout Frame) {
    let measures = composition.measures
    func outlined(_ width: Length, _ color: Color, fill: Color? = nil) -> Shape {
      Shape(.rect(box.inset(by: width / 2)), fill: fill, stroke: Stroke(color, width))
    }
    switch state {
    case .below: composition.draw(outlined(measures.hollowOutline, composition.ink.outline), in: &frame)
    case .within where composition.ink.tint == composition.ink.paper: drawHatch(box, composition, in: &frame)
    case .within: composition.draw(Shape(.rect(box), fill: composition.ink.tint), in: &frame)
    case .above: composition.draw(Shape(.rect(box), fill: composition.ink.accent), in: &frame)
    case .nothingProgrammed, .noData: composition.draw(outlined(measures.thinOutline, composition.ink.rule), in: &frame)
    }
  }
}

/// What the fills and symbols mean, each with how many activities ended so; in as many lines as it needs.
struct VerdictLegend {
  private let lines: [[Piece]]
  private let composition: SummaryComposition

  private struct Piece {
    let state: Verdict.State
    let text: String
    let width: Length
  }

  /// - Parameter counts: of activities by state; states without any are left out.
  init(_ counts: (Verdict.State) -> Int, bands: Verdict.Bands, width: Length, _ composition: SummaryComposition) {
    self.composition = composition
    let style = VerdictLegend.style(composition)
    var lines: [[Piece]] = []
    var used = Length.zero
    for (state, text) in composition.words.legend(bands) where counts(state) > 0 {
      let text = text + " \u{B7} \(counts(state))"
      let piece = Piece(
        state: state, text: text, width: VerdictLegend.indent(composition) + composition.width(text, style))
      if lines.isEmpty || used + piece.width > width {
        lines.append([])
        used = .zero
      }
      lines[lines.count - 1].append(piece)
      used = used + piece.width + composition.measures.blockGap
    }
    self.lines = lines
  }

  private static func style(_ composition: SummaryComposition) -> TextStyle {
    TextStyle(composition.measures.small.face, composition.measures.small.size, composition.ink.text)
  }
  /// Box, symbol and their gaps.
  private static func indent(_ composition: SummaryComposition) -> Length { composition.measures.small.size * 2.9 }
  private var leading: Length { composition.measures.small.size * 1.5 }
  var height: Length { leading * Double(lines.count) }

  func set(at origin: Point, in page: inout Page, _ parent: StructureElement.ID, builder: inout DocumentBuilder) {
    guard !lines.isEmpty else { return }
    let size = composition.measures.small.size
    let list = builder.element(.list, in: parent, StructureAttributes(numbering: .unordered))
    for (row, pieces) in lines.enumerated() {
      var x = origin.x
      let baseline = origin.y + leading * Double(row) + size
      for piece in pieces {
        let box = Rect(x: x, y: baseline - size * 0.8, width: size * 1.1, height: size * 0.9)
        VerdictStrip.draw(piece.state, box, composition, in: &page.frame)
        let center = Point(x: x + size * 2, y: baseline - size * 0.35)
        composition.draw(
          VerdictSymbol.shape(
            piece.state, center: center, radius: composition.measures.symbol, color: composition.ink.text),
          in: &page.frame)
        let item = builder.element(.listItem, in: list)
        composition.add(
          piece.text, VerdictLegend.style(composition),
          at: Point(x: x + VerdictLegend.indent(composition), y: baseline),
          .start, builder.leaf(.listBody, in: item), in: &page.frame)
        x = x + piece.width + composition.measures.blockGap
      }
    }
  }
}
