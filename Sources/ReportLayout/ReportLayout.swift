public import Pages
public import ReportModel

/// Sets a report: the table, then a page for each activity.
public enum ReportLayout {
  /// - Throws: `UnsettableText`.
  public static func document(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, measuring: any TextMeasuring
  ) throws(UnsettableText) -> Document {
    let words = Words(language: options.language)
    try UnsettableText.check(report, measuring)
    let context = Context(
      report: report.shown(with: options.signs), notes: Note.notes(for: findings, in: report, words: words),
      options: options, theme: Theme(accent: options.accent), words: words, typesetter: Typesetter(measuring: measuring))
    return ReportSetter(context: context).document()
  }
}
