public import Pages

/// A coat of arms or logo of the running head.
public struct Logo: Hashable, Sendable {
  public var image: Image
  /// What it shows, for those who cannot see it; nil for a general word.
  public var description: String?

  public init(_ image: Image, description: String? = nil) {
    self.image = image
    self.description = description
  }
}

public struct Logos: Hashable, Sendable {
  public var left: Logo?
  public var right: Logo?

  public init(left: Logo? = nil, right: Logo? = nil) {
    self.left = left
    self.right = right
  }
}
