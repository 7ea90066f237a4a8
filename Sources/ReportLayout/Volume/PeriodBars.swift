import Pages
import ReportModel

/// A year at the size of a word: for each period what was programmed, hollow, and what was carried out, solid. It shows a
/// course only; the figures stand on the activity's page.
struct PeriodBars {
  let activity: Activity
  let composition: OverviewComposition

  private var values: [(programmed: Double, real: Double)] {
    activity.periods.map {
      (max(0, $0.programmed.quantity?.approximation ?? 0), max(0, $0.real.quantity?.approximation ?? 0))
    }
  }

  func draw(in box: Rect, _ frame: inout Frame) {
    let (values, most) = (values, values.flatMap { [$0.programmed, $0.real] }.max() ?? 0)
    let line = Path.line(from: Point(x: box.minX, y: box.maxY), to: Point(x: box.maxX, y: box.maxY))
    composition.setting.draw(Shape(line, stroke: Stroke(composition.ink.text, .pt(0.6))), in: &frame)
    guard most > 0 else { return }
    let slot = box.width / Double(values.count)
    let bar = min(slot * 0.36, .pt(9))
    for (index, pair) in values.enumerated() {
      let middle = box.minX + slot * (Double(index) + 0.5)
      func rect(_ value: Double, _ x: Length, inset: Length) -> Rect {
        let height = max(box.height * (value / most), .pt(1.2))
        return Rect(x: x, y: box.maxY - height, width: bar, height: height).inset(by: inset)
      }
      if pair.programmed > 0 {
        let outline = Stroke(composition.ink.outline, .pt(0.6))
        composition.setting.draw(
          Shape(.rect(rect(pair.programmed, middle - bar, inset: .pt(0.3))), stroke: outline), in: &frame)
      }
      if pair.real > 0 {
        composition.setting.draw(
          Shape(.rect(rect(pair.real, middle, inset: .zero)), fill: composition.ink.accent), in: &frame)
      }
    }
  }
}
