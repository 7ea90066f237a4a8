public import Pages
import ReportModel
public import Workers

/// Puts the report together. All page numbers are settled first: the table is fitted and each activity's texts are
/// broken once to see how many pages they take. Then any part can be set on its own, on any thread.
///
/// A short report is two halves, a very short one is whole; a longer one has its table in the first part and so many
/// activities in each of the others. The division never depends on the machine.
public struct ReportPlan: Sendable {
  /// Fewer activities are not worth parting from the table.
  static let halvedReport = 4
  /// Up to so many activities the table and some of them are one part, the rest another.
  static let shortReport = 24
  /// Enough to outweigh what each part costs, few enough to share out evenly among a few cores.
  static let activitiesPerPart = 64

  private var context: Context
  private let table: TableLayout
  private let geometry: ActivityGeometry
  /// The page each activity begins on, from 0.
  private let starts: [Int]
  /// The page of the table that shows each activity, from 0.
  private let rowPages: [Int]
  private let pageCount: Int
  /// Which activities each part sets; the first part sets the table before them.
  private let parts: [Range<Int>]

  init(_ context: Context, workers: Workers) {
    self.context = context
    let content = TableContent(context, workers: workers)
    let geometry = ActivityGeometry.best(context, content)
    let (table, counts) = workers.both {
      TableLayout(context, content)
    } _: {
      ReportPlan.pageCounts(context, geometry, workers)
    }
    self.table = table
    self.geometry = geometry
    rowPages = table.rowPages
    var next = table.pages.count
    var starts: [Int] = []
    for count in counts {
      starts.append(next)
      next += count
    }
    self.starts = starts
    pageCount = next
    parts = ReportPlan.parts(activities: counts.count, tablePages: table.pages.count)
  }

  private static func parts(activities: Int, tablePages: Int) -> [Range<Int>] {
    guard activities >= halvedReport else { return [0..<activities] }
    guard activities > shortReport else {
      // A page of the table is about as much ink as one and a half of an activity.
      let half = max(0, min(activities - 1, (activities * 2 - tablePages * 3) / 4))
      return [0..<half, half..<activities]
    }
    let rest = stride(from: 0, to: activities, by: activitiesPerPart)
    return [0..<0] + rest.map { $0..<min($0 + activitiesPerPart, activities) }
  }

  private static func pageCounts(_ context: Context, _ geometry: ActivityGeometry, _ workers: Workers) -> [Int] {
    let batches = Array(stride(from: 0, to: context.report.activities.count, by: activitiesPerPart))
    return workers.map(batches.count) { batch in
      let own = context.forAnotherThread
      return (batches[batch]..<min(batches[batch] + activitiesPerPart, context.report.activities.count)).map {
        ActivityLayout(
          context: own, geometry: geometry, index: $0, tablePage: 0, section: StructureElement.ID(index: 0)
        ).pageCount()
      }
    }.flatMap { $0 }
  }
}

extension ReportPlan {
  /// - Parameters:
  ///   - dataHash: printed at the feet beside the page numbers; no page number depends on it.
  ///   - workers: set the parts of a short report, which are set at once.
  public func document(dataHash: String? = nil, workers: Workers = .one) -> DocumentPlan {
    var plan = self
    plan.context.dataHash = dataHash
    let isShort = parts.count <= 2
    let set = isShort ? workers.map(parts.count) { [plan] in plan.part($0) } : []
    let specimen = isShort ? Specimen(of: set.flatMap(\.pages)) : Specimen(of: context.report, context.measuring)
    return DocumentPlan(
      pageSize: context.paper, partPages: parts.indices.map { pages(ofPart: $0).count }, outline: outline,
      metadata: metadata, printHints: context.options.printHints,
      specimen: parts.count > 1 ? specimen.page(of: context.paper) : nil,
      part: { [plan] in isShort ? set[$0] : plan.part($0) })
  }

  private func pages(ofPart index: Int) -> Range<Int> {
    let activities = parts[index]
    let first = index == 0 ? 0 : starts[activities.lowerBound]
    if index == 0, activities.isEmpty { return 0..<table.pages.count }
    return first..<(activities.upperBound < starts.count ? starts[activities.upperBound] : pageCount)
  }

  private func part(_ index: Int) -> DocumentPart {
    let context = context.forAnotherThread
    var builder = DocumentBuilder()
    let front = index == 0 ? FrontMatter(&builder, context) : nil
    if let front {
      let destinations = starts.map { Destination(page: $0, top: .zero) }
      table.set(in: front.table, destinations: destinations, builder: &builder)
    }
    for activity in parts[index] { set(activity, context, &builder) }
    drawFurniture(on: &builder.pages, first: pages(ofPart: index).lowerBound, front, context)
    return DocumentPart(pages: builder.pages, structure: builder.structure)
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
