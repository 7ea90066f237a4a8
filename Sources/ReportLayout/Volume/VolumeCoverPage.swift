import Pages
import ReportModel

/// The volume's first page: who, what, how much, when. It has no running head or foot.
struct VolumeCoverPage: Sendable {
  let volume: Volume
  let title: String
  let scope: String
  let composition: OverviewComposition

  func section() -> DocumentSection {
    var builder = DocumentBuilder("cover")
    let root = builder.structure.root
    var page = Page(frame: Frame(size: composition.setting.paper))
    drawBar(in: &page.frame)
    let width =
      (area.width - composition.measures.bar.width - composition.measures.bar.gap) * composition.measures.titleShare
    var y = area.minY + area.height * composition.measures.coverTop
    func set(_ text: String?, _ style: TextStyle, _ role: StructureRole, gap: Double) {
      guard let text else { return }
      let block = composition.title(text, style, width: width, leading: 1.2)
      block.place(
        in: &page.frame, at: Point(x: left, y: y), composition.setting.measuring, builder.leaf(role, in: root))
      y = y + block.height + composition.measures.blockGap * gap
    }
    let (measures, ink, options) = (composition.measures, composition.ink, composition.setting.options)
    set(options.municipality, composition.style(measures.municipality, ink.text), .paragraph, gap: 0.5)
    set(options.department, composition.style(measures.scope, ink.quiet), .paragraph, gap: 0.5)
    y = y + measures.blockGap
    set(title, composition.style(measures.coverTitle, ink.accent), .heading1, gap: 1.5)
    set(scope, composition.style(measures.scope, ink.text), .paragraph, gap: 1)
    drawRule(at: y, width: width, in: &page.frame)
    y = y + measures.blockGap
    set(volume.cover.text, composition.style(measures.sentence, ink.text), .paragraph, gap: 0.5)
    set(options.administration, composition.style(measures.sentence, ink.quiet), .paragraph, gap: 0)
    setFoot(in: &page.frame, &builder)
    setCrest(in: &page.frame, &builder)
    builder.pages = [page]
    return DocumentSection(pages: builder.pages, structure: builder.structure)
  }

  /// Between the margins.
  private var area: Rect {
    let (paper, margins) = (composition.setting.paper, composition.setting.options.pageMargins)
    return Rect(
      x: margins.left, y: margins.top, width: paper.width - margins.left - margins.right,
      height: paper.height - margins.top - margins.bottom)
  }

  private var left: Length { area.minX + composition.measures.bar.width + composition.measures.bar.gap }

  private func drawBar(in frame: inout Frame) {
    let bar = Rect(x: area.minX, y: area.minY, width: composition.measures.bar.width, height: area.height)
    composition.setting.draw(Shape(.rect(bar), fill: composition.ink.accent), in: &frame)
  }

  private func drawRule(at y: Length, width: Length, in frame: inout Frame) {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: left + width, y: y))
    composition.setting.draw(Shape(path, stroke: Stroke(composition.ink.accent, .pt(1))), in: &frame)
  }

  /// Place and date, and below it the data's checksum.
  private func setFoot(in frame: inout Frame, _ builder: inout DocumentBuilder) {
    let (options, words, size) = (composition.setting.options, composition.words, composition.measures.sentence.size)
    var y = area.maxY - size * 2
    if let hash = composition.setting.dataHash {
      let owner = builder.leaf(.paragraph, in: builder.structure.root)
      let data = options.code.map { $0 + " \u{B7} " } ?? ""
      composition.setting.add(
        data + words.dataAttached(hash), composition.quiet, at: Point(x: left, y: y), owner, in: &frame)
      y = y - size * 1.6
    }
    guard let issue = words.issued(at: options.place, on: options.date) else { return }
    let owner = builder.leaf(.paragraph, in: builder.structure.root)
    composition.setting.add(
      issue, composition.style(composition.measures.sentence, composition.ink.text), at: Point(x: left, y: y), owner,
      in: &frame)
  }

  private func setCrest(in frame: inout Frame, _ builder: inout DocumentBuilder) {
    let logos = composition.setting.options.logos
    let crest =
      switch volume.cover.crest {
      case .left: logos.left ?? logos.right
      case .right: logos.right ?? logos.left
      case .none: nil as Logo?
      }
    guard let crest else { return }
    let side = composition.measures.crest
    let size = crest.image.size(within: Size(width: side, height: side))
    let text = crest.description ?? composition.words.logo(of: composition.setting.options.municipality)
    let owner = builder.leaf(.figure, in: builder.structure.root, StructureAttributes(alternative: text))
    let top = area.minY + area.height * composition.measures.coverTop
    let place = Rect(origin: Point(x: area.maxX - size.width, y: top), size: size)
    frame.add(.image(PlacedImage(crest.image, in: place)), owner)
  }
}
