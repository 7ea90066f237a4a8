/// A picture: a file of its own that a backend has looked through and can draw. Layout knows its proportions and no
/// more.
public struct Image: Hashable, Sendable {
  public enum Format: String, Hashable, Sendable {
    case png
    case jpeg
    case svg
  }

  public let format: Format
  /// The file as it is.
  public let bytes: [UInt8]
  /// Width and height in units of its own (pixels, or an SVG's user units); only their ratio matters.
  public let width: Double
  public let height: Double

  /// A drawing that cannot stay one: it has transparent parts, which archives must not have, and is drawn as pixels on
  /// white.
  public let isFlattened: Bool

  public init(format: Format, bytes: [UInt8], width: Double, height: Double, isFlattened: Bool = false) {
    self.format = format
    self.isFlattened = isFlattened
    self.bytes = bytes
    self.width = width
    self.height = height
  }

  /// The largest size of the same proportions within `room`.
  public func size(within room: Size) -> Size {
    let scale = min(room.width.points / width, room.height.points / height)
    return Size(width: .pt(width * scale), height: .pt(height * scale))
  }
}

/// An image with its place; it fills `frame`, whose proportions are the image's.
public struct PlacedImage: Hashable, Sendable {
  public var image: Image
  public var frame: Rect

  public init(_ image: Image, in frame: Rect) {
    self.image = image
    self.frame = frame
  }
}
