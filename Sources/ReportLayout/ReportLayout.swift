public import Pages
public import ReportModel
public import Workers

/// How a report is to be set.
public struct LayoutOptions: Hashable, Sendable {
  public var paper: Paper
  public var language: Language
  /// Date of issue; nil prints and stores none.
  public var date: CalendarDate?
  public var bands: StatusBands
  /// Short form of the checksum of the report's data, printed at every foot; nil prints none.
  public var dataHash: String?

  public init(
    paper: Paper = .carta, language: Language = .es, date: CalendarDate? = nil, bands: StatusBands = .standard,
    dataHash: String? = nil
  ) {
    self.paper = paper
    self.language = language
    self.date = date
    self.bands = bands
    self.dataHash = dataHash
  }
}

/// Sets a report: the table, then a page for each activity.
public enum ReportLayout {
  /// Settles all page numbers; the pages themselves are set when the plan's parts are asked for.
  /// - Throws: `UnsettableText`.
  public static func plan(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, measuring: any TextMeasuring,
    workers: Workers = .one
  ) throws(UnsettableText) -> DocumentPlan {
    let words = Words(language: options.language)
    try UnsettableText.check(report, measuring)
    let context = Context(
      report: report, notes: Note.notes(for: findings, in: report, words: words), options: options, theme: .standard,
      words: words, typesetter: Typesetter(measuring: measuring))
    return ReportPlan(context, workers: workers).plan
  }

  /// The whole report at once.
  /// - Throws: `UnsettableText`.
  public static func document(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, measuring: any TextMeasuring
  ) throws(UnsettableText) -> Document {
    try plan(for: report, findings: findings, options: options, measuring: measuring).document
  }
}
