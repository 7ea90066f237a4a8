/// A place to jump to: a page, and how far down it.
public struct Destination: Hashable, Sendable {
  /// Counted from 0.
  public var page: Int
  public var top: Length

  public init(page: Int, top: Length) {
    self.page = page
    self.top = top
  }
}
