import Pages
import ReportModel

/// Glyphs that parts drawn apart are to have in their fonts, so that these are the same and are stored once.
///
/// A glyph that is missing here costs a part that shows it a font file of its own, and nothing else.
struct Specimen {
  private struct Font: Hashable {
    let face: FontFace
    let size: Length
  }

  private struct Sign {
    let font: Font
    let text: String
    let glyph: Glyph
  }

  private var signs: [Sign] = []
  /// Where a glyph is among them, by face and glyph index; -1 for one that is not.
  private var places = [[Int16]](repeating: [], count: FontFace.allCases.count)

  /// All that these pages show.
  init(of pages: [Page]) {
    for page in pages {
      for placed in page.frame.items {
        guard case .text(let line) = placed.item else { continue }
        for piece in line.pieces { add(piece, size: line.size) }
      }
    }
  }

  /// For pages that are not set yet: the letters of the report's names and objectives and those the catalogue's words are
  /// made of, in every face.
  init(of report: Report, _ measuring: any TextMeasuring) {
    var seen = Set(String(decoding: 0x20...0x7E, as: UTF8.self).unicodeScalars)
    seen.formUnion("ÁÉÍÑÓÚÜáéíñóúü¿¡«»·–—…\u{2212}".unicodeScalars)
    for activity in report.activities {
      seen.formUnion(activity.name.value.unicodeScalars)
      if let objective = activity.objective { seen.formUnion(objective.value.unicodeScalars) }
    }
    for face in FontFace.allCases {
      for scalar in seen.sorted() { add(measuring.shape(String(scalar), face), size: .pt(4)) }
    }
  }

  /// Glyphs that stand for a text by themselves. One that stands for several (hyphen and soft hyphen) gets the shortest, in
  /// the size in which it is met first, since the pages need it in that size anyway.
  private mutating func add(_ piece: ShapedText, size: Length) {
    var end = 0
    for (index, glyph) in piece.glyphs.enumerated() where glyph.utf8Count > 0 {
      let start = end
      end += Int(glyph.utf8Count)
      guard index + 1 == piece.glyphs.count || piece.glyphs[index + 1].utf8Count > 0 else { continue }
      let known = place(of: glyph, in: piece.face)
      guard known < 0 || signs[known].glyph.utf8Count > glyph.utf8Count else { continue }
      let text = String(decoding: piece.utf8[start..<end].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
      let font = known < 0 ? Font(face: piece.face, size: size) : signs[known].font
      let sign = Sign(font: font, text: text, glyph: glyph)
      if known < 0 { add(sign) } else { signs[known] = sign }
    }
  }

  private func place(of glyph: Glyph, in face: FontFace) -> Int {
    let places = places[Int(face.rawValue)]
    return Int(glyph.id) < places.count ? Int(places[Int(glyph.id)]) : -1
  }

  private mutating func add(_ sign: Sign) {
    let (face, id) = (Int(sign.font.face.rawValue), Int(sign.glyph.id))
    if id >= places[face].count { places[face] += Array(repeating: -1, count: id + 1 - places[face].count) }
    places[face][id] = Int16(clamping: signs.count)
    signs.append(sign)
  }

  /// A page that shows them; no part of the document.
  func page(of size: Size) -> Page {
    var page = Page(frame: Frame(size: size))
    let sorted = signs.sorted { a, b in
      (a.font.face.rawValue, a.font.size.points, a.glyph.id) < (b.font.face.rawValue, b.font.size.points, b.glyph.id)
    }
    var start = 0
    while start < sorted.count {
      let font = sorted[start].font
      let line = sorted[start...].prefix { $0.font == font }
      start = line.endIndex
      let pieces = line.map { ShapedText(text: $0.text, face: font.face, glyphs: [$0.glyph]) }
      let text = TextLine(pieces: pieces, origin: Point(x: .pt(10), y: .pt(40)), size: font.size, color: .black)
      page.frame.add(.text(text), .artifact(.layout))
    }
    return page
  }
}
