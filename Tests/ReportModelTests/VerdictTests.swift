import ReportModel
import Testing

@Suite struct VerdictTests {
  static func annual(goal: Figure.Value, real: Figure.Value) -> AnnualFigures {
    let place = SourceLocation(file: "t", row: 1, column: 1)
    return AnnualFigures(
      goal: Figure(goal, text: "", at: place), real: Figure(real, text: "", at: place),
      variation: Figure(.blank, text: "", at: place))
  }

  static func verdict(_ goal: Int, _ real: Int, _ bands: Verdict.Bands = .standard) -> Verdict {
    Verdict(of: annual(goal: .number(Quantity(goal)), real: .number(Quantity(real))), bands: bands)
  }

  @Test(arguments: [
    (100, 110, Verdict.State.within), (100, 111, .above), (100, 90, .within), (100, 89, .below), (1, 1, .within),
    (3, 2, .below), (0, 5, .nothingProgrammed), (30, 33, .within), (30, 34, .above), (7, -1, .below),
    (185, 173, .within), (-7, 3, .noData),
  ])
  func followsTheBands(_ goal: Int, _ real: Int, _ state: Verdict.State) {
    #expect(Self.verdict(goal, real).state == state)
  }

  @Test func hugeNumbersCompareExactly() {
    let goal = Quantity(coefficient: 9_000_000_000_000_000_000, scale: 0)
    let above = Quantity(coefficient: 9_223_372_036_854_775_807, scale: 18)
    #expect(Verdict(of: Self.annual(goal: .number(goal), real: .number(above))).state == .below)
  }

  typealias Missing = (goal: Figure.Value, real: Figure.Value, state: Verdict.State, gap: Verdict.Gap?)

  static let missing: [Missing] = [
    (.blank, .blank, .noData, .everything), (.blank, .number(Quantity(5)), .noData, .goal),
    (.absent(.noData), .number(Quantity(5)), .noData, .goal), (.absent(.notApplicable), .blank, .noData, .everything),
    (.number(Quantity(5)), .blank, .noData, .real), (.number(Quantity(-7)), .blank, .noData, .negativeGoal),
    (.absent(.notProgrammed), .blank, .nothingProgrammed, nil), (.number(.zero), .blank, .nothingProgrammed, nil),
    (.number(.zero), .number(.zero), .nothingProgrammed, nil),
  ]

  /// What the source does not say is not zero and not "nothing programmed".
  @Test(arguments: missing.indices)
  func missingFiguresAreNoRatio(_ index: Int) {
    let (goal, real, state, gap) = Self.missing[index]
    let verdict = Verdict(of: Self.annual(goal: goal, real: real))
    #expect(verdict.state == state && verdict.gap == gap)
    #expect(verdict.percent == nil && verdict.goalGap == nil && !verdict.hasRatio)
  }

  /// Whether the goal was reached never contradicts the state, nor does the printed per cent, for any bands.
  @Test(arguments: [(90, 110), (100, 100), (70, 150), (1, 100_000), (95, 105)])
  func stateGoalAndPercentAgree(_ lower: Int, _ upper: Int) throws {
    let bands = try #require(Verdict.Bands(lower: lower, upper: upper))
    for goal in [1, 3, 7, 28, 185, 1000, 99_999] {
      for real in (-2...(goal < 1000 ? goal * 3 : 40)) + [
        goal - 1, goal, goal + 1, goal * lower / 100, goal * upper / 100,
      ] {
        let verdict = Self.verdict(goal, real, bands)
        let gap = try #require(verdict.goalGap)
        let tenths = try #require(verdict.percent).tenths
        #expect((tenths > 1000) == (gap > .zero) && (tenths < 1000) == (gap < .zero), "\(real) of \(goal)")
        switch verdict.state {
        case .above: #expect(tenths > Int64(upper) * 10 && gap > .zero)
        case .below: #expect(tenths < Int64(lower) * 10 && gap < .zero)
        case .within: #expect(tenths >= Int64(lower) * 10 && tenths <= Int64(upper) * 10)
        case .nothingProgrammed, .noData: Issue.record("a ratio of \(real) to \(goal) was not judged")
        }
      }
    }
  }

  @Test(arguments: [
    (-106, 28, -3786), (-2, 3, -667), (2, 3, 667), (-1, 3, -333), (1, 2000, 1), (-1, 2000, -1), (-1, 2001, 0),
    (37, 15, 2467), (999_999, 1_000_000, 999), (1_000_001, 1_000_000, 1001), (0, 9, 0), (5, 4, 1250),
  ])
  func roundsHalfAwayFromZero(_ part: Int, _ whole: Int, _ tenths: Int64) {
    #expect(Percentage(of: Quantity(part), in: Quantity(whole))?.tenths == tenths)
  }

  @Test func thereIsNoShareOfNothing() {
    #expect(Percentage(of: Quantity(3), in: .zero) == nil)
    #expect(Percentage(of: Quantity(3), in: Quantity(-1)) == nil)
  }

  /// 89.96 % is below a band of 90 %, and 110.04 % above one of 110 %.
  @Test func roundingDoesNotCrossABand() {
    #expect(Self.verdict(10_000, 8_996).percent?.tenths == 899)
    #expect(Self.verdict(10_000, 11_004).percent?.tenths == 1101)
    #expect(Self.verdict(10_000, 9_004).percent?.tenths == 900)
  }

  @Test func refusesBandsThatMakeNoSense() {
    #expect(Verdict.Bands(lower: 101, upper: 110) == nil)
    #expect(Verdict.Bands(lower: 90, upper: 99) == nil)
    #expect(Verdict.Bands(lower: 70, upper: 150)?.upper == 150)
  }
}
