import ReportIngest
import ReportModel

/// What reading gave, as text to compare: reports with every figure, then what there is to tell, with its place.
enum ReportText {
  static func text(_ result: ReportReader.Result) -> String {
    let findings = result.diagnostics + result.reports.flatMap(Audit.findings)
    return (result.reports.flatMap(lines) + findings.map(line)).joined(separator: "\n") + "\n"
  }

  private static func lines(_ report: Report) -> [String] {
    let periods = report.periods.map { period in
      "\(period.label.flat) " + (period.months.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "?")
    }
    let signs = [report.signs.period, report.signs.annual].map { $0?.rawValue ?? "?" }
    let head = [
      "office: \(report.department?.value ?? "none")", "titles: \(report.titleLines.map(\.value))",
      "year: \(report.year.map { "\($0.value)" } ?? "none")", "\(report.scheme.rawValue): \(periods)",
      "signs: \(signs)",
    ]
    return head + report.activities.flatMap(lines) + report.notes.map { "note: \($0.value.flat)" }
      + extras(report) + subtotals(report) + totals(report)
      + report.sourceSigners.map { "signer: \([$0.role, $0.name, $0.post].map { $0?.value ?? "none" })" }
  }

  private static func extras(_ report: Report) -> [String] {
    report.extraColumns.enumerated().map { index, column in
      "extra “\(column.header.value.flat)”: \(report.activities.map { $0.extras[index]?.value ?? "blank" })"
    }
  }

  private static func subtotals(_ report: Report) -> [String] {
    report.subtotals.enumerated().map { index, columns in
      let figures = report.activities.map { activity in
        [activity.subtotals[index].programmed, activity.subtotals[index].real].map(text).joined(separator: " ")
      }
      return
        "\(columns.isAccumulated ? "running sum" : "subtotal") “\(columns.label.flat)” of periods \(columns.periods): \(figures)"
    }
  }

  private static func totals(_ report: Report) -> [String] {
    report.totals.map { total in
      let periods = total.periods.map { "\(text($0.programmed)) \(text($0.real))" }.joined(separator: " | ")
      return
        "total “\(total.label.value.flat)” of \(total.activities): \(periods) = \(text(total.annual.goal)) \(text(total.annual.real))"
    }
  }

  private static func lines(_ activity: Activity) -> [String] {
    let texts = [
      activity.number, activity.name, activity.objective, activity.unit, activity.responsible, activity.remarks,
    ]
    let periods = activity.periods.map { period in
      ([period.programmed, period.real, period.variance] + (period.percent.map { [$0] } ?? [])).map(text)
        .joined(separator: " ")
    }
    let annual = activity.annual
    let year = ([annual.goal, annual.real, annual.variation] + (annual.percent.map { [$0] } ?? [])).map(text)
    return [
      "activity: " + texts.map { $0?.value.flat ?? "none" }.joined(separator: " | "),
      "  " + periods.joined(separator: " | ") + " = " + year.joined(separator: " "),
    ]
  }

  /// `[5]` is computed.
  private static func text(_ figure: Figure) -> String {
    let value =
      switch figure.value {
      case .number(let quantity): "\(quantity)"
      case .blank: "blank"
      case .absent(let absence): absence.rawValue
      }
    let marked = value + (figure.mark.map { "{\($0)}" } ?? "") + (figure.unit.map { "<\($0)>" } ?? "")
    return figure.origin == .computed ? "[\(marked)]" : marked
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.location) \(diagnostic.severity.rawValue) \(diagnostic.code): \(diagnostic.message.en.flat)"
  }
}

extension String {
  /// On one line, and no longer than needed to know it again.
  fileprivate var flat: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: "⏎")
    return line.count <= 120 ? line : "\(line.prefix(100))… (\(line.count))"
  }
}
