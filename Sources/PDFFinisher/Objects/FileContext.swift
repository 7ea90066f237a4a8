import Pages

/// What every part of a file is told.
struct FileContext {
  let standard: PDFStandard
  let numbers: ObjectNumbers
  /// Of every page.
  let pageHeight: Length
}
