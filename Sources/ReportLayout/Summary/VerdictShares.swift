import Pages
import ReportModel

/// How many activities ended in each verdict as one bar, for reports whose strip of single boxes would leave the lists no
/// room. Each part is as long as its share, in the fill of its verdict, with its count.
///
/// Inputs: the entries in their order, the width it may take. The legend below says the same counts in words, so the bar
/// is decoration.
struct VerdictShares {
  private let parts: [(state: Verdict.State, count: Int, width: Length)]
  private let pen: SummaryPen

  init(_ entries: [SummaryContent.Entry], width: Length, _ pen: SummaryPen) {
    self.pen = pen
    let states = entries.map(\.verdict.state)
    let order = states.reduce(into: [Verdict.State]()) { if $0.last != $1 { $0.append($1) } }
    let style = VerdictShares.style(pen, .black)
    let counted = order.map { state in
      let count = states.count { $0 == state }
      // Its count fits into each part, however small its share.
      let least = max(pen.measures.leastBox, pen.width(String(count), style) + pen.measures.small.size)
      return (state: state, count: count, least: least)
    }
    let gaps = pen.measures.boxGap * Double(max(0, counted.count - 1))
    let spare = width - gaps - counted.reduce(Length.zero) { $0 + $1.least }
    parts = counted.map { part in
      (part.state, part.count, part.least + spare * (Double(part.count) / Double(max(1, states.count))))
    }
  }

  private static func style(_ pen: SummaryPen, _ color: Color) -> TextStyle {
    TextStyle(pen.measures.strong, pen.measures.small.size, color)
  }

  var height: Length { pen.measures.boxHeight }

  func set(at origin: Point, in frame: inout Frame) {
    var x = origin.x
    for part in parts {
      let box = Rect(x: x, y: origin.y, width: part.width, height: height)
      VerdictStrip.draw(part.state, box, pen, in: &frame)
      let style = VerdictShares.style(pen, part.state == .above ? pen.ink.paper : pen.ink.text)
      let baseline = Point(x: box.midX, y: box.midY + style.size * 0.36)
      if part.state == .within {
        VerdictStrip.drawPlate(under: pen.width(String(part.count), style), style.size, box, pen, in: &frame)
      }
      pen.add(String(part.count), style, at: baseline, .center, .artifact(.layout), in: &frame)
      x = x + part.width + pen.measures.boxGap
    }
  }
}
