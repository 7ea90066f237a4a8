import ReportModel

/// A wrong figure as the pages tell of it: a letter beside the figure, explained below.
struct Note: Hashable, Sendable {
  /// `a`, `b`, … `z`, `aa`, …
  let mark: String
  /// The figure's place in the source; the cell with this location carries the mark.
  let location: SourceLocation
  /// Index of the activity in the report.
  let activity: Int
  /// The column's name: a period and `Var.`, or the annual column's.
  let column: String
  let kind: FigureKind
  let discrepancy: Diagnostic.Discrepancy
}

extension Note {
  /// A note for each finding about a figure, in the order of the findings. Findings about something else than a figure
  /// of an activity are told on the terminal only.
  static func notes(for findings: [Diagnostic], in report: Report, words: Words) -> [Note] {
    // Rows without a finding, which are nearly all, need no look at their cells.
    let rows = Set(findings.lazy.filter { $0.discrepancy != nil }.map(\.location.row))
    var cells: [SourceLocation: (activity: Int, column: String, kind: FigureKind)] = [:]
    for (index, activity) in report.activities.enumerated() where activity.rows.contains(where: rows.contains) {
      for (figure, column, kind) in activity.columns(report, words) {
        cells[figure.location] = (index, column, kind)
      }
    }
    var notes: [Note] = []
    for finding in findings {
      guard let discrepancy = finding.discrepancy, let cell = cells[finding.location] else { continue }
      notes.append(
        Note(
          mark: letters(notes.count), location: finding.location, activity: cell.activity, column: cell.column,
          kind: cell.kind,
          discrepancy: discrepancy))
    }
    return notes
  }

  /// Whether the figure is shown with another sign than in the source, where variations of these columns are.
  func isFlipped(_ flipped: (period: Bool, annual: Bool)) -> Bool {
    switch kind {
    case .variance: flipped.period
    case .variation: flipped.annual
    case .programmed, .real, .goal, .annualReal: false
    }
  }

  /// 0 → `a`, 25 → `z`, 26 → `aa`.
  static func letters(_ index: Int) -> String {
    SourceLocation.columnLetters(index + 1).lowercased()
  }
}

extension Activity {
  /// The source's rows that hold the activity's figures: mostly one.
  fileprivate var rows: Set<Int?> { Set(figures.map { figure($0.kind, period: $0.period).location.row }) }

  /// Every figure the source states, with the name of its column as a note tells it.
  fileprivate func columns(_ report: Report, _ words: Words) -> [(Figure, String, FigureKind)] {
    figures.map {
      (figure($0.kind, period: $0.period), words.column($0.kind, period: $0.period, of: report), $0.kind)
    }
    .filter { $0.0.origin == .stated }
  }
}

extension Words {
  /// A column in running text: `Nov/Diciembre, Var.`, `Meta programada`.
  fileprivate func column(_ kind: FigureKind, period: Int, of report: Report) -> String {
    func inPeriod(_ label: String) -> String { periodLabel(report.periods[period]) + ", " + label }
    return switch kind {
    case .programmed: inPeriod(programmedShort)
    case .real: inPeriod(realShort)
    case .variance: inPeriod(varianceShort)
    case .goal: goalHeader
    case .annualReal: realHeader(year: report.year?.value)
    case .variation: variationHeader
    }
  }
}
