public import Pages
import ReportModel

/// Puts the report together. All page numbers are settled first: the table is fitted and each activity's texts are
/// broken once to see how many pages they take. Then the table and the activities are laid out one after the other.
public struct ReportPlan: Sendable {
  private var context: Context
  /// nil where the report has none.
  private let summary: SummaryLayout?
  private let table: TableLayout
  /// nil where no earlier year is known.
  private let comparison: ComparisonLayout?
  private let geometry: ActivityGeometry
  /// nil where activities have pages of their own.
  private let single: SinglePage?
  /// The page each activity begins on, from 0.
  private let starts: [Int]
  /// How many pages each activity takes.
  private let counts: [Int]
  /// Where the table shows each activity.
  private let rows: [Destination]
  private let pageCount: Int
  /// The pages of the volume before the report's first, and how many all are; nil for a report that stands alone.
  private var place: (firstPage: Int, pageCount: Int)?

  init(_ context: Context) {
    self.context = context
    let content = TableContent(context)
    geometry = ActivityGeometry.best(context, content)
    table = TableLayout(context, content)
    single = SinglePage(context, content, table)
    counts = single == nil ? ReportPlan.pageCounts(context, geometry) : []
    summary = context.showsSummary ? SummaryLayout(context) : nil
    let tableStart = summary?.pageCount ?? 0
    rows = table.rows.map { Destination(page: $0.page + tableStart, top: $0.top, anchor: $0.anchor) }
    comparison = context.comparison.map { ComparisonLayout(context, $0) }
    var next = tableStart + table.pages.count + (comparison?.pageCount ?? 0)
    var starts: [Int] = []
    for count in counts {
      starts.append(next)
      next += count
    }
    self.starts = starts
    pageCount = next
  }

  private static func pageCounts(_ context: Context, _ geometry: ActivityGeometry) -> [Int] {
    context.report.activities.indices.map {
      ActivityLayout(
        context: context, geometry: geometry, index: $0, row: Destination(page: 0, top: .zero),
        section: StructureElement.ID(index: 0)
      ).pageCount()
    }
  }
}

// As a part of a volume
extension ReportPlan {
  var pages: Int { pageCount }
  var report: Report { context.report }

  func placed(onPage first: Int, of count: Int, dataHash: String?) -> ReportPlan {
    var plan = self
    plan.place = (first, count)
    plan.context.dataHash = dataHash
    return plan
  }
}

extension ReportPlan {
  /// - Parameter dataHash: printed at the feet beside the page numbers; no page number depends on it.
  public func document(dataHash: String? = nil) -> DocumentPlan {
    var plan = self
    plan.context.dataHash = dataHash
    return DocumentPlan(
      pageSize: context.paper, sectionPages: sectionPages, outline: outline, metadata: metadata,
      printHints: context.options.printHints
    ) { [plan] in plan.section($0) }
  }

  /// How many pages each section has: the summary, the table, the comparison, each activity.
  var sectionPages: [Int] { opening.map(\.pages) + counts }

  private enum Opening { case summary, table, comparison }

  /// The sections before the activities'.
  private var opening: [(section: Opening, pages: Int)] {
    (summary.map { [(.summary, $0.pageCount)] } ?? []) + [(.table, table.pages.count)]
      + (comparison.map { [(.comparison, $0.pageCount)] } ?? [])
  }

  func section(_ index: Int) -> DocumentSection {
    let opening = opening
    guard index < opening.count else { return section(ofActivity: index - opening.count) }
    return switch opening[index].section {
    case .summary: summarySection
    case .table: tableSection
    case .comparison: comparisonSection
    }
  }

  private var tableStart: Int { firstPage + (summary?.pageCount ?? 0) }
  private func start(ofActivity index: Int) -> Int { firstPage + starts[index] }

  /// Where the table begins, and each activity.
  var tablePlace: Destination { Destination(page: tableStart, top: .zero, anchor: .table) }
  var activityPlaces: [Destination] {
    if let single { return [Destination(page: tableStart, top: single.top, anchor: .activity(0))] }
    return starts.indices.map { Destination(page: start(ofActivity: $0), top: .zero, anchor: .activity($0)) }
  }

  private var summarySection: DocumentSection {
    var builder = DocumentBuilder("summary")
    let front = place == nil ? FrontMatter(&builder, context) : nil
    let places = SummaryComposition.Places(
      activities: activityPlaces, table: tablePlace)
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(title: context.words.summary, anchor: .summary))
    summary?.set(in: section, title: front?.owners.title, first: firstPage, places: places, builder: &builder)
    return self.section(builder, first: firstPage, front)
  }

  private var tableSection: DocumentSection {
    var builder = DocumentBuilder("table")
    let front = summary == nil && place == nil ? FrontMatter(&builder, context) : nil
    let element = builder.element(
      .section, in: builder.structure.root, StructureAttributes(title: context.words.tableTitle, anchor: .table))
    table.set(
      in: element, title: front?.owners.title, destinations: activityPlaces, filling: single?.filling,
      builder: &builder)
    return section(builder, first: tableStart, front)
  }

  private var comparisonStart: Int { tableStart + table.pages.count }

  private var comparisonSection: DocumentSection {
    var builder = DocumentBuilder("comparison")
    comparison?.set(activityPlaces, builder: &builder)
    return section(builder, first: comparisonStart, nil)
  }

  private func section(ofActivity index: Int) -> DocumentSection {
    var builder = DocumentBuilder("activity-\(index)")
    set(index, context, &builder)
    return section(builder, first: start(ofActivity: index), nil)
  }

  private func section(_ builder: DocumentBuilder, first: Int, _ front: FrontMatter?) -> DocumentSection {
    var builder = builder
    builder.settleNoteLinks(first: first)
    return builder.section(first: first, of: place?.pageCount ?? pageCount, context.setting, opening: front?.owners)
  }

  private var firstPage: Int { place?.firstPage ?? 0 }

  private func set(_ index: Int, _ context: Context, _ builder: inout DocumentBuilder) {
    // Its heading names it; a title of its own would say the same once more.
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(anchor: .activity(index)))
    ActivityLayout(
      context: context, geometry: geometry, index: index, row: rows[index].shifted(by: firstPage),
      firstPage: start(ofActivity: index),
      notesPage: notesPage(index), section: section
    ).set(builder: &builder)
  }

  /// Where the table explains the first figure of an activity that its own page leaves out.
  private func notesPage(_ activity: Int) -> Int {
    let notes = context.notes.indices.filter { context.notes[$0].activity == activity }
    return notes.dropFirst(context.theme.activity.mostNotes).first.map { tableStart + table.page(ofNote: $0) } ?? 0
  }
}

// What stands beside the pages
extension ReportPlan {
  var outline: [OutlineEntry] {
    let summary = OutlineEntry(
      title: context.words.summary, destination: Destination(page: firstPage, top: .zero, anchor: .summary))
    let table = OutlineEntry(title: context.words.tableTitle, destination: tablePlace)
    let comparison = OutlineEntry(
      title: context.words.comparisonTitle(context.comparison?.previous.year),
      destination: Destination(page: comparisonStart, top: .zero, anchor: .comparison))
    return (self.summary == nil ? [] : [summary]) + [table] + (self.comparison == nil ? [] : [comparison])
      + context.report.activities.enumerated().map { index, activity in
        let number = activity.number.map { $0.value + " " } ?? ""
        return OutlineEntry(title: number + activity.name.value.shortened, destination: activityPlaces[index])
      }
  }

  private var metadata: Metadata {
    let (options, words) = (context.options, context.words)
    let office = options.department ?? context.report.department?.value
    return Metadata(
      title: ([context.head.title] + [office].compactMap { $0 }).joined(separator: ". "),
      author: [options.municipality, office].compactMap { $0 }.joined(separator: ", ").nonEmpty,
      subject: words.tableTitle, language: words.tag, date: options.date)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Anchor {
  /// The section of the table.
  static let table = Anchor("table")
  /// The section of an activity.
  static func activity(_ index: Int) -> Anchor { Anchor("activity-\(index)") }
  /// An activity's row of the table.
  static func row(_ index: Int) -> Anchor { Anchor("row-\(index)") }
}

/// The elements of the first page: title, office, place and date.
struct FrontMatter {
  let owners: PageFurniture.FurnitureOwners

  init(_ builder: inout DocumentBuilder, _ context: Context) {
    let root = builder.structure.root
    var owners = PageFurniture.FurnitureOwners()
    owners.title = builder.leaf(.heading1, in: root)
    for line in context.head.left where !line.isContinued {
      switch line.part {
      case .title, .lines: break
      case .municipality: owners.municipality = builder.leaf(.paragraph, in: root, context.source())
      case .office: owners.office = builder.leaf(.paragraph, in: root, context.source())
      }
    }
    owners.lines = builder.leaf(.paragraph, in: root)
    let (options, words) = (context.options, context.words)
    if let logo = options.logos.left {
      let text = logo.description ?? words.logo(of: options.municipality)
      owners.leftLogo = builder.leaf(.figure, in: root, StructureAttributes(alternative: text))
    }
    if let logo = options.logos.right {
      let text = logo.description ?? words.secondLogo
      owners.rightLogo = builder.leaf(.figure, in: root, StructureAttributes(alternative: text))
    }
    if words.issued(at: options.place, on: options.date) != nil { owners.issue = builder.leaf(.paragraph, in: root) }
    if context.dataHash != nil { owners.data = builder.leaf(.paragraph, in: root) }
    self.owners = owners
  }
}
