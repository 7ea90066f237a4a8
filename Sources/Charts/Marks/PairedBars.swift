public import Pages

/// Paired bars: programmed hollow, real solid, each with its value over it.
///
/// Placement of values. A value stands over its own bar: in the bar's middle where it is no wider than bar and gap and a
/// gap remains between the two values; else moved outwards, as far as its half of the slot allows; else, where it alone is
/// wider than that half, over the taller bar and a line above the other's value. Only where none of these has room do
/// both stand one over the other in the middle of the slot, over the taller bar, whose own value is the lower one, each
/// behind the mark of its bar where the slot has room for it. Below zero, values stand under their bars. A value never
/// leaves its slot: one that is wider shrinks, down to the style's smallest size, and the layout gives slots that are
/// wide enough for that.
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
  /// What a value has in its half of the slot.
  private var half: Length { slots.width / 2 - PairedBars.gap }
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
  private enum Form {
    /// Each over the middle of its bar.
    case centered
    /// Each over its bar, in its half of the slot.
    case halves
    /// One is wider than its half.
    case wide
  }

  private struct Placement {
    var form: Form
    /// The wider of the two, in the sizes below.
    var width: Length
    var value: TextStyle
    var strong: TextStyle
    /// Above the bar, gaps included.
    var height: Length
    var line: Length { max(value.size, strong.size) * 1.1 }
  }

  private static let gap = Length.pt(3)

  private func placement(of pair: BarPair, _ measuring: any TextMeasuring) -> Placement {
    let programmed = measuring.width(of: pair.programmed.label, style.value)
    let real = measuring.width(of: pair.real.label, style.strongValue)
    let (wider, own) = (max(programmed, real), barWidth + barGap)
    let isCentered = pair.absence != nil || (programmed + real) / 2 + PairedBars.gap <= own && wider <= own
    let form = isCentered ? Form.centered : wider <= half ? .halves : .wide
    let shrink = form == .wide ? min(1, (slots.width - PairedBars.gap) / wider) : 1
    var (value, strong) = (style.value, style.strongValue)
    value.size = max(style.smallestLabel, value.size * shrink)
    strong.size = max(style.smallestLabel, strong.size * shrink)
    var placement = Placement(form: form, width: wider * shrink, value: value, strong: strong, height: .zero)
    placement.height = placement.line * (form == .wide ? 2 : 1) + PairedBars.gap
    return placement
  }

  private func drawLabels(
    of pair: BarPair, at index: Int, _ placement: Placement, _ scale: LinearScale, in frame: inout Frame,
    _ measuring: any TextMeasuring, _ owner: Owner
  ) {
    if let absence = pair.absence {
      let middle = Point(x: slots.center(index), y: scale.zero - .pt(4))
      return add(absence, style.absent, at: middle, in: &frame, measuring, owner)
    }
    guard placement.form != .wide || areApart(pair, placement, scale, measuring) else {
      return drawStacked(pair, at: index, placement, scale, in: &frame, measuring, owner)
    }
    for isReal in [false, true] {
      let (bar, text) = isReal ? (pair.real, placement.strong) : (pair.programmed, placement.value)
      let width = measuring.width(of: bar.label, text)
      let x = placement.form == .centered ? center(index, real: isReal) : middle(of: width, at: index, real: isReal)
      add(bar.label, text, at: Point(x: x, y: baseline(bar.value, text, scale)), in: &frame, measuring, owner)
    }
  }

  /// The middle of a value that is moved outwards from its bar's: in its half, or in the slot if it is wider than that.
  private func middle(of width: Length, at index: Int, real: Bool) -> Length {
    let (edge, own) = (PairedBars.gap / 2, center(index, real: real))
    let isWide = width > half
    let left = slots.left(index) + (real && !isWide ? slots.width / 2 : .zero) + edge
    let right = slots.left(index + 1) - (real || isWide ? .zero : slots.width / 2) - edge
    return max(left + width / 2, min(own, right - width / 2))
  }

  /// Whether the lower bar's value fits into its half, and the taller bar's stands a line above it.
  private func areApart(
    _ pair: BarPair, _ placement: Placement, _ scale: LinearScale, _ measuring: any TextMeasuring
  ) -> Bool {
    let (programmed, real) = (pair.programmed.value ?? 0, pair.real.value ?? 0)
    guard min(programmed, real) >= 0 else { return false }
    let lower =
      real < programmed
      ? measuring.width(of: pair.real.label, placement.strong)
      : measuring.width(of: pair.programmed.label, placement.value)
    return lower <= half && abs((scale.y(programmed) - scale.y(real)).points) >= placement.line.points
  }

  private func drawStacked(
    _ pair: BarPair, at index: Int, _ placement: Placement, _ scale: LinearScale, in frame: inout Frame,
    _ measuring: any TextMeasuring, _ owner: Owner
  ) {
    let (programmed, real) = (pair.programmed.value ?? 0, pair.real.value ?? 0)
    let lower = scale.y(max(programmed, real, 0)) - PairedBars.gap
    let upper = lower - placement.strong.size * 1.1
    let side = placement.value.size * 0.6
    let isMarked = placement.width + side * 1.6 <= slots.width - PairedBars.gap
    for isReal in [true, false] {
      let (bar, text) = isReal ? (pair.real, placement.strong) : (pair.programmed, placement.value)
      // Next to the taller bar stands its own value.
      let isLower = isReal == (programmed <= real)
      let place = Point(x: slots.center(index) + (isMarked ? side * 0.8 : .zero), y: isLower ? lower : upper)
      add(bar.label, text, at: place, in: &frame, measuring, owner)
      guard isMarked, !bar.label.isEmpty else { continue }
      let left = place.x - measuring.width(of: bar.label, text) / 2 - side * 1.6
      let mark = Rect(x: left, y: place.y - side * 1.05, width: side, height: side)
      frame.add(.shape(self.mark(mark, real: isReal)), owner)
    }
  }

  /// As bars are drawn.
  private func mark(_ box: Rect, real: Bool) -> Shape {
    let width = style.programmed.width * 0.7
    return real
      ? Shape(.rect(box), fill: style.real)
      : Shape(.rect(box.inset(by: width / 2)), stroke: Stroke(style.programmed.color, width))
  }

  private func add(
    _ text: String, _ style: TextStyle, at point: Point, in frame: inout Frame, _ measuring: any TextMeasuring,
    _ owner: Owner
  ) {
    guard !text.isEmpty else { return }
    frame.add(.text(measuring.line(text, style, at: point, .center)), owner)
  }

  private func baseline(_ value: Double?, _ text: TextStyle, _ scale: LinearScale) -> Length {
    let value = value ?? 0
    return value < 0 ? scale.y(value) + text.size : scale.y(value) - PairedBars.gap
  }
}
