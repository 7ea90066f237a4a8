public import Pages
public import ReportLayout
public import ReportModel

/// What an office sets once for all its reports: how they look, what they say beside the table, and which standard
/// their files keep. The logos in `layout` carry their own files, so nothing else is needed to make a report again.
public struct ReportConfiguration: Hashable, Sendable {
  public var layout: LayoutOptions
  public var standard: PDFStandard
  /// The year before, to compare this one with.
  public var previous: PreviousData?
  /// What the office says of activities that words do not decide.
  public var matches: [SettledMatch] = []
  /// What a volume binds, and its cover; a report of one table has no use for it.
  public var volume = VolumeOptions()

  public init(layout: LayoutOptions = LayoutOptions(), standard: PDFStandard = .a3a) {
    self.layout = layout
    self.standard = standard
  }
}
