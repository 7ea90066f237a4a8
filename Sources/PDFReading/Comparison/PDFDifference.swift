/// A way in which a file differs from the one expected.
public enum PDFDifference: Hashable, Sendable {
  case pageCount(expected: Int, found: Int)
  /// Pages count from 1. The texts are where they differ, cut short.
  case text(page: Int, expected: String, found: String)
  /// The text is the same, but not how it, or what is around it, is drawn.
  case drawing(page: Int)
  /// Fonts, colours and the like, which pages share.
  case resources
  case links(page: Int)
  /// What is read aloud, and how the parts hang together.
  case structure
  case outline
  case metadata
  /// An attached file, by its name.
  case attachment(String)
  /// Anything else in the catalog: output intent, view, actions.
  case catalog
}
