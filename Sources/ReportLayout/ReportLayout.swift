public import Pages
public import ReportModel

/// How a report is to be set.
public struct LayoutOptions: Hashable, Sendable {
  public var paper: Paper
  public var language: Language
  /// Date of issue; nil prints and stores none.
  public var date: CalendarDate?

  public init(paper: Paper = .carta, language: Language = .es, date: CalendarDate? = nil) {
    self.paper = paper
    self.language = language
    self.date = date
  }
}

/// Text that cannot be set because no embedded face has its characters; one diagnostic for each cell.
public struct UnsettableText: Error {
  public let diagnostics: [Diagnostic]
}

/// Sets a report: the table, then a page for each activity.
public enum ReportLayout {
  /// - Throws: `UnsettableText`.
  public static func document(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, measuring: any TextMeasuring
  ) throws(UnsettableText) -> Document {
    fatalError("not yet written")
  }
}
