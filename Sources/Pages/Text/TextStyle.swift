/// How a piece of text is set: face, type size and colour.
public struct TextStyle: Hashable, Sendable {
  public var face: FontFace
  public var size: Length
  public var color: Color

  public init(_ face: FontFace, _ size: Length, _ color: Color = .black) {
    self.face = face
    self.size = size
    self.color = color
  }
}
