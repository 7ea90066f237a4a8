/// An entry of the reader's table of contents.
public struct OutlineEntry: Sendable {
  public var title: String
  public var destination: Destination
  public var children: [OutlineEntry]

  public init(title: String, destination: Destination, children: [OutlineEntry] = []) {
    self.title = title
    self.destination = destination
    self.children = children
  }
}
