public import ReportModel

/// The parsed model and what was found in it, as JSON; the shape is described in this module's README.
public enum ModelJSON {
  /// - Parameter sink: takes the text in UTF-8, block by block; a line break ends it.
  public static func write(_ reading: Job.Reading, language: Language, to sink: @escaping ([UInt8]) -> Void) {
    var output = JSONOutput(to: sink)
    let diagnostics = reading.diagnostics + reading.reports.flatMap(\.findings)
    JSONValue.object([
      ("reports", .array(reading.reports) { report($0.report) }),
      ("diagnostics", .array(diagnostics) { diagnostic($0, language) }),
    ]).write(to: &output)
    output.endLine(0)
    output.finish()
  }

  /// One report, without findings.
  static func report(_ report: Report) -> JSONValue {
    .object([
      ("department", JSONValue(report.department?.value)),
      ("titleLines", .array(report.titleLines) { .string($0.value) }),
      ("year", JSONValue(report.year?.value)),
      ("scheme", .string(report.scheme.rawValue)),
      (
        "signs",
        .object([
          ("period", JSONValue(report.signs.period?.rawValue)), ("annual", JSONValue(report.signs.annual?.rawValue)),
        ])
      ),
      ("periods", .array(report.periods, period)),
      ("notes", .array(report.notes) { .string($0.value) }),
      ("activities", .array(report.activities, activity)),
    ])
  }

  private static func period(_ period: Period) -> JSONValue {
    .object([
      ("label", .string(period.label)), ("firstMonth", JSONValue(period.months?.lowerBound)),
      ("lastMonth", JSONValue(period.months?.upperBound)),
    ])
  }

  private static func activity(_ activity: Activity) -> JSONValue {
    .object([
      ("number", JSONValue(activity.number?.value)), ("name", .string(activity.name.value)),
      ("objective", JSONValue(activity.objective?.value)), ("unit", JSONValue(activity.unit?.value)),
      ("responsible", JSONValue(activity.responsible?.value)), ("remarks", JSONValue(activity.remarks?.value)),
      ("sheet", JSONValue(activity.name.location.sheet)), ("row", JSONValue(activity.name.location.row)),
      ("periods", .array(activity.periods, figures)),
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

  private static func figures(_ period: PeriodFigures) -> JSONValue {
    .object([
      ("programmed", figure(period.programmed)), ("real", figure(period.real)), ("variance", figure(period.variance)),
      ("percent", period.percent.map(figure) ?? .null),
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
