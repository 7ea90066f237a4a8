/// What the labels of a row say of figures: each different label is looked at once, however often it stands there.
struct FigureLabels {
  struct Label {
    /// As a column under a period.
    let figure: HeaderWords.Meaning?
    /// As a column of the whole year that may also stand under periods.
    let annual: HeaderWords.Meaning?
    /// The first column it stands in, and in how many.
    let first: Int
    var count = 1
  }

  let all: [Label]

  init(_ row: Grid.Row) {
    var labels: [Label] = []
    var places: [String: Int] = [:]
    for (column, cell) in row.cells.enumerated() where FigureLabels.mayBeLabel(cell) {
      if let place = places[cell] {
        labels[place].count += 1
      } else {
        places[cell] = labels.count
        labels.append(
          Label(
            figure: HeaderLocator.figure(in: cell)?.meaning, annual: HeaderLocator.repeatable(cell), first: column))
      }
    }
    all = labels
  }

  /// Columns whose label is such.
  func count(_ isSuch: (Label) -> Bool) -> Int { all.reduce(0) { isSuch($1) ? $0 + $1.count : $0 } }

  /// One column of goals and one of results: the whole year is the only period.
  var isAnnualOnly: Bool {
    [HeaderWords.Meaning.programmed, .real].allSatisfy { wanted in count { ($0.annual ?? $0.figure) == wanted } == 1 }
  }

  /// Figures and long texts are no labels; most cells of a table end here.
  private static func mayBeLabel(_ cell: String) -> Bool {
    cell.utf8.count <= 60 && cell.utf8.contains { $0 >= 0x41 || $0 == 0x25 }
  }
}
