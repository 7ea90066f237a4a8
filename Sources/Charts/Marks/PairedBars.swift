public import Pages

/// Paired bars: programmed hollow, real solid, each with its value over it.
///
/// Placement of values. A value stands over its own bar where it is no wider than bar and gap, so that a taller bar
/// beside it is never touched, and where a gap remains between the two values. Else both stand one over the other in
/// the middle of the slot, over the taller bar, whose own value is the lower one. Below zero, values stand under their bars. A
/// value never leaves its slot: one that is wider shrinks, down to the style's smallest size, and the layout gives slots
/// that are wide enough for that.
public struct PairedBars: Sendable {
  let pairs: [BarPair]
  let axis: PeriodAxis
  let slots: Slots
  let style: ChartStyle
  /// What the scale must hold besides these pairs.
  let others: [Double]

  /// - Parameter others: values of charts that are to have the same scale.
  public init(pairs: [BarPair], axis: PeriodAxis, style: ChartStyle, scaledWith others: [Double] = []) {
    self.pairs = pairs
    self.axis = axis
    self.slots = axis.slots
    self.style = style
    self.others = others
  }

  /// - Parameter axisOwner: of the zero line and the periods' names, which charts of many pages have in common.
  public func frame(size: Size, measuring: any TextMeasuring, owner: Owner, axisOwner: Owner) -> Frame {
    var frame = Frame(size: size)
    let labels = pairs.map { placement(of: $0, measuring) }
    let room = labels.map(\.height).max() ?? .zero
    let values = pairs.flatMap { [$0.programmed.value, $0.real.value].compactMap { $0 } } + others
    let bottom = size.height - axis.height
    let under = values.contains { $0 < 0 } ? room : .zero
    let scale = LinearScale(values: values, bottom: bottom - under, top: room)
    // Nothing but zeros: the names stay at the line, which then stands in the middle.
    let foot = values.allSatisfy { $0 == 0 } ? scale.zero : bottom
    for (index, pair) in pairs.enumerated() {
      drawBars(of: pair, at: index, scale, in: &frame, owner)
    }
    axis.draw(in: &frame, zero: scale.zero, bottom: foot, style: style, measuring: measuring, owner: axisOwner)
    for (index, pair) in pairs.enumerated() {
      drawLabels(of: pair, at: index, labels[index], scale, in: &frame, measuring, owner)
    }
    return frame
  }

  private var barWidth: Length { min(slots.width * 0.36, .pt(36)) }
  private var barGap: Length { min(slots.width * 0.04, .pt(3)) }
  private func center(_ index: Int, real: Bool) -> Length {
    slots.center(index) + (barWidth + barGap) / 2 * (real ? 1 : -1)
  }
}

// Bars
extension PairedBars {
  private func drawBars(of pair: BarPair, at index: Int, _ scale: LinearScale, in frame: inout Frame, _ owner: Owner) {
    guard pair.absence == nil else { return }
    if let value = pair.programmed.value, value != 0 {
      let inset = style.programmed.width / 2
      let box = bar(value, at: center(index, real: false), scale)
      let hollow = Rect(
        x: box.minX + inset, y: box.minY + inset, width: box.width - inset * 2,
        height: max(.zero, box.height - inset * 2))
      frame.add(.shape(Shape(.rect(hollow), stroke: style.programmed)), owner)
    }
    if let value = pair.real.value, value != 0 {
      frame.add(.shape(Shape(.rect(bar(value, at: center(index, real: true), scale)), fill: style.real)), owner)
    }
  }

  /// At least a hair high, so that a small value beside a huge one is still seen.
  private func bar(_ value: Double, at center: Length, _ scale: LinearScale) -> Rect {
    let height = max(abs((scale.y(value) - scale.zero).points), 1)
    return Rect(
      x: center - barWidth / 2, y: value < 0 ? scale.zero : scale.zero - .pt(height), width: barWidth,
      height: .pt(height))
  }
}

// Values
extension PairedBars {
  private struct Placement {
    var stacked: Bool
    var value: TextStyle
    var strong: TextStyle
    /// Above the bar, gaps included.
    var height: Length
  }

  private static let gap = Length.pt(3)

  private func placement(of pair: BarPair, _ measuring: any TextMeasuring) -> Placement {
    let programmed = measuring.width(of: pair.programmed.label, style.value)
    let real = measuring.width(of: pair.real.label, style.strongValue)
    let own = barWidth + barGap
    let touch = (programmed + real) / 2 + PairedBars.gap > own
    let stacked = pair.absence == nil && (touch || max(programmed, real) > own)
    let shrink = stacked ? min(1, (slots.width - PairedBars.gap) / max(programmed, real)) : 1
    var (value, strong) = (style.value, style.strongValue)
    value.size = max(style.smallestLabel, value.size * shrink)
    strong.size = max(style.smallestLabel, strong.size * shrink)
    let line = max(value.size, strong.size) * 1.1
    return Placement(
      stacked: stacked, value: value, strong: strong, height: line * (stacked ? 2 : 1) + PairedBars.gap)
  }

  private func drawLabels(
    of pair: BarPair, at index: Int, _ placement: Placement, _ scale: LinearScale, in frame: inout Frame,
    _ measuring: any TextMeasuring, _ owner: Owner
  ) {
    func add(_ text: String, _ style: TextStyle, _ x: Length, _ y: Length) {
      guard !text.isEmpty else { return }
      frame.add(.text(measuring.line(text, style, at: Point(x: x, y: y), .center)), owner)
    }
    if let absence = pair.absence {
      return add(absence, style.absent, slots.center(index), scale.zero - .pt(4))
    }
    let (programmed, real) = (pair.programmed, pair.real)
    guard placement.stacked else {
      add(
        programmed.label, placement.value, center(index, real: false),
        baseline(programmed.value, placement.value, scale))
      add(real.label, placement.strong, center(index, real: true), baseline(real.value, placement.strong, scale))
      return
    }
    let taller = max(programmed.value ?? 0, real.value ?? 0, 0)
    let lower = scale.y(taller) - PairedBars.gap
    // Next to the taller bar stands its own value.
    let isProgrammedTaller = (programmed.value ?? 0) > (real.value ?? 0)
    let step = placement.strong.size * 1.1
    add(real.label, placement.strong, slots.center(index), isProgrammedTaller ? lower - step : lower)
    add(programmed.label, placement.value, slots.center(index), isProgrammedTaller ? lower : lower - step)
  }

  private func baseline(_ value: Double?, _ text: TextStyle, _ scale: LinearScale) -> Length {
    let value = value ?? 0
    return value < 0 ? scale.y(value) + text.size : scale.y(value) - PairedBars.gap
  }
}
