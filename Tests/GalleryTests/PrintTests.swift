import Gallery
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// What colours tell is told without them: pages as a grey and as a one-bit printer makes them.
@Suite struct PrintTests {
  static let setting = GallerySetting.all.first { $0.name == "6 × 5" }

  struct Printed {
    let page: Page
    let raster: Raster
    let kind: Raster.Kind
  }

  /// Pages of activities, in both kinds; printed once.
  static let pages = Result {
    try (setting?.activityPages.prefix(2) ?? []).flatMap { page in
      try Raster.Kind.allCases.map { kind in
        Printed(page: page, raster: try Raster(page, kind, pixelsPerInch: Raster.printer), kind: kind)
      }
    }
  }

  /// Hollow bars are white within a dark outline, solid bars dark: each 3:1 against the other and the ground.
  @Test func programmedAndRealStayApart() throws {
    let theme = Theme.standard
    for printed in try Self.pages.get() {
      let (page, raster, kind) = (printed.page, printed.raster, printed.kind)
      let bars = page.shapes.filter { $0.shape.isBar && $0.owner != .artifact(.layout) }
      let solid = bars.filter { $0.shape.fill == theme.ink.accent }.compactMap(\.shape.path.bounds)
      let hollow = bars.filter { $0.shape.stroke != nil }.compactMap(\.shape.path.bounds)
      #expect(solid.count >= 2 && hollow.count >= 2)
      for bar in solid.filter({ $0.height > .pt(6) }) {
        let level = raster.level(in: bar.inset(by: .pt(1)))
        #expect(Raster.contrast(level, 1, kind) >= 3, "\(kind)")
      }
      for bar in hollow.filter({ $0.height > .pt(6) }) {
        let inside = raster.level(in: bar.inset(by: .pt(1.5)))
        #expect(inside > 0.97, "\(kind)")
        let outline = Rect(x: bar.minX - .pt(0.25), y: bar.minY, width: .pt(0.5), height: bar.height)
        #expect(Raster.contrast(raster.level(in: outline), inside, kind) >= 3, "\(kind)")
      }
    }
  }

  /// The lines of totals are told apart by their strokes: whole and thick, dashed, dotted.
  @Test func linesStayApart() throws {
    let theme = Theme.standard
    var seen: [String: [Double]] = [:]
    for printed in try Self.pages.get() {
      let (page, raster) = (printed.page, printed.raster)
      let segments = page.shapes.flatMap { $0.shape.segments }
      for segment in segments {
        let length = segment.lengthAlone(among: segments)
        guard length > .pt(40) else { continue }
        let window = Rect(
          x: segment.from.x + .pt(4), y: segment.from.y - .pt(1.2), width: length - .pt(8), height: .pt(2.4))
        let name =
          segment.color == theme.ink.accent && segment.width > .pt(2)
          ? "real" : segment.dashes == 0 ? "other" : segment.dashes > 2 ? "programmed" : "goal"
        seen[name, default: []].append(raster.darkColumns(in: window))
      }
    }
    let (real, programmed, goal) = (seen["real"] ?? [], seen["programmed"] ?? [], seen["goal"] ?? [])
    #expect(!real.isEmpty && !programmed.isEmpty && !goal.isEmpty)
    for share in real { #expect(share > 0.99) }
    for share in programmed { #expect(share > 0.5 && share < 0.85) }
    for share in goal { #expect(share > 0.1 && share < 0.5) }
  }

  /// The symbols of the verdicts differ in shape: pointing up, down, full, hollow, a dash.
  @Test(arguments: Raster.Kind.allCases, [2.6, 3.6])
  func statusesStayApart(_ kind: Raster.Kind, _ radius: Double) throws {
    var shares: [Verdict.State: (upper: Double, lower: Double, center: Double)] = [:]
    for status in Verdict.State.allCases {
      var page = Page(frame: Frame(size: Size(width: .pt(40), height: .pt(40))))
      let center = Point(x: .pt(20), y: .pt(20))
      let shape = VerdictSymbol.shape(status, center: center, radius: .pt(radius), color: Theme.standard.ink.text)
      page.frame.add(.shape(shape), .artifact(.layout))
      let raster = try Raster(page, kind, pixelsPerInch: Raster.printer)
      let (side, half) = (Length.pt(radius * 2), Length.pt(radius))
      let left = center.x - half
      shares[status] = (
        1 - raster.level(in: Rect(x: left, y: center.y - half, width: side, height: half)),
        1 - raster.level(in: Rect(x: left, y: center.y, width: side, height: half)),
        1 - raster.level(in: Rect(x: center.x - .pt(0.5), y: center.y - .pt(0.5), width: .pt(1), height: .pt(1)))
      )
    }
    let (up, down) = (try #require(shares[.above]), try #require(shares[.below]))
    let (full, hollow) = (try #require(shares[.within]), try #require(shares[.nothingProgrammed]))
    let dash = try #require(shares[.noData])
    #expect(dash.center > 0.5 && max(dash.upper, dash.lower) < 0.5)
    #expect(up.lower > up.upper * 1.5)
    #expect(down.upper > down.lower * 1.5)
    #expect(abs(full.upper - full.lower) < 0.12 && full.center > 0.5)
    #expect(abs(hollow.upper - hollow.lower) < 0.12 && hollow.center < 0.1)
  }

  /// The goal's mark on the bullet bar is seen over the bar and beside it.
  @Test func theGoalIsSeenOnTheBar() throws {
    for printed in try Self.pages.get() {
      let (page, raster, kind) = (printed.page, printed.raster, printed.kind)
      let marks = page.shapes.filter { $0.shape.stroke?.color == .black && $0.shape.stroke?.width == .pt(2.2) }
      let mark = try #require(marks.first?.shape.path.bounds)
      let ink = Rect(x: mark.minX - .pt(0.6), y: mark.minY + .pt(1), width: .pt(1.2), height: mark.height - .pt(2))
      #expect(raster.level(in: ink) < 0.1, "\(kind)")
    }
  }
}

struct Segment {
  let from: Point
  let to: Point
  let width: Length
  let color: Color
  /// Length of a dash, in points; 0 for a whole line.
  let dashes: Double

  /// How far it runs before another line comes within 5 pt over or under it.
  func lengthAlone(among others: [Segment]) -> Length {
    let near = others.filter { $0.from.x < to.x && $0.to.x > from.x && abs(($0.from.y - from.y).points) < 5 }
    let beginning = near.filter { $0.from != from || $0.color != color }.map(\.from.x)
    return max(.zero, (beginning.min() ?? to.x) - from.x)
  }
}

extension Shape {
  /// A single rectangle, filled dark or outlined.
  var isBar: Bool {
    guard path.elements.count == 1, case .rect = path.elements[0] else { return false }
    return fill == Theme.standard.ink.accent || stroke?.color == Theme.standard.ink.outline
  }

  /// The level stretches of a stroked line, from left to right.
  var segments: [Segment] {
    guard let stroke else { return [] }
    var (segments, last) = ([Segment](), nil as Point?)
    for element in path.elements {
      switch element {
      case .move(let point): last = point
      case .line(let point):
        if let from = last, from.y == point.y, point.x > from.x {
          segments.append(
            Segment(
              from: from, to: point, width: stroke.width, color: stroke.color,
              dashes: stroke.dashes.first?.points ?? 0))
        }
        last = point
      default: last = nil
      }
    }
    return segments
  }
}
