import Pages
import ReportModel

/// An area of a volume, planned: the page that opens it, and its report as it would be alone but for its summary.
struct AreaPlan: Sendable {
  let area: Volume.Area
  /// From 1, among all parts of the volume.
  let number: Int
  let context: Context
  let content: SummaryContent
  let report: ReportPlan
  let divider: AreaDivider

  init(_ area: Volume.Area, number: Int, _ context: Context, _ composition: OverviewComposition) {
    self.area = area
    self.number = number
    self.context = context
    content = SummaryContent(
      context.report, notes: context.notes, bands: context.options.bands, words: context.words)
    report = ReportPlan(context)
    divider = AreaDivider(area, number: number, context, content, composition)
  }

  /// What tells the area's anchors from those of others.
  var name: String { AreaPlan.name(number) }
  static func name(_ number: Int) -> String { "area-\(number)" }

  var pageCount: Int { divider.pageCount + report.pages }
}

extension Anchor {
  /// The page that opens a part of the volume.
  static func part(_ number: Int) -> Anchor { Anchor("part-\(number)") }
  static let contents = Anchor("contents")
  static let councilSummary = Anchor("council-summary")
  static let closing = Anchor("closing")
}
