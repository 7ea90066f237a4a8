public import Pages
import ReportModel

/// Puts a volume together: cover, contents, summary, each area behind the page that opens it, and the page of signatures.
/// All page numbers are settled first; each section is laid out when it is asked for.
public struct VolumePlan: Sendable {
  private enum Part: Sendable {
    case area(AreaPlan)
    case missing(MissingAreaPage)
  }

  /// A run of pages that is laid out at once.
  private enum Section: Sendable {
    case cover, contents, summary, closing
    case opening(Int)
    /// A section of an area's report.
    case report(Int, section: Int)
  }

  private let volume: Volume
  private let options: LayoutOptions
  private let title: String
  private var frame: VolumeFrame
  private let contents: VolumeContents
  private let summary: CouncilSummary
  private let parts: [Part]
  private let closing: VolumeSignatures?
  private let places: VolumePlaces
  private let sections: [(section: Section, first: Int, pages: Int)]
  private let pageCount: Int

  init(_ volume: Volume, _ options: LayoutOptions, _ typesetter: Typesetter) {
    let words = Words(language: options.language)
    let theme = Theme(accent: options.accent, printing: options.ink)
    self.volume = volume
    self.options = options
    let frame = VolumeFrame(volume, options, theme, words, typesetter)
    (self.frame, title) = (frame, frame.title)
    let composition = frame.composition(words.summary)
    let part = VolumePart(
      mostPages: volume.areas.reduce(volume.parts.count * 4 + 9) { $0 + $1.report.activities.count * 2 })
    parts = volume.parts.enumerated().map { index, entry in
      switch entry {
      case .missing(let area):
        return .missing(MissingAreaPage(area: area, number: index + 1, composition: frame.composition(area.name)))
      case .area(let area):
        var own = options
        own.department = area.name
        let context = Context(
          report: area.report, notes: Note.notes(for: area.findings, in: area.report, words: words), options: own,
          theme: theme, words: words, typesetter: typesetter, volume: part, comparison: area.comparison)
        return .area(AreaPlan(area, number: index + 1, context, frame.composition(area.name)))
      }
    }
    var digests: [Int: SummaryContent] = [:]
    var signs: [Int: (period: Bool, annual: Bool)] = [:]
    for case (let index, .area(let plan)) in parts.enumerated() {
      digests[index] = plan.content
      signs[index] = plan.context.flippedSigns
    }
    summary = CouncilSummary(
      names: volume.names, digests: digests, signs: signs, notices: volume.notices(words), composition)
    closing = VolumeSignatures(
      areas: volume.areas.count, missing: volume.missing.count, frame.composition(words.signatures))
    contents = VolumeContents(
      VolumePlan.entries(volume, digests, words, signed: closing != nil), frame.composition(words.contents))
    (sections, places, pageCount) = VolumePlan.numbered(parts, contents, summary, closing)
  }

  private static func entries(
    _ volume: Volume, _ digests: [Int: SummaryContent], _ words: Words, signed: Bool
  ) -> [VolumeContents.Entry] {
    let parts = volume.names.enumerated().map { index, name in
      let title = String(index + 1) + "  " + name
      guard let content = digests[index] else { return VolumeContents.Entry(title: title, remark: words.missingTitle) }
      let counts = Dictionary(Verdict.State.allCases.map { ($0, content.count($0)) }) { first, _ in first }
      return VolumeContents.Entry(title: title, counts: counts, doubtful: content.notes.count)
    }
    return [VolumeContents.Entry(title: words.summary)] + parts
      + (signed ? [VolumeContents.Entry(title: words.signatures)] : [])
  }

  /// Settles which page everything begins on.
  private static func numbered(
    _ parts: [Part], _ contents: VolumeContents, _ summary: CouncilSummary, _ closing: VolumeSignatures?
  ) -> ([(Section, Int, Int)], VolumePlaces, Int) {
    var sections: [(Section, Int, Int)] = []
    var next = 0
    func add(_ section: Section, _ pages: Int) {
      sections.append((section, next, pages))
      next += pages
    }
    func here(_ anchor: Anchor) -> Destination { Destination(page: next, top: .zero, anchor: anchor) }
    add(.cover, 1)
    var places = VolumePlaces(contents: here(.contents), summary: here(.councilSummary), parts: [])
    add(.contents, contents.pageCount)
    places.summary = here(.councilSummary)
    add(.summary, summary.pageCount)
    for (index, part) in parts.enumerated() {
      let opening = here(.part(index + 1))
      switch part {
      case .missing:
        add(.opening(index), 1)
        places.parts.append((opening, []))
      case .area(let plan):
        add(.opening(index), plan.divider.pageCount)
        let report = plan.report.placed(onPage: next, of: 0, dataHash: nil)
        places.parts.append((opening, report.activityPlaces.map { $0.within(plan.name) }))
        for (section, pages) in plan.report.sectionPages.enumerated() { add(.report(index, section: section), pages) }
      }
    }
    if let closing {
      places.closing = here(.closing)
      add(.closing, closing.pageCount)
    }
    return (sections, places, next)
  }
}

extension VolumePlan {
  /// - Parameter dataHash: printed on the cover and at the feet.
  public func document(dataHash: String? = nil) -> DocumentPlan {
    var plan = self
    plan.frame = frame.with(dataHash)
    return DocumentPlan(
      pageSize: options.paper.size, sectionPages: sections.map(\.pages), outline: outline, metadata: metadata,
      printHints: options.printHints
    ) { [plan] in plan.section($0) }
  }
}

// Sections
extension VolumePlan {
  private func section(_ index: Int) -> DocumentSection {
    let (section, first, pages) = sections[index]
    switch section {
    case .cover: return frame.cover()
    case .contents: return finished(contents.set(entryPlaces), first, frame.setting(words.contents))
    case .summary: return finished(summary.set(places: places), first, frame.setting(words.summary))
    case .closing:
      guard let closing else { return DocumentSection(pages: [], structure: StructureTree()) }
      let set = closing.with(frame.setting(words.signatures)).set(pageCount: pageCount)
      return finished(set, first, frame.setting(words.signatures))
    case .opening(let part):
      switch parts[part] {
      case .missing(let page): return finished(page.set(places: places), first, frame.setting(page.area.name))
      case .area(let plan):
        let set = plan.divider.set(first: first, pageCount: plan.pageCount, places: places)
        return finished(set, first, frame.setting(plan.area.name))
      }
    case .report(let part, let section):
      guard case .area(let plan) = parts[part] else { return DocumentSection(pages: [], structure: StructureTree()) }
      let start = first - plan.report.sectionPages[..<section].reduce(0, +)
      let report = plan.report.placed(onPage: start, of: pageCount, dataHash: frame.dataHash)
      assert(report.sectionPages[section] == pages)
      return report.section(section).within(plan.name)
    }
  }

  private func finished(_ builder: DocumentBuilder, _ first: Int, _ setting: Setting) -> DocumentSection {
    builder.section(first: first, of: pageCount, setting)
  }

  private var words: Words { Words(language: options.language) }

  /// Of the contents' entries.
  private var entryPlaces: [Destination] {
    [places.summary] + places.parts.map(\.opening) + [places.closing].compactMap { $0 }
  }
}

// What stands beside the pages
extension VolumePlan {
  private var outline: [OutlineEntry] {
    let front = [
      OutlineEntry(title: words.contents, destination: places.contents),
      OutlineEntry(title: words.summary, destination: places.summary),
    ]
    let areas = parts.indices.map { index in
      var entry = OutlineEntry(
        title: String(index + 1) + " " + volume.names[index].shortened, destination: places.parts[index].opening)
      if case .area(let plan) = parts[index] {
        let first = places.parts[index].opening.page + plan.divider.pageCount
        entry.children = plan.report.placed(onPage: first, of: pageCount, dataHash: nil).outline.map {
          OutlineEntry(title: $0.title, destination: $0.destination.within(plan.name))
        }
      }
      return entry
    }
    let closing = places.closing.map { [OutlineEntry(title: words.signatures, destination: $0)] } ?? []
    return front + areas + closing
  }

  private var metadata: Metadata {
    let author = [options.municipality, options.department].compactMap { $0 }.joined(separator: ", ")
    return Metadata(
      title: title, author: author.isEmpty ? nil : author, subject: frame.scope, language: words.tag,
      date: options.date)
  }
}

extension Destination {
  /// The same place in one of several documents that are bound as one.
  fileprivate func within(_ document: String) -> Destination {
    Destination(page: page, top: top, anchor: anchor?.within(document))
  }
}
