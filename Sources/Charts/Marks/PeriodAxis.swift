public import Pages

/// The zero line with a label under each slot.
public struct PeriodAxis: Sendable {
  let slots: Slots
  /// For each slot its lines, each line its pieces, already broken to the slot's width.
  let labels: [[[ShapedText]]]
  let leading: Length

  public init(slots: Slots, labels: [[[ShapedText]]], leading: Length) {
    self.slots = slots
    self.labels = labels
    self.leading = leading
  }

  /// Space the labels take under the line.
  public var height: Length { leading * (Double(labels.map(\.count).max() ?? 0) + 0.35) }

  func draw(
    in frame: inout Frame, zero: Length, bottom: Length, style: ChartStyle, measuring: any TextMeasuring, owner: Owner
  ) {
    let line = Path.line(from: Point(x: slots.start, y: zero), to: Point(x: slots.end, y: zero))
    frame.add(.shape(Shape(line, stroke: style.axis)), owner)
    for (index, lines) in labels.enumerated() {
      for (row, pieces) in lines.enumerated() {
        let baseline = Point(x: slots.center(index), y: bottom + leading * Double(row + 1))
        frame.add(.text(measuring.line(pieces, style.axisLabel, at: baseline, .center)), owner)
      }
    }
  }
}
