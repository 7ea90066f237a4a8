import Pages

/// The volume's last page, where it is signed as a whole: of how many pages and areas it is, and the data's checksum.
struct VolumeSignatures: Sendable {
  let areas: Int
  /// Areas that are missing, which whoever signs is to know.
  let missing: Int
  private(set) var composition: OverviewComposition

  /// nil where the configuration names nobody.
  init?(areas: Int, missing: Int, _ composition: OverviewComposition) {
    guard !composition.setting.options.signers.isEmpty else { return nil }
    self.areas = areas
    self.missing = missing
    self.composition = composition
  }

  /// The same with what is known only when all is planned: the data's checksum.
  func with(_ setting: Setting) -> VolumeSignatures {
    var signatures = self
    signatures.composition = OverviewComposition(setting)
    return signatures
  }

  private var blocks: [ClosingBlock] {
    SignatureBlock(composition.setting.options.signers, composition.setting)?.closingBlocks ?? []
  }

  private var openingHeight: Length { composition.measures.heading.size * 1.2 + composition.measures.sentence.size * 4 }

  /// The blocks of each page.
  private var pages: [[ClosingBlock]] {
    var (pages, left): ([[ClosingBlock]], Length) = ([[]], composition.body.height - openingHeight)
    for block in blocks {
      if block.height > left, pages[pages.count - 1].isEmpty == false {
        pages.append([])
        left = composition.body.height
      }
      pages[pages.count - 1].append(block)
      left = left - block.height
    }
    return pages
  }

  var pageCount: Int { pages.count }

  func set(pageCount: Int) -> DocumentBuilder {
    var builder = DocumentBuilder("closing")
    let section = builder.element(
      .section, in: builder.structure.root, StructureAttributes(title: composition.words.signatures, anchor: .closing))
    for (index, blocks) in pages.enumerated() {
      var page = Page(frame: Frame(size: composition.setting.paper))
      var y = composition.body.minY
      if index == 0 { y = setOpening(pageCount, in: section, &page, &builder) }
      for block in blocks {
        let block = block.roomy.first { y + $0.height <= composition.body.maxY } ?? block
        block.draw(y, &page, section, &builder)
        y = y + block.height
      }
      builder.pages.append(page)
    }
    return builder
  }

  private func setOpening(
    _ count: Int, in section: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> Length {
    let y = composition.setHeading(composition.words.signatures, .heading2, in: section, page: &page, &builder)
    let data = composition.setting.dataHash.map { " " + composition.words.data($0) + "." } ?? ""
    let text = composition.block(
      composition.words.certificate(pages: count, areas: areas, missing: missing) + data,
      composition.style(composition.measures.sentence, composition.ink.text),
      width: composition.body.width, leading: 1.3)
    text.place(
      in: &page.frame, at: Point(x: composition.body.minX, y: y), composition.setting.measuring,
      builder.leaf(.paragraph, in: section))
    return composition.body.minY + openingHeight
  }
}
