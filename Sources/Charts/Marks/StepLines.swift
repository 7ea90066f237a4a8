public import Pages

/// Cumulative totals over the periods against the annual goal: programmed dashed, real solid, the goal dotted.
///
/// A line steps in the middle of its slot. Placement of labels: lines are labelled in the margin behind their ends,
/// where nothing else is drawn; `LabelSpreading` keeps the labels apart, and a thin leader joins each to its line.
public struct StepLines: Sendable {
  public struct EndLabel: Hashable, Sendable {
    /// One line, or name and figure on two where one would be too wide.
    public var lines: [String]
    public var strong: Bool

    public init(_ lines: [String], strong: Bool = false) {
      self.lines = lines
      self.strong = strong
    }
  }

  /// Totals at the end of each period; nil from where on nothing is known.
  public struct Series: Hashable, Sendable {
    public var totals: [Double?]
    /// nil where another label speaks for this line too.
    public var label: EndLabel?

    public init(totals: [Double?], label: EndLabel?) {
      self.totals = totals
      self.label = label
    }
  }

  let slots: Slots
  let programmed: Series
  let real: Series
  let goal: (value: Double, label: EndLabel)?
  let style: ChartStyle

  public init(
    slots: Slots, programmed: Series, real: Series, goal: (value: Double, label: EndLabel)?, style: ChartStyle
  ) {
    self.slots = slots
    self.programmed = programmed
    self.real = real
    self.goal = goal
    self.style = style
  }

  /// - Parameter axisOwner: of the zero line, which charts of many pages have in common.
  public func frame(size: Size, measuring: any TextMeasuring, owner: Owner, axisOwner: Owner) -> Frame {
    var frame = Frame(size: size)
    let values = (programmed.totals + real.totals).compactMap { $0 } + (goal.map { [$0.value] } ?? [])
    let scale = LinearScale(values: values, bottom: size.height - .pt(1), top: .pt(6))
    drawAxis(scale, in: &frame, axisOwner)
    if let goal {
      let y = scale.y(goal.value)
      frame.add(.shape(Shape(horizontal(slots.start, slots.end, y), stroke: style.goal)), owner)
    }
    if let line = path(programmed, scale) { frame.add(.shape(Shape(line, stroke: style.programmedLine)), owner) }
    if let line = path(real, scale) {
      frame.add(.shape(Shape(line, stroke: Stroke(style.real, style.realLine))), owner)
    }
    drawCoincidence(scale, in: &frame, owner)
    drawLabels(scale, in: &frame, measuring, owner)
    return frame
  }

  private func horizontal(_ from: Length, _ to: Length, _ y: Length) -> Path {
    Path.line(from: Point(x: from, y: y), to: Point(x: to, y: y))
  }

  private func drawAxis(_ scale: LinearScale, in frame: inout Frame, _ owner: Owner) {
    frame.add(.shape(Shape(horizontal(slots.start, slots.end, scale.zero), stroke: style.axis)), owner)
    // Ticks where periods begin and end are the dashes of one thick line.
    let (height, half) = (Length.pt(3), style.axis.width / 2)
    let ticks = horizontal(slots.start - half, slots.end + half, scale.zero - height / 2)
    let dashes = [style.axis.width, slots.width - style.axis.width]
    frame.add(.shape(Shape(ticks, stroke: Stroke(style.axis.color, height, dashes: dashes))), owner)
  }

  /// nil where nothing is known: no line is not a line at zero.
  private func path(_ series: Series, _ scale: LinearScale) -> Path? {
    guard let first = series.totals.first, first != nil else { return nil }
    var points = [Point(x: slots.start, y: scale.zero)]
    for (index, total) in series.totals.enumerated() {
      guard let total else { break }
      let y = scale.y(total)
      if let last = points.last, last.y != y {
        points.append(Point(x: slots.center(index), y: last.y))
        points.append(Point(x: slots.center(index), y: y))
      }
      let next = index + 1 < series.totals.count && series.totals[index + 1] != nil
      points.append(Point(x: next ? slots.center(index + 1) : slots.left(index + 1), y: y))
    }
    return .polyline(points)
  }

  /// Light dashes over the thick line where the two totals are equal, so that neither hides the other.
  private func drawCoincidence(_ scale: LinearScale, in frame: inout Frame, _ owner: Owner) {
    let overlay = Stroke(style.paper, style.programmedLine.width, dashes: style.programmedLine.dashes)
    for index in real.totals.indices {
      guard let total = real.totals[index], total != 0, programmed.totals[index] == total else { continue }
      let last = index + 1 == slots.count || real.totals[index + 1] == nil
      let end = last ? slots.left(index + 1) : slots.center(index + 1)
      frame.add(.shape(Shape(horizontal(slots.center(index), end, scale.y(total)), stroke: overlay)), owner)
    }
  }

  private func drawLabels(_ scale: LinearScale, in frame: inout Frame, _ measuring: any TextMeasuring, _ owner: Owner) {
    // Equal values keep this order from top to bottom: what was done first.
    var labels = [real, programmed].compactMap { series in series.label.map { (end(of: series), $0) } }
    if let goal { labels.append((goal.value, goal.label)) }
    let places = LabelSpreading.places(
      wanted: labels.map { scale.y($0.0) }, heights: labels.map { height(of: $0.1) },
      in: .pt(-3)...(frame.size.height + .pt(3)))
    for ((value, label), place) in zip(labels, places) {
      let from = Point(x: slots.end + .pt(2), y: scale.y(value))
      let to = Point(x: slots.end + .pt(8), y: place)
      frame.add(.shape(Shape(.line(from: from, to: to), stroke: Stroke(style.axis.color, .pt(0.5)))), owner)
      draw(label, middle: Point(x: slots.end + .pt(10), y: place), in: &frame, measuring, owner)
    }
  }

  private var leading: Length { style.label.size * 1.12 }

  /// With the gap to the next label.
  private func height(of label: EndLabel) -> Length { leading * Double(label.lines.count) + style.label.size * 0.2 }

  private func draw(
    _ label: EndLabel, middle: Point, in frame: inout Frame, _ measuring: any TextMeasuring, _ owner: Owner
  ) {
    let text = fitted(label, width: frame.size.width - middle.x, measuring)
    let first = middle.y - leading * (Double(label.lines.count - 1) / 2) + text.size * 0.36
    for (row, line) in label.lines.enumerated() {
      let baseline = Point(x: middle.x, y: first + leading * Double(row))
      // The space keeps the words of the two lines apart for those who extract or hear them.
      var pieces = [measuring.shape(line, text.face)]
      if row + 1 < label.lines.count { pieces.append(measuring.shape(" ", text.face)) }
      frame.add(.text(measuring.line(pieces, text, at: baseline)), owner)
    }
  }

  private func end(of series: Series) -> Double { series.totals.last { $0 != nil }.flatMap { $0 } ?? 0 }

  private func fitted(_ label: EndLabel, width: Length, _ measuring: any TextMeasuring) -> TextStyle {
    var text = label.strong ? style.strongLabel : style.label
    let needed = label.lines.map { measuring.width(of: $0, text) }.max() ?? .zero
    if needed > width { text.size = max(style.smallestLabel, text.size * (width / needed)) }
    return text
  }
}
