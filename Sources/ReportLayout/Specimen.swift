import Pages
import ReportModel

/// Characters that parts drawn apart are to have in their fonts, so that these are the same and are stored once.
///
/// A character that is missing here costs a part that shows it a font file of its own, and nothing else.
struct Specimen {
  private var characters: [FontFace: Set<Unicode.Scalar>] = [:]

  /// All that these pages show.
  init(of pages: [Page]) {
    for page in pages {
      for placed in page.frame.items {
        guard case .text(let line) = placed.item else { continue }
        for piece in line.pieces { characters[piece.face, default: []].formUnion(piece.text.unicodeScalars) }
      }
    }
  }

  /// For pages that are not set yet: the letters of the report's names and objectives and those the catalogue's words are
  /// made of, in every face.
  init(of report: Report) {
    var seen = Set(String(decoding: 0x20...0x7E, as: UTF8.self).unicodeScalars)
    seen.formUnion("ÁÉÍÑÓÚÜáéíñóúü¿¡«»·–—…\u{2212}".unicodeScalars)
    for activity in report.activities {
      seen.formUnion(activity.name.value.unicodeScalars)
      if let objective = activity.objective { seen.formUnion(objective.value.unicodeScalars) }
    }
    for face in FontFace.allCases { characters[face] = seen }
  }

  /// A page that shows them; no part of the document.
  func page(_ context: Context) -> Page {
    var page = Page(frame: Frame(size: context.paper))
    let rows = FontFace.allCases.flatMap { face in
      let all = (characters[face] ?? []).sorted().map { String($0) }
      return stride(from: 0, to: all.count, by: 60).map { (face, all[$0..<min($0 + 60, all.count)]) }
    }
    for (row, (face, characters)) in rows.enumerated() {
      let pieces = characters.map { context.measuring.shape($0, face) }
      let place = Point(x: .pt(10), y: .pt(10) + .pt(4) * Double(row % 100))
      let line = context.measuring.line(pieces, TextStyle(face, .pt(4)), at: place)
      page.frame.add(.text(line), .artifact(.layout))
    }
    return page
  }
}
