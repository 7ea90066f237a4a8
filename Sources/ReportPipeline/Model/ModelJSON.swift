public import ReportModel

/// The parsed model and what was found in it, as JSON; the shape is described in this module's README.
public enum ModelJSON {
  /// - Parameter sink: takes the text in UTF-8, block by block; a line break ends it.
  public static func write(_ reading: Job.Reading, language: Language, to sink: @escaping ([UInt8]) -> Void) {
    var output = JSONOutput(to: sink)
    let diagnostics = reading.diagnostics + reading.reports.flatMap(\.findings)
    JSONValue.object([
      ("reports", .array(reading.reports) { report($0.report) }),
      ("diagnostics", .array(diagnostics) { JSONValue($0, language) }),
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
      ("extraColumns", some(report.extraColumns) { .string($0.header.value) }),
      ("subtotals", some(report.subtotals, subtotal)),
      ("totals", some(report.totals, total)),
      ("signers", some(report.sourceSigners, signer)),
    ])
  }

  /// null for none: what most tables do not have is not in their canonical data either.
  private static func some<Element>(_ elements: [Element], _ value: @escaping (Element) -> JSONValue) -> JSONValue {
    elements.isEmpty ? .null : .array(elements, value)
  }

  private static func subtotal(_ columns: SubtotalColumns) -> JSONValue {
    .object([
      ("label", .string(columns.label)), ("kind", .string(columns.isAccumulated ? "accumulated" : "subtotal")),
      ("periods", .array(columns.periods) { JSONValue($0 + 1) }),
    ])
  }

  private static func total(_ row: TotalRow) -> JSONValue {
    .object([
      ("label", .string(row.label.value)), ("firstActivity", JSONValue(row.activities.lowerBound + 1)),
      ("lastActivity", JSONValue(row.activities.upperBound)), ("row", JSONValue(row.label.location.row)),
      ("periods", .array(row.periods, figures)), ("annual", annual(row.annual)),
    ])
  }

  private static func signer(_ signer: SourceSigner) -> JSONValue {
    .object([
      ("role", JSONValue(signer.role?.value)), ("name", .string(signer.name.value)),
      ("post", JSONValue(signer.post?.value)),
    ])
  }

  private static func annual(_ annual: AnnualFigures) -> JSONValue {
    .object([
      ("goal", figure(annual.goal)), ("real", figure(annual.real)), ("variation", figure(annual.variation)),
      ("percent", annual.percent.map(figure) ?? .null),
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
      ("annual", annual(activity.annual)),
      ("measure", activity.measure == .count ? .null : .string(activity.measure.rawValue)),
      ("extras", some(activity.extras) { JSONValue($0?.value) }),
      ("subtotals", some(activity.subtotals, figures)),
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
}

extension JSONValue {
  /// Something to tell, in one language.
  public init(_ diagnostic: Diagnostic, _ language: Language) {
    let location = diagnostic.location
    self = .object([
      ("code", .string(diagnostic.code)), ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message[language])), ("hint", .string(diagnostic.hint[language])),
      ("file", .string(location.file)), ("row", JSONValue(location.row)), ("column", JSONValue(location.column)),
      ("sheet", JSONValue(location.sheet)), ("cell", JSONValue(location.cell)),
    ])
  }
}
