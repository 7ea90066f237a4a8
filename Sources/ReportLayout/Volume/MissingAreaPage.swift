import Pages
import ReportModel

/// In place of an area whose table is broken: that it is missing, and what must be corrected. Nobody can take the volume
/// for complete.
struct MissingAreaPage: Sendable {
  let area: Volume.MissingArea
  let number: Int
  let pen: VolumePen

  /// More errors than this are counted.
  private static let mostErrors = 12

  func set(places: VolumePlaces) -> DocumentBuilder {
    var builder = DocumentBuilder("part-\(number)")
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(anchor: .part(number)))
    var page = Page(frame: Frame(size: pen.setting.paper))
    drawFrame(in: &page.frame)
    let (measures, ink, words) = (pen.measures, pen.ink, pen.words)
    let left = pen.body.minX + measures.bar.width + measures.bar.gap * 0.75
    let width = pen.body.maxX - left - measures.gutter
    var y = pen.body.minY + measures.blockGap
    func set(_ text: String, _ style: TextStyle, _ role: StructureRole, gap: Double) {
      let block = pen.block(pen.setting.printable(text), style, width: width, leading: 1.3)
      guard y + block.height <= pen.body.maxY else { return }
      block.place(in: &page.frame, at: Point(x: left, y: y), pen.setting.measuring, builder.leaf(role, in: section))
      y = y + block.height + measures.blockGap * gap
    }
    set(String(number) + "  " + area.name, pen.style(measures.heading, ink.text), .heading2, gap: 0.5)
    set(words.missingTitle, pen.style(measures.heading, ink.warning), .paragraph, gap: 1)
    set(
      words.missingIntroduction(area.source), pen.style(measures.sentence, ink.text), .paragraph, gap: 0.5)
    for error in area.errors.prefix(MissingAreaPage.mostErrors) {
      let place = words.place(error.location).map { $0 + ": " } ?? ""
      set(place + error.message[words.language] + ".", pen.style(measures.sentence, ink.text), .paragraph, gap: 0.25)
    }
    let more = area.errors.count - MissingAreaPage.mostErrors
    if more > 0 { set(words.moreErrors(more) + ".", pen.style(measures.sentence, ink.quiet), .paragraph, gap: 0) }
    builder.pages = [page]
    return builder
  }

  /// A bar that is hollow, so that the place is seen to be empty.
  private func drawFrame(in frame: inout Frame) {
    let bar = Rect(
      x: pen.body.minX, y: pen.body.minY, width: pen.measures.bar.width, height: pen.body.height)
    pen.setting.draw(Shape(.rect(bar.inset(by: .pt(0.5))), stroke: Stroke(pen.ink.warning, .pt(1))), in: &frame)
  }
}
