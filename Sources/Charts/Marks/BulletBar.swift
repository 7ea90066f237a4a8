public import Pages

/// One bar against one mark: what was done against the goal. The ground reaches the larger of the two.
public struct BulletBar: Sendable {
  let goal: Double
  let real: Double
  /// Printed under the goal's mark.
  let label: String
  let style: ChartStyle

  public init(goal: Double, real: Double, label: String, style: ChartStyle) {
    self.goal = goal
    self.real = real
    self.label = label
    self.style = style
  }

  /// What the mark reaches beyond the bar's ground.
  private static let reach = Length.pt(3)

  /// Height of the bar's ground; the label hangs below it.
  private var groundHeight: Length { style.label.size * 2.3 }
  public var height: Length { groundHeight + BulletBar.reach * 2 + style.label.size * 1.15 }

  public func frame(width: Length, measuring: any TextMeasuring, owner: Owner) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    let ground = Rect(x: .zero, y: BulletBar.reach, width: width, height: groundHeight)
    frame.add(
      .shape(
        style.ground == style.paper
          ? Shape(.rect(ground.inset(by: .pt(0.25))), stroke: Stroke(style.axis.color, .pt(0.5)))
          : Shape(.rect(ground), fill: style.ground)), owner)
    let low = min(0, real)
    let span = max(goal, real, 0) - low
    guard span > 0 else { return frame }
    func x(_ value: Double) -> Length { width * ((value - low) / span) }
    let bar = Rect(
      x: min(x(0), x(real)), y: ground.minY + ground.height / 4, width: x(max(real, 0)) - x(min(real, 0)),
      height: ground.height / 2)
    frame.add(.shape(Shape(.rect(bar), fill: style.real)), owner)
    drawMark(at: x(goal), ground, in: &frame, owner)
    let text = measuring.width(of: label, style.label)
    let center = min(max(x(goal), text / 2), width - text / 2)
    let baseline = Point(x: center, y: ground.maxY + BulletBar.reach + style.label.size)
    frame.add(.text(measuring.line(label, style.label, at: baseline, .center)), owner)
    return frame
  }

  /// White beside black, so that the mark is seen on the bar and on the ground, in one bit too.
  private func drawMark(at x: Length, _ ground: Rect, in frame: inout Frame, _ owner: Owner) {
    let x = min(max(x, .pt(1.1)), ground.maxX - .pt(1.1))
    let reach = BulletBar.reach
    let line = Path.line(from: Point(x: x, y: ground.minY - reach), to: Point(x: x, y: ground.maxY + reach))
    frame.add(.shape(Shape(line, stroke: Stroke(style.paper, .pt(4)))), owner)
    frame.add(.shape(Shape(line, stroke: Stroke(.black, .pt(2.2)))), owner)
  }
}
