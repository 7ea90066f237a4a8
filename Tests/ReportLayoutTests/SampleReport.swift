import ReportModel

/// Reports made to measure: so many periods and activities, texts of a length, figures up to a size.
struct SampleReport {
  var periods = 6
  var activities = 5
  var nameLength = 60
  var objectiveLength = 200
  var largest = 40
  /// Every so many activities a wrong variance.
  var wrongEvery = 4

  func make() -> Report {
    let months = 12 / periods
    let rows = (0..<activities).map { activity($0) }
    return Report(
      department: Sourced("DIRECCIÓN DE PRUEBAS", at: place(0, 1)), year: Sourced(2023, at: place(0, 2)),
      scheme: PeriodScheme.allCases.first { $0.months == months } ?? .irregular,
      periods: (0..<periods).map { index in
        Period(label: "PERIODO \(index + 1)", months: nil, at: place(1, index + 4))
      },
      activities: rows, signs: SignConventions(period: .programmedMinusReal, annual: .realMinusProgrammed))
  }

  private func place(_ row: Int, _ column: Int) -> SourceLocation {
    SourceLocation(file: "muestra.tsv", row: row + 1, column: column)
  }

  private func activity(_ index: Int) -> Activity {
    let row = index + 10
    var column = 3
    func figure(_ value: Int) -> Figure {
      column += 1
      return Figure(.number(Quantity(value)), text: String(value), at: place(row, column))
    }
    let programmed = (0..<periods).map { (index * 7 + $0 * 3) % 3 == 0 ? 0 : (index * 13 + $0 * 29) % (largest + 1) }
    let real = programmed.enumerated().map { $1 == 0 ? 0 : ($1 + $0 * index) % (largest + 1) }
    let figures = zip(programmed, real).enumerated().map { period, pair in
      let wrong = index % wrongEvery == 1 && period == periods - 1 ? 1 : 0
      return PeriodFigures(
        programmed: figure(pair.0), real: figure(pair.1), variance: figure(pair.0 - pair.1 + wrong))
    }
    let (goal, total) = (programmed.reduce(0, +), real.reduce(0, +))
    return Activity(
      number: Sourced(String(index + 1), at: place(row, 1)),
      name: Sourced(text("ACTIVIDAD", index, nameLength), at: place(row, 2)),
      objective: Sourced(text("Objetivo", index, objectiveLength), at: place(row, 3)), periods: figures,
      annual: AnnualFigures(goal: figure(goal), real: figure(total), variation: figure(total - goal)))
  }

  /// Words that tell their activity and their place: none can be lost unseen.
  private func text(_ word: String, _ index: Int, _ length: Int) -> String {
    var text = word
    var count = 0
    while text.count < length {
      count += 1
      text += " \(word.prefix(1))\(index + 1)x\(count)"
    }
    return text
  }
}
