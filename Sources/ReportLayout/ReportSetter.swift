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
    let content = TableContent(context)
    let table = TableLayout(context, content)
    let (activities, starts) = setActivities(&builder, content, table.rowPages, first: table.pages.count)
    let destinations = starts.map { Destination(page: $0, top: .zero) }
    builder.pages = []
    table.set(in: front.table, destinations: destinations, builder: &builder)
    builder.pages += activities
    drawFurniture(on: &builder.pages, front)
    return Document(
      pages: builder.pages, structure: builder.structure, outline: outline(destinations), metadata: metadata)
  }

  /// The activities' pages, and the page number each begins on.
  private func setActivities(
    _ builder: inout DocumentBuilder, _ content: TableContent, _ rowPages: [Int], first: Int
  ) -> (pages: [Page], starts: [Int]) {
    let geometry = ActivityGeometry.best(context, content)
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
    let (report, words) = (context.report, context.words)
    let title = words.documentTitle(year: report.year?.value)
    let office = report.department?.value
    return Metadata(
      title: office.map { title + ". " + $0 } ?? title, author: office, subject: words.tableTitle,
      language: words.tag, date: context.options.date)
  }
}

/// The elements of the first page: title, office, and the section of the table.
struct FrontMatter {
  let head: PageFurniture.HeadOwners
  let table: StructureElement.ID

  init(_ builder: inout DocumentBuilder, _ context: Context) {
    let root = builder.structure.root
    let title = builder.leaf(.heading1, in: root)
    let office = context.report.department == nil ? title : builder.leaf(.paragraph, in: root)
    head = PageFurniture.HeadOwners(office: office, title: title, lines: builder.leaf(.paragraph, in: root))
    table = builder.element(.section, in: root, StructureAttributes(title: context.words.tableTitle))
  }
}
