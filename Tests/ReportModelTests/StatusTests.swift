import ReportModel
import Testing

@Suite struct StatusTests {
  static func annual(goal: Figure.Value, real: Figure.Value) -> AnnualFigures {
    let place = SourceLocation(file: "t", row: 1, column: 1)
    return AnnualFigures(
      goal: Figure(goal, text: "", at: place), real: Figure(real, text: "", at: place),
      variation: Figure(.blank, text: "", at: place))
  }

  @Test(arguments: [
    (100, 110, Status.met), (100, 111, .exceeded), (100, 90, .met), (100, 89, .below), (1, 1, .met), (3, 2, .below),
    (0, 5, .nothingProgrammed), (30, 33, .met), (30, 34, .exceeded), (7, -1, .below),
  ])
  func followsTheBands(_ goal: Int, _ real: Int, _ status: Status) {
    let annual = Self.annual(goal: .number(Quantity(goal)), real: .number(Quantity(real)))
    #expect(StatusBands.standard.status(of: annual) == status)
  }

  @Test func hugeNumbersCompareExactly() {
    let goal = Quantity(coefficient: 9_000_000_000_000_000_000, scale: 0)
    let above = Quantity(coefficient: 9_223_372_036_854_775_807, scale: 18)
    let annual = Self.annual(goal: .number(goal), real: .number(above))
    #expect(StatusBands.standard.status(of: annual) == .below)
  }

  @Test func missingFiguresAreNoRatio() {
    #expect(StatusBands.standard.status(of: Self.annual(goal: .blank, real: .blank)) == .nothingProgrammed)
    #expect(
      StatusBands.standard.status(of: Self.annual(goal: .number(Quantity(5)), real: .absent(.notApplicable)))
        == .unknown)
  }

  @Test func outcomeIsExact() {
    #expect(Self.annual(goal: .number(Quantity(1000)), real: .number(Quantity(999))).outcome == .below)
    #expect(Self.annual(goal: .number(Quantity(1000)), real: .number(Quantity(1000))).outcome == .met)
    #expect(Self.annual(goal: .number(.zero), real: .number(Quantity(3))).outcome == .nothingProgrammed)
  }

  @Test func refusesBandsThatMakeNoSense() {
    #expect(StatusBands(lower: 101, upper: 110) == nil)
    #expect(StatusBands(lower: 90, upper: 99) == nil)
    #expect(StatusBands(lower: 70, upper: 150)?.upper == 150)
  }
}
