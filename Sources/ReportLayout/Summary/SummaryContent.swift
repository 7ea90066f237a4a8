import Pages
public import ReportModel

/// What the summary says, before it is set: every activity with its verdict, worst first, and the lists made of them.
///
/// Pages and the plain text of an e-mail are both made of this, so they cannot disagree.
struct SummaryContent: Sendable {
  /// One activity as the summary shows it.
  struct Entry: Sendable {
    /// Position in the report.
    let index: Int
    /// The source's number, or the position counted from 1 where it gives none.
    let label: String
    let name: String
    let verdict: Verdict
    /// `13 de 37`, with what the figures count.
    let amount: String
    let percent: String
    /// Real by goal, for positions on a scale only; nil where there is no ratio.
    let share: Double?
  }

  /// Worst first: below, within, above, each by its share of the goal; then those without a ratio, in the report's order.
  let ranked: [Entry]
  let notes: [Note]
  /// From how many whole per cent of the goal on an activity is far above: as far again above the upper band as the band
  /// is above the goal twice over, and at least 130 %.
  let farAbovePercent: Int

  init(_ report: Report, notes: [Note], bands: Verdict.Bands, words: Words) {
    self.notes = notes
    farAbovePercent = max(130, bands.upper + 20)
    ranked = report.activities.enumerated().map { index, activity in
      let verdict = Verdict(of: activity, bands: bands)
      let measured = MeasuredWords(activity, words)
      let share: Double? =
        verdict.hasRatio ? (verdict.real?.approximation ?? 0) / (verdict.goal?.approximation ?? 1) : nil
      return Entry(
        index: index, label: activity.number?.value ?? String(index + 1), name: activity.name.value, verdict: verdict,
        amount: words.amount(measured.real, of: measured.goal), percent: words.percent(verdict), share: share)
    }.sorted { ($0.rank, $0.share ?? 0, $0.index) < ($1.rank, $1.share ?? 0, $1.index) }
  }

  func count(_ state: Verdict.State) -> Int { ranked.count { $0.verdict.state == state } }

  /// Furthest from the goal first.
  var below: [Entry] { ranked.filter { $0.verdict.state == .below } }
  var within: [Entry] { ranked.filter { $0.verdict.state == .within } }
  /// Furthest beyond the goal first.
  var above: [Entry] { ranked.filter { $0.verdict.state == .above }.reversed() }
  var farAbove: [Entry] { above.filter { ($0.share ?? 0) * 100 > Double(farAbovePercent) } }
}

extension SummaryContent.Entry {
  fileprivate var rank: Int {
    switch verdict.state {
    case .below: 0
    case .within: 1
    case .above: 2
    case .nothingProgrammed: 3
    case .noData: 4
    }
  }
}

extension SummaryContent {
  /// The year in one sentence: how many activities ended how, and how many figures are wrong.
  func sentence(_ words: Words) -> String {
    let tallies = Verdict.State.allCases.map { (count($0), $0) }.filter { $0.0 > 0 }.map { words.tally($0.0, $0.1) }
    let doubtful = notes.isEmpty ? "" : " " + words.doubtfulSentence(notes.count)
    return words.list(tallies) + "." + doubtful
  }

  /// The summary as plain text, a line an activity.
  /// - Parameter isFlipped: whether a note's figure is shown with another sign than the source's.
  func lines(
    _ report: Report, words: Words, bands: Verdict.Bands, isFlipped: (Note) -> Bool
  ) -> [String] {
    func list(_ heading: String, _ entries: [Entry]) -> [String] {
      guard !entries.isEmpty else { return [] }
      return ["", heading + ":"]
        + entries.map { entry in
          "\(entry.label). \(entry.name). " + words.sentence(report.activities[entry.index], bands)
        }
    }
    let labels = Dictionary(uniqueKeysWithValues: ranked.map { ($0.index, $0.label) })
    let wrong = notes.map { note in
      words.activity(labels[note.activity] ?? "").capitalisedFirst + ", " + note.column + ": "
        + words.discrepancy(note.discrepancy, isFlipped: isFlipped(note))
    }
    return [sentence(words)] + list(words.belowHeading, below) + list(words.farAbove(farAbovePercent), farAbove)
      + (wrong.isEmpty ? [] : ["", words.wrongFigures + ":"] + wrong)
  }
}

/// The summary of a report as text for an e-mail.
public enum SummaryText {
  /// Title, office, the sentence, the lists of the summary page, and what the comparison with the year before says, in the
  /// language of the options.
  /// - Parameter comparison: nil where no earlier year is known.
  public static func lines(
    for report: Report, findings: [Diagnostic], options: LayoutOptions, comparison: YearComparison? = nil
  ) -> [String] {
    let words = Words(language: options.language)
    let content = SummaryContent(
      report, notes: Note.notes(for: findings, in: report, words: words), bands: options.bands, words: words)
    let flipped = report.flippedSigns(options.signs)
    let title = options.title ?? words.documentTitle(year: report.year?.value)
    let office = options.department ?? report.department?.value
    return [options.municipality, office, title].compactMap { $0 } + [""]
      + content.lines(report, words: words, bands: options.bands) { $0.isFlipped(flipped) }
      + (comparison.map { ComparisonTexts(report, $0, words, isPart: false).lines } ?? [])
  }
}
