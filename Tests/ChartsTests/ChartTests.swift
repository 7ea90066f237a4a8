import FixedAdvance
import Pages
import Testing

@testable import Charts

@Suite struct ChartTests {
  static let style = ChartStyle(
    programmed: Stroke(.black, .pt(1)), programmedLine: Stroke(.black, .pt(1), dashes: [.pt(3), .pt(2)]),
    real: Color(0x12436D), realLine: .pt(2.6), goal: Stroke(.black, .pt(0.8)), axis: Stroke(.black, .pt(0.8)),
    ground: Color(0xEEEEEE), paper: .white, value: TextStyle(.regular, .pt(8.5)),
    strongValue: TextStyle(.bold, .pt(8.5)), label: TextStyle(.regular, .pt(8)),
    axisLabel: TextStyle(.condensed, .pt(8)), absent: TextStyle(.regular, .pt(8)), smallestLabel: .pt(4))

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

  /// Hundreds of random charts: no label on another, none outside the frame.
  @Test(arguments: [1, 2, 3, 4, 6, 12])
  func barLabelsNeverCollide(_ periods: Int) {
    let measuring = FixedAdvance()
    let size = Size(width: .pt(480), height: .pt(190))
    for seed in 0..<150 {
      var random = Random(state: UInt64(seed * 31 + periods))
      let most = [3, 40, 2000, 9_999_999][random.next(4)]
      let slots = Slots(start: .pt(50), width: .pt(370) / Double(periods), count: periods)
      let pairs = (0..<periods).map { _ -> BarPair in
        let (p, r) = (random.next(most + 1), random.next(most + 1))
        return BarPair(
          programmed: .init(value: Double(p), label: "\(p)"), real: .init(value: Double(r), label: "\(r)"),
          absence: p == 0 && r == 0 ? "s/p" : nil)
      }
      let labels = pairs.map { _ in [[measuring.shape("Ene", .condensed)]] }
      let bars = PairedBars(
        pairs: pairs, axis: PeriodAxis(slots: slots, labels: labels, leading: .pt(9)), style: Self.style)
      let frame = bars.frame(size: size, measuring: measuring, owner: .artifact(.layout))
      #expect(Self.overlaps(in: frame) == [], "seed \(seed)")
      let box = Rect(origin: .zero, size: size)
      for label in frame.textBoxes { #expect(box.contains(label.box), "\(label.text), seed \(seed)") }
    }
  }

  @Test func stepLabelsNeverCollide() {
    let slots = Slots(start: .pt(50), width: .pt(60), count: 6)
    for seed in 0..<300 {
      var random = Random(state: UInt64(seed))
      func totals(_ most: Int) -> [Double?] {
        var total = 0
        return (0..<6).map { _ in
          total += random.next(most)
          return Double(total)
        }
      }
      let (programmed, real) = (totals(1 + random.next(20)), totals(1 + random.next(20)))
      let goal = programmed[5] ?? 0
      let steps = StepLines(
        slots: slots, programmed: .init(totals: programmed, label: .init("Programado \(goal)")),
        real: .init(totals: real, label: .init("Realizado \(real[5] ?? 0)", strong: true)),
        goal: (goal, .init("Meta \(goal)")), style: Self.style)
      let size = Size(width: .pt(490), height: .pt(120))
      let frame = steps.frame(size: size, measuring: FixedAdvance(), owner: .artifact(.layout))
      #expect(Self.overlaps(in: frame) == [], "seed \(seed)")
      for label in frame.textBoxes {
        #expect(label.box.minX >= slots.end && label.box.maxX <= size.width + .pt(0.01), "seed \(seed)")
      }
    }
  }

  @Test func labelsMoveNoMoreThanTheyMust() {
    let places = LabelSpreading.places(wanted: [.pt(50), .pt(10), .pt(52)], height: .pt(10), in: .pt(0)...(.pt(100)))
    #expect(places == [.pt(50), .pt(10), .pt(60)])
    let crowded = LabelSpreading.places(wanted: [.pt(99), .pt(99)], height: .pt(10), in: .pt(0)...(.pt(100)))
    #expect(crowded == [.pt(85), .pt(95)])
  }

  @Test func scalesHoldZero() {
    let scale = LinearScale(values: [5, -3], bottom: .pt(100), top: .pt(0))
    #expect(scale.y(5) == .pt(0) && scale.y(-3) == .pt(100))
    #expect(abs((scale.zero - .pt(62.5)).points) < 1e-9)
    #expect(LinearScale(values: [], bottom: .pt(100), top: .pt(0)).zero == .pt(100))
    #expect(LinearScale(values: [0, 0], bottom: .pt(100), top: .pt(0)).zero == .pt(100))
  }

  @Test func barHeightsAreInProportion() {
    let slots = Slots(start: .zero, width: .pt(100), count: 1)
    let pair = BarPair(programmed: .init(value: 10, label: "10"), real: .init(value: 40, label: "40"))
    let axis = PeriodAxis(slots: slots, labels: [[[FixedAdvance().shape("x", .condensed)]]], leading: .pt(9))
    let frame = PairedBars(pairs: [pair], axis: axis, style: Self.style)
      .frame(size: Size(width: .pt(100), height: .pt(200)), measuring: FixedAdvance(), owner: .artifact(.layout))
    let heights = frame.items.compactMap { placed -> Double? in
      guard case .shape(let shape) = placed.item, shape.fill != nil else { return nil }
      return (shape.path.bounds?.height.points ?? 0) + (shape.stroke?.width.points ?? 0)
    }
    #expect(heights.count == 2)
    #expect(abs(heights[0] * 4 - heights[1]) < 1e-6)
  }
}
