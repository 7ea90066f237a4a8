import Pages
import ReportModel

/// The verdicts' symbols ▲ ● ▼ ○ –, drawn as shapes so that no font need have them.
enum VerdictSymbol {
  /// The symbol of radius `radius` around `center`.
  static func shape(_ state: Verdict.State, center: Point, radius: Length, color: Color) -> Shape {
    switch state {
    case .above: Shape(triangle(center, radius, up: true), fill: color)
    case .below: Shape(triangle(center, radius, up: false), fill: color)
    case .within: Shape(.circle(center: center, radius: radius * 0.92), fill: color)
    case .noData:
      Shape(
        .rect(
          Rect(
            x: center.x - radius, y: center.y - radius * 0.2, width: radius * 2, height: radius * 0.4)), fill: color)
    case .nothingProgrammed:
      Shape(.circle(center: center, radius: radius * 0.82), stroke: Stroke(color, radius * 0.3))
    }
  }

  private static func triangle(_ center: Point, _ radius: Length, up: Bool) -> Path {
    let sign = up ? 1.0 : -1.0
    func corner(_ x: Double, _ y: Double) -> Point { Point(x: center.x + radius * x, y: center.y + radius * y * sign) }
    return .polyline([corner(0, -1), corner(1.05, 0.85), corner(-1.05, 0.85)], closed: true)
  }
}
