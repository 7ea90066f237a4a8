import ReportModel

/// What a comparison says besides figures. Pages and the plain text of an e-mail are both made of this.
struct ComparisonTexts: Sendable {
  struct List: Sendable {
    let heading: String
    /// What is to be done about them.
    var advice: String?
    let items: [String]
    var isToBeDecided: Bool { advice != nil }
  }

  let title: String
  let sentence: String
  /// What is to be decided, what ended and what is new, without those that are empty.
  let lists: [List]

  /// - Parameter isPart: whether the report is a volume's, whose configuration settles pairs area by area.
  init(_ report: Report, _ comparison: YearComparison, _ words: Words, isPart: Bool) {
    let (years, activities, old) = (comparison.years, report.activities, comparison.previous.activities)
    title = words.comparisonTitle(comparison.previous.year)
    sentence = words.comparisonSentence(years, of: activities.count)
    func name(_ index: Int) -> String {
      [activities[index].number?.value, activities[index].name.value].compactMap { $0 }.joined(separator: " ")
    }
    let undecided = years.undecided.map { pair in
      words.undecided(
        name(pair.current).shortened(to: ComparisonTexts.longestName),
        old[pair.previous].title.shortened(to: ComparisonTexts.longestName),
        likeness: pair.likeness ?? 0,
        key: activities[pair.current].number?.value ?? String(pair.current + 1),
        value: old[pair.previous].number ?? String(pair.previous + 1))
    }
    let place = isPart ? activities.first?.name.location.file : nil
    lists = [
      List(heading: words.undecidedHeading, advice: words.undecidedAdvice(file: place), items: undecided),
      List(heading: words.endedHeading, items: years.ended.map { old[$0].title }),
      List(heading: words.newHeading, items: years.new.map(name)),
    ].filter { !$0.items.isEmpty }
  }

  /// In characters, where a sentence goes on behind it.
  private static let longestName = 300

  /// As plain text.
  var lines: [String] {
    ["", title + ": " + sentence]
      + lists.flatMap { list in ["", list.heading + ":"] + list.items + [list.advice].compactMap { $0 } }
  }
}
