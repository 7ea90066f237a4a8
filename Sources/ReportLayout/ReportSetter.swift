import Pages
import ReportModel

/// Puts the report together: plans the table, sets the activities, sets the table, and then what needs page numbers.
///
/// The table comes first on paper but is set last, since its rows link to the activities' pages; its number of pages is
/// known from the plan.
struct ReportSetter {
  let context: Context

  func document() -> Document {
    var builder = DocumentBuilder()
    let front = FrontMatter(&builder, context)
    let table = TableLayout(context)
    let tablePages = table.pageCount
    let (activities, starts) = setActivities(&builder, table.rowPages, first: tablePages)
    let destinations = starts.map { Destination(page: $0, top: .zero) }
    builder.pages = []
    table.set(in: front.table, destinations: destinations, builder: &builder)
    builder.pages += activities
    drawFurniture(on: &builder.pages, front)
    return Document(
      pages: builder.pages, structure: builder.structure, outline: outline(destinations), metadata: metadata,
      printHints: context.options.printHints)
  }

  /// The activities' pages, and the page number each begins on.
  private func setActivities(
    _ builder: inout DocumentBuilder, _ rowPages: [Int], first: Int
  ) -> (pages: [Page], starts: [Int]) {
    let geometry = ActivityGeometry(context)
    var starts: [Int] = []
    for index in context.report.activities.indices {
      starts.append(first + builder.pages.count)
      let title = context.report.activities[index].name.value
      let section = builder.element(.section, in: builder.structure.root, StructureAttributes(title: title))
      ActivityLayout(
        context: context, geometry: geometry, index: index, tablePage: rowPages[index], section: section
      ).set(builder: &builder)
    }
    return (builder.pages, starts)
  }

  private func drawFurniture(on pages: inout [Page], _ front: FrontMatter) {
    let furniture = PageFurniture(context: context)
    for index in pages.indices {
      pages[index].label = String(index + 1)
      var frame = Frame(size: context.paper)
      furniture.draw(
        in: &frame, number: index + 1, of: pages.count,
        head: index == 0 ? front.head : PageFurniture.HeadOwners())
      // Before the body, as it is read.
      pages[index].frame.prepend(frame)
      let shift = context.options.shift(ofPage: index + 1)
      if shift != .zero { pages[index].shift(by: shift) }
    }
  }

  private func outline(_ destinations: [Destination]) -> [OutlineEntry] {
    let table = OutlineEntry(title: context.words.tableTitle, destination: Destination(page: 0, top: .zero))
    return [table]
      + zip(context.report.activities, destinations).map { activity, destination in
        let number = activity.number.map { $0.value + " " } ?? ""
        return OutlineEntry(title: number + activity.name.value, destination: destination)
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
      case .municipality: owners.municipality = builder.leaf(.paragraph, in: root)
      case .office: owners.office = builder.leaf(.paragraph, in: root)
      case .lines: break
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
