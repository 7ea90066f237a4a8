import Gallery
import Pages
import ReportModel
import TextShaping

@testable import ReportLayout

/// A report of the gallery, set in the embedded fonts, with what its layout was planned from.
struct GallerySetting: Sendable, CustomStringConvertible {
  let name: String
  let context: Context
  let table: TableLayout
  let geometry: ActivityGeometry
  let document: Document

  var description: String { name }

  init(_ entry: Gallery.Entry, theme: Theme = .standard) {
    name = entry.name
    let words = Words(language: entry.options.language)
    let shaper = TextShaper(hyphenating: entry.options.language == .es ? .spanish : .english)
    context = Context(
      report: entry.report, notes: Note.notes(for: entry.findings, in: entry.report, words: words),
      options: entry.options, theme: theme, words: words, typesetter: Typesetter(measuring: shaper))
    let content = TableContent(context)
    table = TableLayout(context, content)
    geometry = ActivityGeometry.best(context, content)
    document = ReportPlan(context).document().document
  }

  /// Set once for all tests.
  static let all = Gallery.entries.map { GallerySetting($0) }

  /// The table's first page, behind the summary where there is one.
  private var tableStart: Int {
    document.outline.first { $0.title == context.words.tableTitle }?.destination.page ?? 0
  }
  var tablePages: ArraySlice<Page> { document.pages[tableStart..<tableStart + table.pages.count] }
  var activityPages: ArraySlice<Page> { document.pages[(tableStart + table.pages.count)...] }
  /// Where charts are: on activities' pages, or under the table that shows the only one.
  var chartPages: ArraySlice<Page> { isSinglePage ? tablePages : activityPages }
  var isSinglePage: Bool { activityPages.isEmpty }
}

/// A text on a page with the box of its letters: from the top of capitals down to a little below the baseline.
struct SetText {
  let line: TextLine
  let owner: Owner
  let box: Rect

  init?(_ placed: PlacedItem) {
    guard case .text(let line) = placed.item else { return nil }
    self.line = line
    owner = placed.owner
    box = Rect(
      x: line.origin.x, y: line.origin.y - line.size * 0.72, width: line.width, height: line.size * 0.84)
  }

  var text: String { line.text }
}

extension Page {
  var texts: [SetText] { items.compactMap { SetText($0) } }

  var shapes: [(shape: Shape, owner: Owner)] {
    items.compactMap { placed in
      guard case .shape(let shape) = placed.item else { return nil }
      return (shape, placed.owner)
    }
  }
}
