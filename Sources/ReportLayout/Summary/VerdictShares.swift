import Pages
import ReportModel

/// How many activities ended in each verdict as one bar, for reports whose strip of single boxes would leave the lists no
/// room. Each part is as long as its share, in the fill of its verdict, with its count.
///
/// Inputs: the entries in their order, the width it may take. The legend below says the same counts in words, so the bar
/// is decoration.
struct VerdictShares {
  private let parts: [(state: Verdict.State, count: Int, width: Length)]
  private let composition: SummaryComposition

  init(_ entries: [SummaryContent.Entry], width: Length, _ composition: SummaryComposition) {
    self.composition = composition
    let states = entries.map(\.verdict.state)
    let order = states.reduce(into: [Verdict.State]()) { if $0.last != $1 { $0.append($1) } }
    let style = VerdictShares.style(composition, .black)
    let counted = order.map { state in
      let count = states.count { $0 == state }
      // Its count fits into each part, however small its share.
      let least = max(
        composition.measures.leastBox, composition.width(String(count), style) + composition.measures.small.size)
      return (state: state, count: count, least: least)
    }
    let gaps = composition.measures.boxGap * Double(max(0, counted.count - 1))
    let spare = width - gaps - counted.reduce(Length.zero) { $0 + $1.least }
    parts = counted.map { part in
      (part.state, part.count, part.least + spare * (Double(part.count) / Double(max(1, states.count))))
    }
  }

  private static func style(_ composition: SummaryComposition, _ color: Color) -> TextStyle {
    TextStyle(composition.measures.strong, composition.measures.small.size, color)
  }

  var height: Length { composition.measures.boxHeight }

  func set(at origin: Point, in frame: inout Frame) {
    var x = origin.x
    for part in parts {
      let box = Rect(x: x, y: origin.y, width: part.width, height: height)
      VerdictStrip.draw(part.state, box, composition, in: &frame)
      let style = VerdictShares.style(composition, part.state == .above ? composition.ink.paper : composition.ink.text)
      let baseline = Point(x: box.midX, y: box.midY + style.size * 0.36)
      if part.state == .within {
        VerdictStrip.drawPlate(
          under: composition.width(String(part.count), style), style.size, box, composition, in: &frame)
      }
      composition.add(String(part.count), style, at: baseline, .center, .artifact(.layout), in: &frame)
      x = x + part.width + composition.measures.boxGap
    }
  }
}
