/// A file carried inside the document, associated with it as a whole (ISO 19005-3, 6.8).
public struct Attachment: Hashable, Sendable {
  /// What the file is to the document (ISO 32000-2, table 43); the raw value is the PDF name.
  public enum Relationship: String, Hashable, Sendable {
    /// What the document was made from.
    case source = "Source"
    /// What the document shows, in another form.
    case data = "Data"
    /// What else is needed, for instance to make the document again.
    case supplement = "Supplement"
  }

  /// The file's name without folders.
  public var name: String
  /// For instance `text/csv`.
  public var mediaType: String
  public var relationship: Relationship
  /// Shown by readers beside the name.
  public var description: String
  public var bytes: [UInt8]

  public init(name: String, mediaType: String, relationship: Relationship, description: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.relationship = relationship
    self.description = description
    self.bytes = bytes
  }
}
