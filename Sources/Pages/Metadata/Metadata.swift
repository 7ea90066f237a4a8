/// What the file says of itself.
public struct Metadata: Hashable, Sendable {
  public var title: String
  /// The office that answers for the document; nil when the source names none.
  public var author: String?
  public var subject: String?
  public var keywords: [String]
  /// BCP 47, for instance `es-MX`.
  public var language: String
  /// Date of issue; nil prints and stores none.
  public var date: CalendarDate?

  public init(
    title: String, author: String? = nil, subject: String? = nil, keywords: [String] = [], language: String,
    date: CalendarDate? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}
