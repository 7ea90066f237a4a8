public import Pages
import ReportModel

/// Puts the report together. All page numbers are settled first: the table is fitted and each activity's texts are
/// broken once to see how many pages they take. Then the table and the activities are laid out one after the other.
public struct ReportPlan: Sendable {
  private var context: Context
  private let table: TableLayout
  private let geometry: ActivityGeometry
  /// The page each activity begins on, from 0.
  private let starts: [Int]
  /// How many pages each activity takes.
  private let counts: [Int]
  /// The page of the table that shows each activity, from 0.
  private let rowPages: [Int]
  private let pageCount: Int

  init(_ context: Context) {
    self.context = context
    let content = TableContent(context)
    geometry = ActivityGeometry.best(context, content)
    table = TableLayout(context, content)
    counts = ReportPlan.pageCounts(context, geometry)
    rowPages = table.rowPages
    var next = table.pages.count
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
        context: context, geometry: geometry, index: $0, tablePage: 0, section: StructureElement.ID(index: 0)
      ).pageCount()
    }
  }
}

extension ReportPlan {
  /// - Parameter dataHash: printed at the feet beside the page numbers; no page number depends on it.
  public func document(dataHash: String? = nil) -> DocumentPlan {
    var plan = self
    plan.context.dataHash = dataHash
    return DocumentPlan(
      pageSize: context.paper, sectionPages: [table.pages.count] + counts, outline: outline,
      metadata: metadata, printHints: context.options.printHints
    ) { [plan] in $0 == 0 ? plan.tableSection : plan.section(ofActivity: $0 - 1) }
  }

  private var tableSection: DocumentSection {
    var builder = DocumentBuilder()
    let front = FrontMatter(&builder, context)
    let destinations = starts.map { Destination(page: $0, top: .zero) }
    table.set(in: front.table, destinations: destinations, builder: &builder)
    return section(builder, first: 0, front)
  }

  private func section(ofActivity index: Int) -> DocumentSection {
    var builder = DocumentBuilder()
    set(index, context, &builder)
    return section(builder, first: starts[index], nil)
  }

  private func section(_ builder: DocumentBuilder, first: Int, _ front: FrontMatter?) -> DocumentSection {
    var pages = builder.pages
    drawFurniture(on: &pages, first: first, front, context)
    return DocumentSection(pages: pages, structure: builder.structure)
  }

  private func set(_ index: Int, _ context: Context, _ builder: inout DocumentBuilder) {
    // Its heading names it; a title of its own would say the same once more.
    let section = builder.element(.section, in: builder.structure.root)
    ActivityLayout(
      context: context, geometry: geometry, index: index, tablePage: rowPages[index], section: section
    ).set(builder: &builder)
  }

  private func drawFurniture(on pages: inout [Page], first: Int, _ front: FrontMatter?, _ context: Context) {
    let furniture = PageFurniture(context: context)
    for index in pages.indices {
      let number = first + index + 1
      let head = number == 1 ? front?.head : nil
      furniture.draw(
        in: &pages[index].frame, number: number, of: pageCount, head: head ?? PageFurniture.HeadOwners())
      let shift = context.options.shift(ofPage: number)
      if shift != .zero { pages[index].shift(by: shift) }
    }
  }
}

// What stands beside the pages
extension ReportPlan {
  private var outline: [OutlineEntry] {
    let table = OutlineEntry(title: context.words.tableTitle, destination: Destination(page: 0, top: .zero))
    return [table]
      + zip(context.report.activities, starts).map { activity, page in
        let number = activity.number.map { $0.value + " " } ?? ""
        return OutlineEntry(title: number + activity.name.value, destination: Destination(page: page, top: .zero))
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

/// The elements of the first page: title, office, and the section of the table.
struct FrontMatter {
  let head: PageFurniture.HeadOwners
  let table: StructureElement.ID

  init(_ builder: inout DocumentBuilder, _ context: Context) {
    let root = builder.structure.root
    var owners = PageFurniture.HeadOwners()
    owners.title = builder.leaf(.heading1, in: root)
    for line in context.head.left {
      switch line.part {
      case .title, .lines: break
      case .municipality: owners.municipality = builder.leaf(.paragraph, in: root)
      case .office: owners.office = builder.leaf(.paragraph, in: root)
      }
    }
    owners.lines = builder.leaf(.paragraph, in: root)
    let (logos, words) = (context.options.logos, context.words)
    if let logo = logos.left {
      let text = logo.description ?? words.logo(of: context.options.municipality)
      owners.leftLogo = builder.leaf(.figure, in: root, StructureAttributes(alternative: text))
    }
    if let logo = logos.right {
      let text = logo.description ?? words.secondLogo
      owners.rightLogo = builder.leaf(.figure, in: root, StructureAttributes(alternative: text))
    }
    head = owners
    table = builder.element(.section, in: root, StructureAttributes(title: context.words.tableTitle))
  }
}
