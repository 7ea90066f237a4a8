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

  /// Height of the bar's ground; the label hangs below it.
  public static let groundHeight = Length.pt(20)
  public static let height = Length.pt(36)

  public func frame(width: Length, measuring: any TextMeasuring, owner: Owner) -> Frame {
    var frame = Frame(size: Size(width: width, height: BulletBar.height))
    let ground = Rect(x: .zero, y: .pt(3), width: width, height: BulletBar.groundHeight)
    frame.add(.shape(Shape(.rect(ground), fill: style.ground)), owner)
    let low = min(0, real)
    let span = max(goal, real, 0) - low
    guard span > 0 else { return frame }
    func x(_ value: Double) -> Length { width * ((value - low) / span) }
    let bar = Rect(
      x: min(x(0), x(real)), y: ground.minY + .pt(5), width: x(max(real, 0)) - x(min(real, 0)),
      height: ground.height - .pt(10))
    frame.add(.shape(Shape(.rect(bar), fill: style.real)), owner)
    drawMark(at: x(goal), ground, in: &frame, owner)
    let text = measuring.width(of: label, style.label)
    let center = min(max(x(goal), text / 2), width - text / 2)
    frame.add(.text(measuring.line(label, style.label, at: Point(x: center, y: .pt(34.5)), .center)), owner)
    return frame
  }

  /// White beside black, so that the mark is seen on the bar and on the ground, in one bit too.
  private func drawMark(at x: Length, _ ground: Rect, in frame: inout Frame, _ owner: Owner) {
    let x = min(max(x, .pt(1.1)), ground.maxX - .pt(1.1))
    let line = Path.line(from: Point(x: x, y: ground.minY - .pt(3)), to: Point(x: x, y: ground.maxY + .pt(3)))
    frame.add(.shape(Shape(line, stroke: Stroke(style.paper, .pt(4)))), owner)
    frame.add(.shape(Shape(line, stroke: Stroke(.black, .pt(2.2)))), owner)
  }
}
