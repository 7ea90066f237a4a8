import Pages
import ReportModel

/// What all of a volume's own pages have in common: title, scope, and running heads that differ in one line.
struct VolumeFrame: Sendable {
  let title: String
  /// `30 áreas · 229 actividades`
  let scope: String
  var dataHash: String?
  private let volume: Volume
  private let options: LayoutOptions
  private let theme: Theme
  private let words: Words
  private let typesetter: Typesetter

  init(_ volume: Volume, _ options: LayoutOptions, _ theme: Theme, _ words: Words, _ typesetter: Typesetter) {
    self.volume = volume
    self.options = options
    self.theme = theme
    self.words = words
    self.typesetter = typesetter
    title = options.title ?? words.documentTitle(year: volume.year)
    let activities = volume.areas.reduce(0) { $0 + $1.report.activities.count }
    scope = words.areas(volume.areas.count) + " \u{B7} " + words.activities(activities)
  }

  func with(_ dataHash: String?) -> VolumeFrame {
    var frame = self
    frame.dataHash = dataHash
    return frame
  }

  /// - Parameter section: what the page is, as its head says.
  func setting(_ section: String) -> Setting {
    var setting = Setting(
      options, theme, words, typesetter,
      head: HeadLines(title: title, section: section, scope: scope, options, theme))
    setting.dataHash = dataHash
    return setting
  }

  func composition(_ section: String) -> OverviewComposition { OverviewComposition(setting(section)) }

  func cover() -> DocumentSection {
    VolumeCoverPage(volume: volume, title: title, scope: scope, composition: composition("")).section()
  }
}

extension Volume {
  /// Of all parts, in their order.
  var names: [String] {
    parts.map {
      switch $0 {
      case .area(let area): area.name
      case .missing(let area): area.name
      }
    }
  }

  private func notices(_ previous: PreviousAreas, _ words: Words) -> [String] {
    let year = words.previousYear(previous.year)
    return (previous.gone.isEmpty ? [] : [words.goneSentence(previous.gone, year)])
      + (previous.unmatched.isEmpty ? [] : [words.unmatchedSentence(previous.unmatched, year)])
  }

  /// What must be known before the summary's counts are read: what is missing, and what cannot be compared.
  func notices(_ words: Words) -> [String] {
    let missing = missing.map(\.name)
    return (missing.isEmpty ? [] : [words.missingSentence(missing)])
      + differences.map { $0.message[words.language].capitalisedFirst + "." }
      + (leftOut.isEmpty ? [] : [words.leftOutSentence(leftOut)])
      + (previous.map { notices($0, words) } ?? [])
  }
}
