import Pages
import ReportModel

/// What every part of the layout is given: the report, how it is to be set, and the means to do so.
struct Context: Sendable {
  let report: Report
  let notes: [Note]
  private let marks: [SourceLocation: String]
  let options: LayoutOptions
  let theme: Theme
  let words: Words
  private(set) var typesetter: Typesetter

  init(report: Report, notes: [Note], options: LayoutOptions, theme: Theme, words: Words, typesetter: Typesetter) {
    self.report = report
    self.notes = notes
    self.options = options
    self.theme = theme
    self.words = words
    self.typesetter = typesetter
    marks = Dictionary(grouping: notes, by: \.location).mapValues { $0.map(\.mark).joined(separator: ",") }
  }

  /// The same for another thread, which then waits for no one.
  var forAnotherThread: Context {
    var copy = self
    copy.typesetter = Typesetter(measuring: measuring)
    return copy
  }

  /// The letters of the notes on a figure, `a` or `a,b`; nil when there are none.
  func marks(at location: SourceLocation) -> String? { marks[location] }

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
