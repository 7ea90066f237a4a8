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
    var page = Page(frame: Frame(size: composition.setting.paper))
    drawBar(in: &page.frame)
    let foot = foot
    let footTop = area.maxY - foot.reduce(.zero) { $0 + $1.height }
    var y = area.minY + area.height * composition.measures.coverTop
    for (index, group) in groups(above: footTop - y).enumerated() {
      if index == 1 { y = y + composition.measures.blockGap }
      if index == 2 {
        drawRule(at: y, in: &page.frame)
        y = y + composition.measures.blockGap
      }
      set(group, at: &y, in: &page.frame, &builder)
    }
    y = footTop
    set(foot, at: &y, in: &page.frame, &builder)
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

  /// Of the texts beside the crest.
  private var width: Length { (area.maxX - left) * composition.measures.titleShare }

  private func drawBar(in frame: inout Frame) {
    let bar = Rect(x: area.minX, y: area.minY, width: composition.measures.bar.width, height: area.height)
    composition.setting.draw(Shape(.rect(bar), fill: composition.ink.accent), in: &frame)
  }

  private func drawRule(at y: Length, in frame: inout Frame) {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: left + width, y: y))
    composition.setting.draw(Shape(path, stroke: Stroke(composition.ink.accent, .pt(1))), in: &frame)
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

// Texts
extension VolumeCoverPage {
  /// A text, and the gap below it.
  private struct Part {
    let block: TextBlock
    let role: StructureRole
    var gap = Length.zero

    var height: Length { block.height + gap }
  }

  private func set(_ parts: [Part], at y: inout Length, in frame: inout Frame, _ builder: inout DocumentBuilder) {
    for part in parts {
      let owner = builder.leaf(part.role, in: builder.structure.root)
      part.block.place(in: &frame, at: Point(x: left, y: y), composition.setting.measuring, owner)
      y = y + part.height
    }
  }

  /// Whose the volume is, what it is, and what is said of it, in the largest size that leaves the foot its room; in the
  /// smallest, texts that are still too long are cut.
  private func groups(above room: Length) -> [[Part]] {
    let room = room - composition.measures.blockGap * 2
    let sizes = [1, 0.85, 0.75, 0.65].lazy.map { groups(scale: $0, most: room) }
    return sizes.first { $0.joined().reduce(.zero) { $0 + $1.height } <= room } ?? groups(scale: 0.65, most: room / 12)
  }

  private func groups(scale: Double, most height: Length) -> [[Part]] {
    func part(
      _ text: String?, _ font: (face: FontFace, size: Length), _ color: Color, _ role: StructureRole, gap: Double
    ) -> Part? {
      guard let text else { return nil }
      let style = TextStyle(font.face, font.size * scale, color)
      let block = TextBlock.cut(
        text, style, leading: style.size * 1.2, width: width, composition.setting.typesetter, hyphenating: false,
        lines: max(1, Int(height / (style.size * 1.2))))
      return Part(block: block, role: role, gap: composition.measures.blockGap * gap)
    }
    let (measures, ink, options) = (composition.measures, composition.ink, composition.setting.options)
    return [
      [
        part(options.municipality, measures.municipality, ink.text, .paragraph, gap: 0.5),
        part(options.department, measures.scope, ink.quiet, .paragraph, gap: 0.5),
      ],
      [
        part(title, measures.coverTitle, ink.accent, .heading1, gap: 1.5),
        part(scope, measures.scope, ink.text, .paragraph, gap: 1),
      ],
      [
        part(volume.cover.text, measures.sentence, ink.text, .paragraph, gap: 0.5),
        part(options.administration, measures.sentence, ink.quiet, .paragraph, gap: 0),
      ],
    ].map { $0.compactMap { $0 } }
  }

  /// Place and date, and below them the data's checksum.
  private var foot: [Part] {
    let (options, words, width) = (composition.setting.options, composition.words, area.maxX - left)
    func part(_ text: String, _ style: TextStyle, gap: Length) -> Part {
      Part(block: composition.title(text, style, width: width, leading: 1.2), role: .paragraph, gap: gap)
    }
    let size = composition.measures.sentence.size
    let issue = words.issued(at: options.place, on: options.date).map {
      part($0, composition.style(composition.measures.sentence, composition.ink.text), gap: size * 0.4)
    }
    let data = composition.setting.dataHash.map { hash in
      let code = options.code.map { $0 + " \u{B7} " } ?? ""
      return part(code + words.dataAttached(hash), composition.quiet, gap: size * 1.6)
    }
    return [issue, data].compactMap { $0 }
  }
}
