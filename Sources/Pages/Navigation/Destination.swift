/// A place to jump to: a page, and how far down it.
public struct Destination: Hashable, Sendable {
  /// Counted from 0.
  public var page: Int
  public var top: Length
  /// The element that stands there; PDF/UA-2 wants destinations to name one (ISO 14289-2, 8.8). nil for the first of
  /// the document.
  public var anchor: Anchor?

  public init(page: Int, top: Length, anchor: Anchor? = nil) {
    self.page = page
    self.top = top
    self.anchor = anchor
  }

  /// The same place where so many pages stand before it.
  public func shifted(by pages: Int) -> Destination { Destination(page: page + pages, top: top, anchor: anchor) }
}
