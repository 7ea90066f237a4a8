import Gallery
import Pages
import ReportModel
import Testing

@testable import ReportLayout

/// Tables whose parts add up, and pages that keep their grid.
@Suite struct CompositionTests {
  static let settings = GallerySetting.all

  @Test(arguments: settings)
  func tableWidthsAddUp(_ setting: GallerySetting) {
    for geometry in setting.table.geometries {
      let total = geometry.columns.reduce(Length.zero) { $0 + $1.width }
      #expect(abs((total - setting.context.body.width).points) < 0.01)
    }
  }

  /// Every text of a row stands within one column, on a baseline of its row; every row on its page.
  @Test(arguments: settings)
  func textsStandInTheirCells(_ setting: GallerySetting) {
    for (page, planned) in zip(setting.tablePages, setting.table.pages) {
      let texts = page.texts.filter { $0.isOf(.tableBody, in: setting.document.structure) }
      let cells = setting.columnsUsed(planned)
      for text in texts {
        let box = text.box
        let fits = cells.contains {
          $0.left - .pt(0.05) <= box.minX && box.maxX <= $0.right + .pt(0.05)
        }
        #expect(fits, "\(text.text)")
        #expect(setting.context.body.contains(box), "\(text.text)")
      }
    }
  }

  /// The lines of a row's cells share their baselines.
  @Test(arguments: settings)
  func rowsHaveOneBaseline(_ setting: GallerySetting) {
    for (page, planned) in zip(setting.tablePages, setting.table.pages) where planned.blocks.count == 1 {
      let geometry = setting.table.geometries[planned.blocks[0].part]
      let texts = page.texts.filter {
        $0.isOf(.tableBody, in: setting.document.structure) && $0.line.size == geometry.size
      }
      guard let first = texts.map(\.line.origin.y).min() else { continue }
      // From row to row the distance is whole lines and the padding of the rows between.
      let (leading, padding) = (geometry.leading.points, geometry.padding.points * 2)
      for text in texts {
        let distance = (text.line.origin.y - first).points
        let isOnGrid = (0...planned.blocks[0].rows.count).contains { rows in
          let lines = (distance - padding * Double(rows)) / leading
          return lines > -0.01 && abs(lines - lines.rounded()) < 0.01
        }
        #expect(isOnGrid, "\(text.text) at \(distance)")
      }
    }
  }

  /// All texts of activity pages outside charts and furniture stand on the baseline grid; raised marks do not, nor texts
  /// that were set smaller and tighter so that they end on their page.
  @Test(arguments: settings)
  func activityPagesKeepTheGrid(_ setting: GallerySetting) {
    let (body, unit) = (setting.context.body, setting.geometry.measures.unit)
    let tight = setting.geometry.measures.bodies.dropFirst().map(\.font.size)
    for page in setting.activityPages {
      let first = page.texts.filter { tight.contains($0.line.size) }.map(\.box).min { $0.minY < $1.minY }
      for text in page.texts {
        guard text.line.origin.y > body.minY, text.line.origin.y < body.maxY + .pt(0.01) else { continue }
        // The label of the bar that repeats the outcome belongs to a drawing, too.
        let isFree = text.isOf(.figure, in: setting.document.structure) || text.owner == .artifact(.layout)
        if let first, text.box.minX > first.minX - unit, text.box.minX < first.minX + setting.geometry.side.width,
          text.box.minY > first.minY - unit * 4
        {
          continue
        }
        if isFree || text.isOf(.reference, in: setting.document.structure) { continue }
        let lines = (text.line.origin.y - body.minY) / unit
        #expect(abs(lines - lines.rounded()) < 0.01, "\(text.text) at \(lines)")
      }
    }
  }

  /// The outcome in a sentence, its status in a word, both charts in words, and their figures in a table.
  @Test(arguments: settings)
  func chartsAreToldInWords(_ setting: GallerySetting) {
    let (report, words, structure) = (setting.context.report, setting.context.words, setting.document.structure)
    // Those of summary and table come first.
    let sections = structure.elements.filter { $0.role == .section }.suffix(report.activities.count)
    #expect(sections.count == report.activities.count)
    let texts = setting.chartPages.flatMap(\.texts).map(\.text).joined(separator: " ")
    for (section, activity) in zip(sections, report.activities) {
      let roles = section.children.map { structure[$0].role }
      #expect((roles.contains(.table) || setting.isSinglePage) && roles.contains(.paragraph))
      let alternatives = section.children.compactMap { structure[$0].attributes.alternative }
      let isDrawn = [true, false].allSatisfy { !texts.contains(words.nothingToDraw(isKnown: $0, report.scheme)) }
      let hasSteps = activity.measure.isAdditive && report.periods.count > 1 && !setting.isSinglePage
      #expect(alternatives.count >= (isDrawn && hasSteps ? 2 : isDrawn ? 1 : 0))
      #expect(alternatives.allSatisfy { !$0.isEmpty })
      #expect(texts.contains(words.verdict(Verdict(of: activity, bands: setting.context.options.bands).state)))
    }
  }

  /// No page is begun for fewer than four lines, whatever they are of.
  @Test(arguments: settings)
  func noPageForFewLines(_ setting: GallerySetting) {
    let words = setting.context.words
    let count = setting.context.report.activities.count
    let eyebrows = Set((1...count).map { words.activityOf($0, count) + ", " + words.continued })
    for page in setting.activityPages where page.texts.contains(where: { eyebrows.contains($0.text) }) {
      let body = setting.context.body
      let lines = page.frame.items.compactMap { SetText($0) }.filter { text in
        guard case .content = text.owner else { return false }
        return body.contains(text.box)
      }
      #expect(lines.count >= 4, "\(lines.map(\.text))")
    }
  }

  /// A label at a line's end is in two lines only where one has no room behind the line.
  @Test(arguments: settings)
  func endLabelsWrapOnlyWhereTheyMust(_ setting: GallerySetting) {
    let (geometry, words) = (setting.geometry, setting.context.words)
    guard !setting.isSinglePage else { return }
    let names = [words.programmed, words.realised, words.annualGoal, words.programmedAndGoal].map { $0 + " " }
    let start = geometry.panel.left + geometry.panel.width - geometry.endLabelWidth - .pt(5)
    for page in setting.activityPages {
      let texts = page.texts.filter { $0.isOf(.figure, in: setting.document.structure) && $0.box.minX > start }
      for (name, figure) in zip(texts, texts.dropFirst())
      where names.contains(name.text) && figure.line.origin.x == name.line.origin.x {
        #expect(name.box.width + figure.box.width > geometry.endLabelWidth - .pt(0.1), "\(name.text)\(figure.text)")
      }
    }
  }

  /// Short facts behind their titles, and no page for what the room of the bar holds.
  @Test func moreColumnsNeedNoMorePages() throws {
    let setting = try #require(Self.settings.first { $0.name == "sums, more columns, signers" })
    #expect(setting.activityPages.count == setting.context.report.activities.count)
    let page = try #require(setting.activityPages.first)
    let unit = try #require(page.texts.first { $0.text == setting.context.words.unit })
    #expect(page.texts.contains { $0.text == "Reuniones" && $0.line.origin.y == unit.line.origin.y })
  }

  /// Where nothing is drawn, the data table stands where it does on the other pages.
  @Test(arguments: ["no data", "one far above"])
  func theDataTableKeepsItsPlace(_ name: String) throws {
    let setting = try #require(Self.settings.first { $0.name == name })
    let words = setting.context.words
    let places = setting.activityPages.compactMap { page in
      page.texts.last { $0.text == words.realised && $0.isOf(.tableHeader, in: setting.document.structure) }?.line
        .origin
    }
    #expect(places.count == setting.activityPages.count && Set(places.map(\.y.points)).count == 1, "\(places)")
  }

  /// Charts and data table show every figure of an activity whole.
  @Test(arguments: settings)
  func figuresAreNotShortened(_ setting: GallerySetting) {
    let shown = Set(setting.chartPages.flatMap(\.texts).map(\.text))
    for activity in setting.context.report.activities {
      for (kind, period) in activity.figures {
        let text = activity.figureText(kind, period: period).text
        #expect(text.isEmpty || shown.contains(text), "\(text)")
      }
    }
  }
}

extension SetText {
  /// Whether it belongs to an element of this role, or to one below it.
  func isOf(_ role: StructureRole, in structure: StructureTree) -> Bool {
    guard case .content(let id) = owner else { return false }
    var next: StructureElement.ID? = id
    while let current = next {
      if structure[current].role == role { return true }
      next = structure[current].parent
    }
    return false
  }
}

extension GallerySetting {
  /// The columns of the parts on a page.
  func columnsUsed(_ page: TablePage) -> [TableGeometry.Column] {
    page.blocks.flatMap { table.geometries[$0.part].columns }
  }
}
