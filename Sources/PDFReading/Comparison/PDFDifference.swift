/// A way in which a file differs from the one expected.
public enum PDFDifference: Hashable, Sendable {
  case pageCount(expected: Int, found: Int)
  /// Pages count from 1. The texts are where they differ, cut short.
  case text(page: Int, expected: String, found: String)
  /// The text is the same, but not how it, or what is around it, is drawn.
  case drawing(page: Int)
  /// How letters look, or what they are read as.
  case fonts
  /// Colours, pictures and the like, which pages share.
  case resources
  /// The size of a page, which part of it is shown, how it is turned and the like; the entry's name.
  case page(Int, entry: String)
  /// Links, notes, form fields. The kinds are those of the page that are not expected there.
  case annotations(page: Int, kinds: [String])
  /// What the document does of itself: scripts, actions on opening, on a page, or behind an annotation.
  case actions
  case form
  /// What colours mean (ISO 19005-3, 6.2.3).
  case colourProfile
  /// What is read aloud, and how the parts hang together.
  case structure
  case outline
  case metadata
  /// An attached file, by its name.
  case attachment(String)
  /// Anything else in the catalog: view, language, marks.
  case catalog
}
