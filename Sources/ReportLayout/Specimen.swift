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

  /// By face and glyph.
  private var signs: [FontFace: [UInt16: Sign]] = [:]

  /// All that these pages show.
  init(of pages: [Page]) {
    var seen: Set<ObjectIdentifier> = []
    for page in pages {
      for placed in page.frame.items {
        guard case .text(let line) = placed.item else { continue }
        for piece in line.pieces where seen.insert(ObjectIdentifier(piece)).inserted { add(piece, size: line.size) }
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
      for scalar in seen { add(measuring.shape(String(scalar), face), size: .pt(4)) }
    }
  }

  /// Glyphs that stand for a text by themselves. One of several texts (hyphen and soft hyphen) gets the first by code, in
  /// the size in which it is met first, since the pages need it in that size anyway.
  private mutating func add(_ piece: ShapedText, size: Length) {
    let utf8 = piece.text.utf8
    var start = utf8.startIndex
    for (index, glyph) in piece.glyphs.enumerated() where glyph.utf8Count > 0 {
      let end = utf8.index(start, offsetBy: Int(glyph.utf8Count))
      defer { start = end }
      guard index + 1 == piece.glyphs.count || piece.glyphs[index + 1].utf8Count > 0 else { continue }
      let known = signs[piece.face]?[glyph.id]
      let text = piece.text[start..<end]
      if let known, known.text.utf8.lexicographicallyPrecedes(text.utf8) || known.text == text { continue }
      let font = known?.font ?? Font(face: piece.face, size: size)
      signs[piece.face, default: [:]][glyph.id] = Sign(font: font, text: String(text), glyph: glyph)
    }
  }

  /// A page that shows them; no part of the document.
  func page(of size: Size) -> Page {
    var page = Page(frame: Frame(size: size))
    let sorted = FontFace.allCases.flatMap { face in
      (signs[face] ?? [:]).values.sorted { ($0.font.size.points, $0.glyph.id) < ($1.font.size.points, $1.glyph.id) }
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
