/// One node of the structure tree: a logical thing, on however many pages it is drawn.
///
/// Only elements without children own drawn content; layout sees to it.
public struct StructureElement: Sendable, Identifiable {
  public struct ID: Hashable, Sendable, Comparable {
    /// Position in `StructureTree.elements`: document order of creation.
    public let index: Int
    public init(index: Int) { self.index = index }
    public static func < (a: ID, b: ID) -> Bool { a.index < b.index }
  }

  public let id: ID
  public internal(set) var role: StructureRole
  public let parent: ID?
  public internal(set) var children: [ID] = []
  public var attributes: StructureAttributes
}

/// What assistive technology is told beyond the role.
public struct StructureAttributes: Hashable, Sendable {
  /// Alternative text of a figure or a link (ISO 14289-1, 7.3 and 7.18.5).
  public var alternative: String?
  /// The text to read instead of what is drawn, for instance a mark in place of a symbol.
  public var actualText: String?
  /// Title of a section, shown by readers' structure panes.
  public var title: String?
  /// BCP 47 tag where it differs from the document's language.
  public var language: String?
  /// What an abbreviation stands for (ISO 32000-1, 14.9.5): the element's whole text is the abbreviation.
  public var expansion: String?
  /// How the items of a list are labelled; nil for what is no list (ISO 32000-1, table 347).
  public var numbering: ListNumbering?
  /// For header cells (ISO 32000-1, table 349).
  public var scope: HeaderScope?
  public var columnSpan: Int
  public var rowSpan: Int
  /// For cells of a table whose headers scopes alone do not tell: the header cells that apply, those of the row first,
  /// then the column's, outermost first.
  public var headers: [StructureElement.ID]
  /// Elements this one refers to, as a mark refers to its note and the note back to the mark (ISO 32000-2, table 355).
  public var references: [StructureElement.ID] = []
  /// What this one refers to in another section, as an entry of the contents does (ISO 32000-2, table 355; ISO 14289-2,
  /// 8.2.5.8).
  public var target: Anchor?
  /// A name by which destinations in any section find the element; no two elements of a document have the same.
  public var anchor: Anchor?

  public init(
    alternative: String? = nil, actualText: String? = nil, title: String? = nil, language: String? = nil,
    expansion: String? = nil, numbering: ListNumbering? = nil, scope: HeaderScope? = nil, columnSpan: Int = 1,
    rowSpan: Int = 1, headers: [StructureElement.ID] = [], anchor: Anchor? = nil
  ) {
    self.alternative = alternative
    self.actualText = actualText
    self.title = title
    self.language = language
    self.expansion = expansion
    self.numbering = numbering
    self.scope = scope
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.headers = headers
    self.anchor = anchor
  }
}

/// How the items of a list are labelled (ISO 32000-1, table 347; ISO 32000-2, table 381).
public enum ListNumbering: Hashable, Sendable {
  /// 1, 2, 3: ordered.
  case decimal
  /// a, b, c: ordered.
  case lowerAlpha
  /// Each label is a term, and what follows describes it.
  case description
  /// No labels, in no particular order.
  case unordered
}

/// What a header cell heads; the raw value is the PDF name.
public enum HeaderScope: String, Hashable, Sendable {
  case row = "Row"
  case column = "Column"
  case both = "Both"
}
