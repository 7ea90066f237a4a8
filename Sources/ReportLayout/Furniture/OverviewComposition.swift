import Pages
import ReportModel

/// What pages of headings, lists and small tables are set with: a volume's own, and the comparison with the year before.
struct OverviewComposition: Sendable {
  let setting: Setting
  let measures: VolumeMeasures

  init(_ setting: Setting) {
    self.setting = setting
    measures = setting.theme.volume.scaled(
      to: setting.body.height, standard: setting.theme.activity.standardHeight)
  }

  var ink: Ink { setting.theme.ink }
  var words: Words { setting.words }
  var body: Rect { setting.body }

  func style(_ font: (face: FontFace, size: Length), _ color: Color) -> TextStyle {
    TextStyle(font.face, font.size, color)
  }
  var small: TextStyle { style(measures.small, ink.text) }
  var quiet: TextStyle { style(measures.small, ink.quiet) }
  var label: TextStyle { TextStyle(.bold, measures.small.size, ink.text) }

  /// A text that would take more than a third of a page, as no name does, is cut with an ellipsis: these pages are an
  /// overview, and nothing on them goes on from one to the next.
  func block(
    _ text: String, _ style: TextStyle, width: Length, leading: Double = 1.25, hyphenating: Bool = true
  ) -> TextBlock {
    let leading = style.size * leading
    return .cut(
      text, style, leading: leading, width: width, setting.typesetter, hyphenating: hyphenating,
      lines: max(1, Int(body.height / 3 / leading)))
  }

  /// Names in large type are not hyphenated.
  func title(_ text: String, _ style: TextStyle, width: Length, leading: Double = 1.25) -> TextBlock {
    block(text, style, width: width, leading: leading, hyphenating: false)
  }

  /// A heading of its own page; returns where it ends.
  func setHeading(
    _ text: String, _ role: StructureRole, in section: StructureElement.ID, page: inout Page,
    _ builder: inout DocumentBuilder
  ) -> Length {
    let heading = title(text, style(measures.heading, ink.text), width: body.width, leading: 1.2)
    heading.place(in: &page.frame, at: body.origin, setting.measuring, builder.leaf(role, in: section))
    return body.minY + heading.height
  }

  /// The heading of a page that goes on from the one before; returns where it ends.
  func setContinued(_ text: String, page: inout Page) -> Length {
    let style = TextStyle(.bold, measures.sentence.size, ink.text)
    let line = setting.measuring.line(
      words.continued(text), style, at: Point(x: body.minX, y: body.minY + style.size))
    page.frame.add(.text(line), .artifact(.pagination))
    return body.minY + style.size * 1.3 + measures.blockGap
  }

  /// A symbol of a verdict, its middle at `point`.
  func symbol(_ state: Verdict.State, at point: Point, in frame: inout Frame, _ owner: Owner = .artifact(.layout)) {
    setting.draw(
      VerdictSymbol.shape(state, center: point, radius: measures.symbol, color: color(of: state)), in: &frame, owner)
  }

  /// What is below its range is the one thing to be found at a glance.
  func color(of state: Verdict.State) -> Color {
    switch state {
    case .below: ink.warning
    case .above, .within: ink.accent
    case .nothingProgrammed, .noData: ink.quiet
    }
  }

  func link(
    _ area: Rect, to destination: Destination, _ name: String, _ element: StructureElement.ID, in page: inout Page
  ) {
    page.links.append(
      LinkArea(
        area: area, destination: destination, element: element,
        description: words.areaLink(name, page: destination.page + 1)))
  }
}
