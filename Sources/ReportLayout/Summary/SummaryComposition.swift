import Pages

/// What the parts of a summary are set with: the context, measures for the paper, and where links lead.
///
/// The parts (`VerdictStrip`, `GoalRows`, `PeriodMatrix`) know nothing of each other or of the page they stand on.
struct SummaryComposition: Sendable {
  /// Where links lead, and what page numbers say; all pages count from 0.
  struct Places: Sendable {
    var activities: [Destination]
    var table: Destination
    /// The correction sheet; nil where there is none.
    var sheet: Destination?
  }

  let context: Context
  let measures: SummaryMeasures
  /// Type size of lists.
  var rowSize: Length
  var places: Places

  init(_ context: Context, places: Places) {
    self.context = context
    measures = context.theme.summary.scaled(
      to: context.body.height, standard: context.theme.activity.standardHeight)
    rowSize = measures.rowSizes.last ?? .pt(8)
    self.places = places
  }

  var ink: Ink { context.theme.ink }
  var words: Words { context.words }
  var measuring: any TextMeasuring { context.measuring }
  var rowLeading: Length { rowSize * 1.18 }

  func plain(_ color: Color) -> TextStyle { TextStyle(measures.face, rowSize, color) }
  func strong(_ color: Color) -> TextStyle { TextStyle(measures.strong, rowSize, color) }

  func width(_ text: String, _ style: TextStyle) -> Length { context.setting.width(text, style) }

  /// Names stand whole on their activities' pages; here one that would take more than a third of a page is cut.
  func name(_ text: String, _ style: TextStyle, leading: Length, width: Length) -> TextBlock {
    .cut(
      text, style, leading: leading, width: width, context.typesetter, hyphenating: false,
      lines: max(1, Int(context.body.height / 3 / leading)))
  }

  func add(
    _ text: String, _ style: TextStyle, at point: Point, _ alignment: TextAlignment, _ owner: Owner,
    in frame: inout Frame
  ) {
    context.setting.add(text, style, at: point, alignment, owner, in: &frame)
  }

  func draw(_ shape: Shape, in frame: inout Frame, _ owner: Owner = .artifact(.layout)) {
    context.setting.draw(shape, in: &frame, owner)
  }

  func rule(_ y: Length, from left: Length, to right: Length, in frame: inout Frame) {
    context.setting.rule(y, from: left, to: right, in: &frame)
  }

  /// A link to an activity's page.
  func link(
    to index: Int, _ name: String, _ area: Rect, _ element: StructureElement.ID, in page: inout Page
  ) {
    let destination = places.activities[index]
    page.links.append(
      LinkArea(
        area: area, destination: destination, element: element,
        description: words.activityLink(name, page: destination.page + 1)))
  }
}
