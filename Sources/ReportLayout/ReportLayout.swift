public import Pages
public import ReportModel

/// Sets a report: the table, then a page for each activity.
public enum ReportLayout {
  /// Settles all page numbers; the pages themselves are set when the plan's sections are asked for.
  /// - Parameter comparison: with the year before; nil where none is known.
  /// - Throws: `UnsettableText`.
  public static func plan(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, comparison: YearComparison? = nil,
    measuring: any TextMeasuring
  ) throws(UnsettableText) -> ReportPlan {
    let words = Words(language: options.language)
    try UnsettableText.check(report, measuring)
    let context = Context(
      report: report, notes: Note.notes(for: findings, in: report, words: words),
      options: options, theme: Theme(accent: options.accent, printing: options.ink), words: words,
      typesetter: Typesetter(measuring: measuring), comparison: comparison)
    return ReportPlan(context)
  }

  /// Settles all page numbers of a volume.
  /// - Throws: `UnsettableText`, of all areas at once.
  public static func plan(
    for volume: Volume, options: LayoutOptions, measuring: any TextMeasuring
  ) throws(UnsettableText) -> VolumePlan {
    var diagnostics: [Diagnostic] = []
    for area in volume.areas {
      do throws(UnsettableText) { try UnsettableText.check(area.report, measuring) } catch {
        diagnostics += error.diagnostics
      }
      diagnostics += UnsettableText.diagnostics(
        for: [Sourced(area.name, at: SourceLocation(file: area.source))], measuring)
    }
    guard diagnostics.isEmpty else { throw UnsettableText(diagnostics: diagnostics) }
    return VolumePlan(volume, options, Typesetter(measuring: measuring))
  }

  /// The whole report at once.
  /// - Throws: `UnsettableText`.
  public static func document(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, measuring: any TextMeasuring
  ) throws(UnsettableText) -> Document {
    try plan(for: report, findings: findings, options: options, measuring: measuring).document().document
  }
}
