import Pages
import ReportModel

/// What every part of the layout is given: the report, how it is to be set, and the means to do so.
struct Context: Sendable {
  let report: Report
  let notes: [Note]
  private let letters: [CellPlace: [String]]
  let options: LayoutOptions
  let theme: Theme
  let words: Words
  let typesetter: Typesetter
  /// Which variations are shown with another sign than the source's.
  let flippedSigns: (period: Bool, annual: Bool)
  /// Words of the running head, and where head, body and foot stand.
  let head: HeadLines
  let geometry: PageGeometry

  /// A cell of the report's one table: quicker to look up than a location with its names.
  private struct CellPlace: Hashable {
    let row: Int
    let column: Int

    init(_ location: SourceLocation) {
      row = location.row ?? 0
      column = location.column ?? 0
    }
  }

  /// The beginning of the data's checksum; nil where it is not shown.
  var dataHash: String?
  /// The periods' labels as they are shown.
  let periodLabels: [String]

  init(report: Report, notes: [Note], options: LayoutOptions, theme: Theme, words: Words, typesetter: Typesetter) {
    self.report = report.shown(with: options.signs)
    periodLabels = report.periods.map(words.periodLabel)
    flippedSigns = report.flippedSigns(options.signs)
    self.notes = notes
    self.options = options
    self.theme = theme
    self.words = words
    self.typesetter = typesetter
    head = HeadLines(self.report, options, words, theme)
    geometry = PageGeometry(options, theme.page, headLines: head.count)
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

  /// In shorter reports the table is overview enough and stays first, as the official form has it.
  var showsSummary: Bool { options.summary ?? (report.activities.count >= LayoutOptions.leastForSummary) }

  var measuring: any TextMeasuring { typesetter.measuring }
  var paper: Size { options.paper.size }

  /// Where the body may stand on every page, before even pages of a duplex print are moved as a whole.
  var body: Rect { geometry.body }

  func block(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, leading: Length, width: Length,
    keepingLines: Bool = false
  ) -> TextBlock {
    TextBlock(
      text, theme.style(font, color), leading: leading, width: width, typesetter, keepingLines: keepingLines)
  }
}
