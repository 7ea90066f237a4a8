public import Pages

/// Looks through the files of pictures before anything is drawn with them: what passes here can be drawn.
public enum ImageFile {
  /// In bytes.
  public static let largest = 8 << 20
  /// Of one picture: four times as many on each side as are ever drawn.
  public static let mostPixels = 16_000_000
  /// Pixels on the longer side beyond which a picture is drawn with fewer: a logo is 4 cm at most, so that even half of
  /// these are more than a printer shows.
  static let mostUseful = 1200

  public static func read(_ bytes: [UInt8]) throws(ImageFault) -> Image {
    guard bytes.count <= largest else { throw .tooLarge }
    return try CairoTurn.hold { () throws(ImageFault) in try opened(bytes) }
  }

  private static func opened(_ bytes: [UInt8]) throws(ImageFault) -> Image {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return try png(bytes) }
    if bytes.starts(with: [0xFF, 0xD8]) { return try jpeg(bytes) }
    if bytes.starts(with: [0x1F, 0x8B]) { throw .compressed }
    return try svg(bytes)
  }

  private static func png(_ bytes: [UInt8]) throws(ImageFault) -> Image {
    // The first chunk is always the header (PNG, 5.6): length, name, width, height.
    guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { throw .broken }
    func number(at place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    try check(width, height)
    try PNGData.check(bytes, width: width, height: height)
    _ = try CairoPixels.png(bytes)
    return Image(format: .png, bytes: bytes, width: Double(width), height: Double(height))
  }

  private static func jpeg(_ bytes: [UInt8]) throws(ImageFault) -> Image {
    let header = try JPEGHeader(bytes)
    try check(header.width, header.height)
    guard header.components == 1 || header.components == 3, header.bits == 8 else { throw .notRGB }
    guard header.orientation == 1 else { throw .turned }
    _ = try CairoPixels.jpeg(bytes)
    return Image(format: .jpeg, bytes: bytes, width: Double(header.width), height: Double(header.height))
  }

  private static func check(_ width: Int, _ height: Int) throws(ImageFault) {
    guard width > 0, height > 0 else { throw .broken }
    // Four bytes each: their product may be more than an integer holds.
    guard height <= mostPixels / width else { throw .tooManyPixels(width: width, height: height) }
  }

  private static func svg(_ bytes: [UInt8]) throws(ImageFault) -> Image {
    try SVGPolicy.check(bytes)
    let drawing = try SVGDrawing(bytes)
    let size = try drawing.size()
    guard try drawing.hasInk() else { throw .empty }
    return Image(
      format: .svg, bytes: bytes, width: size.width, height: size.height,
      isFlattened: try drawing.hasTransparency(size))
  }
}
