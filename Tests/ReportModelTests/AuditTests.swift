import ReportModel
import Testing

@Suite struct AuditTests {
  /// A table of one activity and one figure a period, written `programmed real variance; …; goal real variation`, each
  /// figure at column 1, 2, 3 …; `.` is a blank.
  static func report(_ text: String, signs: SignConventions? = nil) -> Report {
    var column = 0
    let groups = text.split(separator: ";").map { group in
      group.split(separator: " ").map { word in
        column += 1
        let place = SourceLocation(file: "t", row: 7, column: column)
        let value = Int(word).map { Figure.Value.number(Quantity($0)) } ?? .blank
        return Figure(value, text: String(word), at: place)
      }
    }
    let periods = groups.dropLast().map { PeriodFigures(programmed: $0[0], real: $0[1], variance: $0[2]) }
    let last = groups[groups.count - 1]
    let activity = Activity(
      number: Sourced("1", at: SourceLocation(file: "t", row: 7)),
      name: Sourced("ACTIVIDAD", at: SourceLocation(file: "t", row: 7)), objective: nil, periods: periods,
      annual: AnnualFigures(goal: last[0], real: last[1], variation: last[2]))
    return Report(
      department: nil, year: nil, scheme: .irregular,
      periods: periods.map { _ in Period(label: "P", months: nil, at: SourceLocation(file: "t")) },
      activities: [activity], signs: signs ?? SignConventions(of: [activity]))
  }

  @Test(arguments: [
    // right in either convention
    ("5 3 2; 4 4 0; 9 7 -2", []), ("5 3 -2; 4 4 0; 9 7 2", []),
    // wrong amounts
    ("8 14 0; 9 2 7; 17 16 -1", ["variance-mismatch@3"]), ("8 14 -5; 9 2 7; 17 16 -1", ["variance-mismatch@3"]),
    // the right amount with the sign of the other convention
    ("5 3 2; 9 4 5; 8 9 1; 22 16 -6", ["variance-sign@9"]),
    // sums
    ("5 3 2; 9 4 5; 15 7 -8", ["programmed-sum@7"]), ("5 3 2; 9 4 5; 14 9 -5", ["real-sum@8"]),
    // one variation after each convention
    ("5 3 2; 4 9 5; 9 12 3", ["sign-conflict@6"]),
    // blanks are not zero, and nothing is judged by them
    ("5 . 2; 9 4 5; 14 4 -10", ["unexplained-blank@2"]), ("5 3 .; 9 4 5; 14 7 .", []),
    (". . .; . . .; . . .", ["blank-period@1", "blank-period@4", "unexplained-blank@7"]),
  ])
  func finds(_ table: String, _ expected: [String]) {
    let found = Audit.findings(in: Self.report(table)).map { "\($0.code)@\($0.location.column ?? 0)" }
    #expect(found == expected)
  }

  @Test func annualVariationHasItsOwnConvention() {
    let signs = SignConventions(period: .programmedMinusReal, annual: .realMinusProgrammed)
    let found = Audit.findings(in: Self.report("5 3 2; 5 3 2", signs: signs))
    #expect(found.map(\.code) == ["variation-sign"])
    #expect(found.first?.discrepancy == .init(stated: Quantity(2), computed: Quantity(-2)))
  }
}
