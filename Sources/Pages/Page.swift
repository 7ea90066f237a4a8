/// One sheet side: its size, what is drawn, and which areas lead elsewhere.
public struct Page: Sendable {
  public var frame: Frame
  public var links: [LinkArea]

  public init(frame: Frame, links: [LinkArea] = []) {
    self.frame = frame
    self.links = links
  }

  public var size: Size { frame.size }
}
