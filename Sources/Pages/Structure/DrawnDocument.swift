/// What a backend drew of a `Document`: the bare PDF, and whose each marked-content sequence is.
///
/// A backend draws consecutive items of one owner as one sequence, so an element has as many sequences as it was
/// interrupted or continued on another page.
public struct DrawnDocument: Sendable {
  /// A complete PDF file whose structure says nothing yet.
  public var bytes: [UInt8]
  /// `owners[page][mcid]`: the owner of each marked-content sequence, in the order of the page's content.
  public var owners: [[Owner]]

  public init(bytes: [UInt8], owners: [[Owner]]) {
    self.bytes = bytes
    self.owners = owners
  }
}
