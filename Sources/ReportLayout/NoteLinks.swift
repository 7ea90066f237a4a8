import Pages
import ReportModel

/// Leads from marks behind figures to the notes that explain them, and back (ISO 14289-1, 7.9). Where the other end
/// stands is known when all of the section is set.
struct NoteLinks {
  /// One end: a mark, or a note.
  private struct End {
    var place: Destination
    var element: StructureElement.ID
  }

  private struct Pending {
    let page: Int
    let link: Int
    let letter: String
    let isMark: Bool
  }

  private var marks: [String: End] = [:]
  private var notes: [String: End] = [:]
  private var pending: [Pending] = []

  /// Adds the area of a mark or a note's letter; the first mark of several is the one its note leads back to.
  fileprivate mutating func add(
    _ letter: String, isMark: Bool, _ element: StructureElement.ID, anchor: Anchor, page: Int, link: LinkArea,
    position: Int
  ) {
    let end = End(place: Destination(page: page, top: link.area.minY, anchor: anchor), element: element)
    if isMark { marks[letter] = marks[letter] ?? end } else { notes[letter] = notes[letter] ?? end }
    pending.append(Pending(page: page, link: position, letter: letter, isMark: isMark))
  }

  /// Gives every area its destination.
  /// - Parameter first: the section's first page in the document.
  fileprivate func settle(_ pages: inout [Page], _ structure: inout StructureTree, first: Int) {
    for link in pending {
      guard let end = (link.isMark ? notes : marks)[link.letter] else { continue }
      let place = Destination(page: first + end.place.page, top: end.place.top, anchor: end.place.anchor)
      pages[link.page].links[link.link].destination = place
    }
    for (letter, mark) in marks {
      guard let note = notes[letter] else { continue }
      structure.update(mark.element) { $0.references = [note.element] }
      structure.update(note.element) { $0.references = [mark.element] }
    }
  }
}

extension DocumentBuilder {
  /// A letter behind a figure, as the owner of what is drawn for it.
  mutating func mark(
    _ letter: String, in cell: StructureElement.ID, area: Rect, words: Words, page: inout Page
  ) -> Owner {
    let anchor = Anchor("\(name)-mark-\(letter)-\(structure.elements.count)")
    let reference = element(.reference, in: cell, StructureAttributes(anchor: anchor))
    let link = element(.link, in: reference)
    add(letter, isMark: true, reference, anchor, link, area, words.noteLink(letter), &page)
    return .content(link)
  }

  /// The letter before a note, as the owner of what is drawn for it.
  mutating func letter(
    _ letter: String, of note: StructureElement.ID, area: Rect, words: Words, page: inout Page
  ) -> Owner {
    let anchor = Anchor("\(name)-note-\(letter)")
    structure.update(note) { $0.anchor = anchor }
    let link = element(.link, in: element(.label, in: note))
    add(letter, isMark: false, note, anchor, link, area, words.markLink(letter), &page)
    return .content(link)
  }

  private mutating func add(
    _ letter: String, isMark: Bool, _ element: StructureElement.ID, _ anchor: Anchor, _ link: StructureElement.ID,
    _ area: Rect, _ description: String, _ page: inout Page
  ) {
    let area = LinkArea(
      area: area.inset(by: .pt(-1)), destination: Destination(page: 0, top: .zero), element: link,
      description: description)
    noteLinks.add(
      letter, isMark: isMark, element, anchor: anchor, page: pages.count, link: area, position: page.links.count)
    page.links.append(area)
  }

  /// Call when all pages are set.
  mutating func settleNoteLinks(first: Int) { noteLinks.settle(&pages, &structure, first: first) }
}

extension Context {
  /// Sets the marks behind a figure, each for itself: the source's own, and our letters, which lead to their notes.
  func setMarks(
    of figure: Figure, _ style: TextStyle, at point: Point, in cell: StructureElement.ID, page: inout Page,
    builder: inout DocumentBuilder
  ) {
    let letters = self.letters(of: figure)
    let all = (figure.mark.map { [$0] } ?? []) + letters
    var x = point.x
    for (index, text) in all.enumerated() {
      let line = measuring.line(index + 1 < all.count ? text + "," : text, style, at: Point(x: x, y: point.y))
      let area = Rect(x: x, y: point.y - style.size, width: line.width, height: style.size * 1.2)
      let isLetter = index >= all.count - letters.count
      let owner =
        isLetter
        ? builder.mark(text, in: cell, area: area, words: words, page: &page) : builder.leaf(.reference, in: cell)
      page.frame.add(.text(line), owner)
      x = x + line.width
    }
  }
}
