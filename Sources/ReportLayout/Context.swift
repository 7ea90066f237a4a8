import Pages
import ReportModel

/// What every part of the layout is given: the report, how it is to be set, and the means to do so.
struct Context: Sendable {
  let report: Report
  let notes: [Note]
  private let letters: [CellPlace: [String]]
  private(set) var setting: Setting
  /// nil for a report that stands alone.
  let volume: VolumePart?
  /// nil where no earlier year is known.
  let comparison: YearComparison?
  /// Which variations are shown with another sign than the source's.
  let flippedSigns: (period: Bool, annual: Bool)

  /// A cell of the report's one table: quicker to look up than a location with its names.
  private struct CellPlace: Hashable {
    let row: Int
    let column: Int

    init(_ location: SourceLocation) {
      row = location.row ?? 0
      column = location.column ?? 0
    }
  }

  /// The periods' labels as they are shown.
  let periodLabels: [String]
  /// As the report's; it looks at every activity.
  let statesPercents: Bool

  init(
    report: Report, notes: [Note], options: LayoutOptions, theme: Theme, words: Words, typesetter: Typesetter,
    volume: VolumePart? = nil, comparison: YearComparison? = nil
  ) {
    self.report = report.shown(with: options.signs)
    periodLabels = report.periods.map(words.periodLabel)
    statesPercents = report.statesPercents
    flippedSigns = report.flippedSigns(options.signs)
    self.notes = notes
    self.volume = volume
    self.comparison = comparison
    setting = Setting(options, theme, words, typesetter, head: HeadLines(self.report, options, words, theme))
    letters = Dictionary(grouping: notes, by: { CellPlace($0.location) }).mapValues { $0.map(\.mark) }
  }

  /// The letters of our notes on a figure.
  func letters(of figure: Figure) -> [String] {
    figure.origin == .stated && !letters.isEmpty ? letters[CellPlace(figure.location)] ?? [] : []
  }

  /// What stands raised behind a figure: the source's own mark, then the letters of our notes, as `*` or `a,b`; nil when
  /// there is nothing.
  func marks(of figure: Figure) -> String? {
    let all = (figure.mark.map { [$0] } ?? []) + letters(of: figure)
    return all.isEmpty ? nil : all.joined(separator: ",")
  }

  /// Whether the figure a note is about stands on the page with another sign than in the source.
  func isFlipped(_ note: Note) -> Bool { note.isFlipped(flippedSigns) }

  /// Of an element that holds the source's own words, which are Spanish.
  func source(
    _ attributes: StructureAttributes = StructureAttributes()
  ) -> StructureAttributes {
    guard words.language != .es else { return attributes }
    var attributes = attributes
    attributes.language = Words(language: .es).tag
    return attributes
  }

  /// Room is left for page numbers up to this; what needs more pages has few activities on many.
  var mostPages: Int { volume?.mostPages ?? report.activities.count * 2 + 9 }

  /// In shorter reports the table is overview enough and stays first, as the official form has it; in a volume the page
  /// that opens the area has its place.
  var showsSummary: Bool {
    volume == nil && (options.summary ?? (report.activities.count >= LayoutOptions.leastForSummary))
  }
}

// What the setting says
extension Context {
  var options: LayoutOptions { setting.options }
  var theme: Theme { setting.theme }
  var words: Words { setting.words }
  var typesetter: Typesetter { setting.typesetter }
  var measuring: any TextMeasuring { setting.measuring }
  var head: HeadLines { setting.head }
  var geometry: PageGeometry { setting.geometry }
  var paper: Size { setting.paper }
  var body: Rect { setting.body }
  var dataHash: String? {
    get { setting.dataHash }
    set { setting.dataHash = newValue }
  }

  func block(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, leading: Length, width: Length,
    keepingLines: Bool = false
  ) -> TextBlock {
    setting.block(text, font, color, leading: leading, width: width, keepingLines: keepingLines)
  }
}

extension Context {
  /// Those who sign the report: those of the options, else those of the source. A volume is signed as a whole.
  var signers: [Signer] {
    guard volume == nil else { return [] }
    guard options.signers.isEmpty else { return options.signers }
    return report.sourceSigners.map {
      Signer(role: Signer.Role($0.role?.value ?? ""), name: $0.name.value, post: $0.post?.value)
    }
  }
}
