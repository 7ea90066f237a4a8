public import ReportModel

/// The parsed model and what was found in it, as JSON; the shape is described in this module's README.
public enum ModelJSON {
  public static func text(_ reading: Job.Reading, language: Language) -> String {
    let diagnostics = reading.diagnostics + reading.reports.flatMap(\.findings)
    return JSONValue.object([
      ("reports", .array(reading.reports.map { report($0.report) })),
      ("diagnostics", .array(diagnostics.map { diagnostic($0, language) })),
    ]).text
  }

  /// One report, without findings.
  static func report(_ report: Report) -> JSONValue {
    .object([
      ("department", JSONValue(report.department?.value)),
      ("titleLines", .array(report.titleLines.map { .string($0.value) })),
      ("year", JSONValue(report.year?.value)),
      ("scheme", .string(report.scheme.rawValue)),
      (
        "signs",
        .object([
          ("period", JSONValue(report.signs.period?.rawValue)), ("annual", JSONValue(report.signs.annual?.rawValue)),
        ])
      ),
      ("periods", .array(report.periods.map(period))),
      ("notes", .array(report.notes.map { .string($0.value) })),
      ("activities", .array(report.activities.map { activity($0, report.periods) })),
    ])
  }

  private static func period(_ period: Period) -> JSONValue {
    .object([
      ("label", .string(period.label)), ("firstMonth", JSONValue(period.months?.lowerBound)),
      ("lastMonth", JSONValue(period.months?.upperBound)),
    ])
  }

  private static func activity(_ activity: Activity, _ periods: [Period]) -> JSONValue {
    .object([
      ("number", JSONValue(activity.number?.value)), ("name", .string(activity.name.value)),
      ("objective", JSONValue(activity.objective?.value)), ("unit", JSONValue(activity.unit?.value)),
      ("responsible", JSONValue(activity.responsible?.value)), ("remarks", JSONValue(activity.remarks?.value)),
      ("sheet", JSONValue(activity.name.location.sheet)), ("row", JSONValue(activity.name.location.row)),
      (
        "periods",
        .array(
          activity.periods.map {
            .object([
              ("programmed", figure($0.programmed)), ("real", figure($0.real)), ("variance", figure($0.variance)),
              ("percent", $0.percent.map(figure) ?? .null),
            ])
          })
      ),
      (
        "annual",
        .object([
          ("goal", figure(activity.annual.goal)), ("real", figure(activity.annual.real)),
          ("variation", figure(activity.annual.variation)),
          ("percent", activity.annual.percent.map(figure) ?? .null),
        ])
      ),
    ])
  }

  private static func figure(_ figure: Figure) -> JSONValue {
    let (kind, value): (String, JSONValue) =
      switch figure.value {
      case .number(let quantity): ("number", .number(quantity.description))
      case .blank: ("blank", nil)
      case .absent(let absence): (absence.rawValue, nil)
      }
    return .object([
      ("kind", .string(kind)), ("value", value), ("text", .string(figure.text)),
      ("mark", JSONValue(figure.mark)), ("unit", JSONValue(figure.unit)),
      ("origin", .string(figure.origin == .stated ? "stated" : "computed")),
      ("row", JSONValue(figure.location.row)), ("column", JSONValue(figure.location.column)),
      ("cell", JSONValue(figure.location.cell)),
    ])
  }

  private static func diagnostic(_ diagnostic: Diagnostic, _ language: Language) -> JSONValue {
    let location = diagnostic.location
    return .object([
      ("code", .string(diagnostic.code)), ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message[language])), ("hint", .string(diagnostic.hint[language])),
      ("file", .string(location.file)), ("row", JSONValue(location.row)), ("column", JSONValue(location.column)),
      ("sheet", JSONValue(location.sheet)), ("cell", JSONValue(location.cell)),
    ])
  }
}
