public import SystemLibraries

/// Why a PDF file, or something in it, cannot be read.
public enum PDFReadingError: Error, Equatable {
  /// libqpdf's words.
  case unreadable(String)
  case encrypted
  /// Unpacked it would be larger than any report is.
  case tooLarge
  /// A stream's data are damaged.
  case damagedStream
  /// A stream is packed in a way that is not read here.
  case unknownFilter(String)
  /// libqpdf is missing or too old.
  case noLibrary(LibraryFault)
}
