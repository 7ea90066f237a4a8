import Pages
import ReportModel

/// What every part of the layout is given: the report, how it is to be set, and the means to do so.
struct Context: Sendable {
  let report: Report
  let notes: [Note]
  private let marks: [CellPlace: String]
  let options: LayoutOptions
  let theme: Theme
  let words: Words
  private(set) var typesetter: Typesetter

  /// A cell of the report's one table: quicker to look up than a location with its names.
  private struct CellPlace: Hashable {
    let row: Int
    let column: Int

    init(_ location: SourceLocation) {
      row = location.row ?? 0
      column = location.column ?? 0
    }
  }

  init(report: Report, notes: [Note], options: LayoutOptions, theme: Theme, words: Words, typesetter: Typesetter) {
    self.report = report
    self.notes = notes
    self.options = options
    self.theme = theme
    self.words = words
    self.typesetter = typesetter
    marks = Dictionary(grouping: notes, by: { CellPlace($0.location) })
      .mapValues { $0.map(\.mark).joined(separator: ",") }
  }

  /// The same for another thread, which then waits for no one.
  var forAnotherThread: Context {
    var copy = self
    copy.typesetter = Typesetter(measuring: measuring)
    return copy
  }

  /// What stands raised behind a figure: the source's own mark, then the letters of our notes, as `*` or `a,b`; nil when
  /// there is nothing.
  func marks(of figure: Figure) -> String? {
    let letters = figure.origin == .stated && !marks.isEmpty ? marks[CellPlace(figure.location)] : nil
    guard let mark = figure.mark else { return letters }
    return letters.map { mark + "," + $0 } ?? mark
  }

  var measuring: any TextMeasuring { typesetter.measuring }
  var paper: Size { options.paper.size }

  /// Where the body may stand on every page.
  var body: Rect {
    let page = theme.page
    return Rect(
      x: page.side, y: page.bodyTop, width: paper.width - page.side * 2,
      height: paper.height - page.bodyTop - page.bodyBottom)
  }

  func block(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, leading: Length, width: Length,
    keepingLines: Bool = false
  ) -> TextBlock {
    TextBlock(
      text, theme.style(font, color), leading: leading, width: width, typesetter, keepingLines: keepingLines)
  }
}
