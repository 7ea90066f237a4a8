import FixedAdvance
import Pages
import Testing

@testable import Charts

@Suite struct ChartTests {
  private static let owner = Owner.artifact(.layout)
  static let style = ChartStyle(
    programmed: Stroke(.black, .pt(1)), programmedLine: Stroke(.black, .pt(1), dashes: [.pt(3), .pt(2)]),
    real: Color(0x12436D), realLine: .pt(2.6), goal: Stroke(.black, .pt(0.8)), axis: Stroke(.black, .pt(0.8)),
    ground: Color(0xEEEEEE), paper: .white, value: TextStyle(.condensed, .pt(8.5)),
    strongValue: TextStyle(.condensedBold, .pt(8.5)), label: TextStyle(.condensed, .pt(8)),
    strongLabel: TextStyle(.condensedBold, .pt(8)), axisLabel: TextStyle(.condensed, .pt(8)),
    absent: TextStyle(.regular, .pt(8)), smallestLabel: .pt(6))

  struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  static func overlaps(in frame: Frame) -> [String] {
    let boxes = frame.textBoxes
    var found: [String] = []
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] where a.box.overlaps(b.box) { found.append("\(a.text) on \(b.text)") }
    }
    return found
  }

  /// Bars and lines a text stands on.
  static func struck(in frame: Frame) -> [String] {
    let inks = frame.items.compactMap { placed -> [Rect]? in
      guard case .shape(let shape) = placed.item else { return nil }
      return shape.strokes
    }.flatMap { $0 }
    return frame.textBoxes.flatMap { text in
      inks.filter { $0.overlaps(text.box.inset(by: .pt(0.2))) }.map { "\(text.text) on \($0)" }
    }
  }

  /// Values up to each of these.
  static let scales = [1, 3, 40, 2000, 99_999, 9_999_999, 999_999_999]

  static func random(_ periods: Int, _ random: inout Random, most: Int, negative: Bool) -> [BarPair] {
    (0..<periods).map { _ -> BarPair in
      let p = random.next(4) == 0 ? 0 : random.next(most + 1)
      var r = random.next(4) == 0 ? p : random.next(most + 1)
      if negative, random.next(3) == 0 { r = -r }
      return BarPair(
        programmed: .init(value: Double(p), label: "\(p)"), real: .init(value: Double(r), label: "\(r)"),
        absence: p == 0 && r == 0 ? "s/p" : nil)
    }
  }

  /// Hundreds of random charts at every scale of value: no label on another, on a bar or on a line, none outside the
  /// frame, none below the smallest size.
  @Test(arguments: [1, 2, 3, 4, 6, 12], [false, true])
  func barLabelsNeverCollide(_ periods: Int, _ negative: Bool) {
    let measuring = FixedAdvance()
    let size = Size(width: .pt(800), height: .pt(190))
    for seed in 0..<140 {
      var random = Random(state: UInt64(seed * 31 + periods))
      let most = Self.scales[seed % Self.scales.count]
      let slots = Slots(start: .pt(50), width: .pt(680) / Double(periods), count: periods)
      let pairs = Self.random(periods, &random, most: most, negative: negative)
      let labels = pairs.map { _ in [[measuring.shape("Ene", .condensed)]] }
      let bars = PairedBars(
        pairs: pairs, axis: PeriodAxis(slots: slots, labels: labels, leading: .pt(9)), style: Self.style)
      let frame = bars.frame(size: size, measuring: measuring, owner: Self.owner, axisOwner: Self.owner)
      #expect(Self.overlaps(in: frame) == [], "seed \(seed)")
      #expect(Self.struck(in: frame) == [], "seed \(seed)")
      let box = Rect(origin: .zero, size: size)
      for label in frame.textBoxes { #expect(box.contains(label.box), "\(label.text), seed \(seed)") }
      for case .text(let line) in frame.items.map(\.item) { #expect(line.size >= Self.style.smallestLabel) }
    }
  }

  private static func bars(_ pair: BarPair, slot: Length) -> Frame {
    let slots = Slots(start: .zero, width: slot, count: 1)
    let axis = PeriodAxis(slots: slots, labels: [[[FixedAdvance().shape("x", .condensed)]]], leading: .pt(9))
    return PairedBars(pairs: [pair], axis: axis, style: style).frame(
      size: Size(width: slot, height: .pt(150)), measuring: FixedAdvance(), owner: owner, axisOwner: owner)
  }

  /// Three digits in a slot as narrow as a month's stand each over its own bar, whichever is the taller; so does a wide
  /// figure over the taller bar, with the other's beside it and lower.
  @Test(arguments: [("259", "1"), ("141", "263"), ("883", "883"), ("484", "336"), ("123,456", "98"), ("98", "123,456")])
  func valuesStandOverTheirOwnBars(_ programmed: String, _ real: String) throws {
    let slot = Length.pt(34.2)
    func bar(_ label: String) -> BarPair.Bar { .init(value: Double(label.filter(\.isNumber)), label: label) }
    let frame = Self.bars(BarPair(programmed: bar(programmed), real: bar(real)), slot: slot)
    let boxes = frame.textBoxes.filter { $0.text == programmed || $0.text == real }
    try #require(boxes.count == 2)
    #expect(boxes[0].text == programmed && boxes[1].text == real)
    let (first, second) = (boxes[0].box, boxes[1].box)
    #expect(Self.overlaps(in: frame) == [] && Self.struck(in: frame) == [])
    #expect(first.midX <= slot / 2 && second.midX >= slot / 2, "\(first) \(second)")
    for box in [first, second] where box.width < slot / 2 {
      #expect(box.maxX <= slot / 2 || box.minX >= slot / 2, "\(box)")
    }
  }

  /// Where neither has room over its own bar, both stand over the taller one, each behind the mark of its bar.
  @Test(arguments: [("1,234,567", "987,654"), ("987,654", "1,234,567"), ("1,234,567", "1,234,567")])
  func valuesOverOneBarAreMarked(_ programmed: String, _ real: String) throws {
    func bar(_ label: String) -> BarPair.Bar { .init(value: Double(label.filter(\.isNumber)), label: label) }
    let frame = Self.bars(BarPair(programmed: bar(programmed), real: bar(real)), slot: .pt(58))
    #expect(Self.overlaps(in: frame) == [] && Self.struck(in: frame) == [])
    let marks = frame.items.compactMap { placed -> (isReal: Bool, box: Rect)? in
      guard case .shape(let shape) = placed.item, let box = placed.item.bounds else { return nil }
      return box.height > .pt(3) && box.height < .pt(7) ? (shape.fill == Self.style.real, box) : nil
    }
    #expect(marks.map(\.isReal).sorted { $0 && !$1 } == [true, false])
    for mark in marks {
      let label = mark.isReal ? real : programmed
      #expect(frame.textBoxes.contains { $0.text == label && $0.box.minX > mark.box.maxX })
    }
  }

  @Test(arguments: [false, true])
  func stepLabelsNeverCollide(_ divided: Bool) {
    let slots = Slots(start: .pt(50), width: .pt(60), count: 6)
    for seed in 0..<300 {
      var random = Random(state: UInt64(seed))
      let most = 1 + Self.scales[seed % Self.scales.count]
      func totals() -> [Double?] {
        var total = 0
        return (0..<6).map { _ in
          total += random.next(most)
          return Double(total)
        }
      }
      func label(_ name: String, _ value: Double?) -> StepLines.EndLabel {
        StepLines.EndLabel(divided ? [name, "\(Int(value ?? 0))"] : ["\(name) \(Int(value ?? 0))"])
      }
      let programmed = totals()
      let real = random.next(3) == 0 ? programmed : totals()
      let goal = random.next(2) == 0 ? programmed[5] ?? 0 : Double(random.next(most))
      let steps = StepLines(
        slots: slots, programmed: .init(totals: programmed, label: label("Programado", programmed[5])),
        real: .init(totals: real, label: label("Realizado", real[5])), goal: (goal, label("Meta", goal)),
        style: Self.style)
      let size = Size(width: .pt(560), height: .pt(90))
      let frame = steps.frame(size: size, measuring: FixedAdvance(), owner: Self.owner, axisOwner: Self.owner)
      #expect(Self.overlaps(in: frame) == [], "seed \(seed)")
      #expect(Self.struck(in: frame) == [], "seed \(seed)")
      for label in frame.textBoxes {
        #expect(label.box.minX >= slots.end && label.box.maxX <= size.width + .pt(0.01), "seed \(seed)")
      }
    }
  }

  @Test func labelsMoveNoMoreThanTheyMust() {
    func places(_ wanted: [Double], _ heights: [Double]) -> [Double] {
      LabelSpreading.places(
        wanted: wanted.map { .pt($0) }, heights: heights.map { .pt($0) }, in: .pt(0)...(.pt(100))
      ).map(\.points)
    }
    #expect(places([50, 10, 90], [10, 10, 10]) == [50, 10, 90], "apart already")
    #expect(places([50, 10, 52], [10, 10, 10]) == [46, 10, 56], "both give way")
    #expect(places([99, 99], [10, 10]) == [85, 95], "the end stops them")
    #expect(places([50, 50, 50], [10, 20, 10]) == [35, 50, 65], "heights differ")
  }

  @Test func scalesHoldZero() {
    let scale = LinearScale(values: [5, -3], bottom: .pt(100), top: .pt(0))
    #expect(scale.y(5) == .pt(0) && scale.y(-3) == .pt(100))
    #expect(abs((scale.zero - .pt(62.5)).points) < 1e-9)
    #expect(LinearScale(values: [5], bottom: .pt(100), top: .pt(0)).zero == .pt(100))
    #expect(LinearScale(values: [0, 0], bottom: .pt(100), top: .pt(0)).zero == .pt(50), "nothing to measure")
  }

  @Test func barHeightsAreInProportion() {
    let slots = Slots(start: .zero, width: .pt(100), count: 1)
    let pair = BarPair(programmed: .init(value: 10, label: "10"), real: .init(value: 40, label: "40"))
    let axis = PeriodAxis(slots: slots, labels: [[[FixedAdvance().shape("x", .condensed)]]], leading: .pt(9))
    let frame = PairedBars(pairs: [pair], axis: axis, style: Self.style)
      .frame(
        size: Size(width: .pt(100), height: .pt(200)), measuring: FixedAdvance(), owner: Self.owner,
        axisOwner: Self.owner)
    let heights = frame.items.compactMap { placed -> Double? in
      guard case .shape(let shape) = placed.item, case .rect? = shape.path.elements.first else { return nil }
      return (shape.path.bounds?.height.points ?? 0) + (shape.stroke?.width.points ?? 0)
    }
    #expect(heights.count == 2)
    #expect(abs(heights[0] * 4 - heights[1]) < 1e-6)
  }
}
