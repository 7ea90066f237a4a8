public import SystemLibraries

/// Why a file cannot be drawn as a picture.
public enum ImageFault: Error, Hashable, Sendable {
  /// Neither PNG, JPEG nor SVG.
  case unknownFormat
  /// Larger than `ImageFile.largest`.
  case tooLarge
  /// More pixels than `ImageFile.mostPixels`.
  case tooManyPixels(width: Int, height: Int)
  /// More elements than `SVGPolicy.mostElements`.
  case tooManyElements
  /// Of one element.
  case tooManyAttributes
  /// A JPEG in more pieces than `JPEGHeader.mostScans`.
  case tooManyScans
  /// Ends early, or holds what its format does not allow.
  case broken
  /// A JPEG that cannot stand in a PDF as it is, and is not of the screen's colours.
  case notRGB
  /// A JPEG that cameras mark as lying on its side.
  case turned
  /// Compressed SVG.
  case compressed
  /// A library that reads such pictures is missing or too old.
  case noLibrary(LibraryFault)
  /// An SVG without a size or a view box.
  case noSize
  /// An SVG that draws nothing.
  case empty
  /// An SVG with text, which would need fonts that are not the report's.
  case text
  /// An SVG with a picture inside.
  case picture
  /// An SVG that needs another file or address.
  case external(String)
  /// An SVG with an element that is not for paper.
  case active(String)
}
