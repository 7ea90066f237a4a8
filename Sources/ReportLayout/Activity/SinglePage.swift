import Pages
import ReportModel

/// A report of one activity on one page: under its row of the table stands what its own page would show, but for what
/// the row says already.
struct SinglePage: Sendable {
  private let context: Context
  private let geometry: ActivityGeometry

  /// nil for a report of more activities, and where the page has no room for it.
  init?(_ context: Context, _ content: TableContent, _ table: TableLayout) {
    guard context.report.activities.count == 1, table.pages.count == 1 else { return nil }
    let least = ActivityGeometry.leastUnderTable(context)
    guard let geometry = ActivityGeometry.best(context, content, under: table.room(least: least)) else { return nil }
    self.context = context
    self.geometry = geometry
    var (page, scratch) = (Page(frame: Frame(size: context.paper)), DocumentBuilder(""))
    guard set(in: scratch.structure.root, &page, &scratch) else { return nil }
  }

  /// Where it begins on the table's page.
  var top: Length { geometry.body.minY }

  var filling: TableLayout.Filling {
    TableLayout.Filling(least: ActivityGeometry.leastUnderTable(context)) { _, section, page, builder in
      _ = set(in: section, &page, &builder)
    }
  }

  /// Returns whether all of it fits.
  private func set(
    in parent: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Bool {
    let section = builder.element(.section, in: parent, StructureAttributes(anchor: .activity(0)))
    let layout = ActivityLayout(
      context: context, geometry: geometry, index: 0, row: Destination(page: 0, top: .zero), section: section)
    return layout.setUnderTable(page: &page, builder: &builder)
  }
}
