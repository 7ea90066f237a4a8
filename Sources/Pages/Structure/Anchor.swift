/// The name of a structure element that is known before the element is: sections are laid out one after the other, and
/// the first may lead to the last.
public struct Anchor: Hashable, Sendable {
  private let name: String

  public init(_ name: String) { self.name = name }

  /// The same place in one of several documents that are bound as one.
  public func within(_ document: String) -> Anchor { Anchor(document + "-" + name) }
}
