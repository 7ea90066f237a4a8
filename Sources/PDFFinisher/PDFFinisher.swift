public import Pages

/// Makes the file that users get of the one Cairo drew: small, in the document's language, the same on every day.
public enum PDFFinisher {
  /// - Parameters:
  ///   - drawn: a whole PDF file as the backend made it.
  ///   - metadata: of the same document.
  public static func finish(_ drawn: [UInt8], metadata: Metadata) throws(FinishingError) -> [UInt8] {
    let file = try QPDFDocument(drawn)
    file.root.set("/Lang", text: metadata.language)
    // The title, not the file's name, stands in the window (ISO 32000-1, table 150); printers must not scale, for the
    // paper was chosen on purpose.
    file.root.set("/ViewerPreferences", object: "<< /DisplayDocTitle true /PrintScaling /None >>")
    // Cairo stores a date of creation whatever one does; a document without a date must not claim one.
    if metadata.date == nil { file.info.remove("/CreationDate") }
    return try file.written()
  }
}
