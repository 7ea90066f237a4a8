public import Pages
public import ReportModel

/// How a report is to be set, and what its pages say beside the table. Everything has a default; the table alone is
/// enough for a finished report.
public struct LayoutOptions: Hashable, Sendable {
  public var paper: Paper
  public var language: Language
  /// Date of issue; nil prints and stores none.
  public var date: CalendarDate?
  public var bands: Verdict.Bands

  public var municipality: String?
  /// Stands in place of the source's own department.
  public var department: String?
  public var administration: String?
  /// Stands in place of "Informe anual de actividades" and the year.
  public var title: String?
  /// Place of issue.
  public var place: String?
  /// The document's code in the office's own register of forms.
  public var code: String?
  public var logos = Logos()
  public var signers: [Signer] = []

  public var margins = Margins.standard
  /// nil for loose sheets.
  public var binding: Binding?
  /// Printed on both sides: even pages have their margins mirrored.
  public var duplex = false
  /// Colour of real figures, headings and links; nil for the theme's. `LayoutOptions.contrast(ofAccent:)` must allow it.
  public var accent: Color?
  /// In `black`, `accent` says nothing.
  public var ink = Printing.colour
  public var signs = SignDisplay.source
  /// Whether the summary of the year comes first; nil for reports of `leastForSummary` activities or more.
  public var summary: Bool?
  public static let leastForSummary = 6
  /// Height kept free for a stamp at the foot of every page, from the edge of the sheet.
  public var stamp: Length?

  public init(
    paper: Paper = .carta, language: Language = .es, date: CalendarDate? = nil, bands: Verdict.Bands = .standard
  ) {
    self.paper = paper
    self.language = language
    self.date = date
    self.bands = bands
  }
}
