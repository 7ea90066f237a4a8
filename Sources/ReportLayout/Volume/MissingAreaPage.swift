import Pages
import ReportModel

/// In place of an area whose table is broken: that it is missing, and what must be corrected. Nobody can take the volume
/// for complete.
struct MissingAreaPage: Sendable {
  let area: Volume.MissingArea
  let number: Int
  let composition: OverviewComposition

  /// More errors than this, or than fit, are counted.
  private static let mostErrors = 12

  func set(places: VolumePlaces) -> DocumentBuilder {
    var builder = DocumentBuilder("part-\(number)")
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(anchor: .part(number)))
    var page = Page(frame: Frame(size: composition.setting.paper))
    drawFrame(in: &page.frame)
    let (measures, ink, words) = (composition.measures, composition.ink, composition.words)
    let left = composition.body.minX + measures.bar.width + measures.bar.gap * 0.75
    let width = composition.body.maxX - left - measures.gutter
    var y = composition.body.minY + measures.blockGap
    func set(_ block: TextBlock, _ role: StructureRole, gap: Double) {
      block.place(
        in: &page.frame, at: Point(x: left, y: y), composition.setting.measuring, builder.leaf(role, in: section))
      y = y + block.height + measures.blockGap * gap
    }
    func block(_ text: String, _ style: TextStyle) -> TextBlock {
      composition.block(composition.setting.printable(text), style, width: width, leading: 1.3)
    }
    func heading(_ text: String, _ color: Color) -> TextBlock {
      composition.title(
        composition.setting.printable(text), composition.style(measures.heading, color), width: width, leading: 1.3)
    }
    let plain = composition.style(measures.sentence, ink.text)
    set(heading(String(number) + "  " + area.name, ink.text), .heading2, gap: 0.5)
    set(heading(words.missingTitle, ink.warning), .paragraph, gap: 1)
    set(block(words.missingIntroduction(area.source), plain), .paragraph, gap: 0.5)
    var told = 0
    for error in area.errors.prefix(MissingAreaPage.mostErrors) {
      let place = words.place(error.location).map { $0 + ": " } ?? ""
      let text = block((place + error.message[words.language] + ".").capitalisedFirst, plain)
      // The last line says how many more there are.
      guard y + text.height + plain.size * 1.3 <= composition.body.maxY else { break }
      set(text, .paragraph, gap: 0.25)
      told += 1
    }
    let more = area.errors.count - told
    if more > 0 {
      set(block(words.moreErrors(more) + ".", composition.style(measures.sentence, ink.quiet)), .paragraph, gap: 0)
    }
    builder.pages = [page]
    return builder
  }

  /// A bar that is hollow, so that the place is seen to be empty.
  private func drawFrame(in frame: inout Frame) {
    let bar = Rect(
      x: composition.body.minX, y: composition.body.minY, width: composition.measures.bar.width,
      height: composition.body.height)
    composition.setting.draw(
      Shape(.rect(bar.inset(by: .pt(0.5))), stroke: Stroke(composition.ink.warning, .pt(1))), in: &frame)
  }
}
