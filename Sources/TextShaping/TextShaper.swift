import CHarfBuzz
import Fonts
public import Pages
import Workers

/// Meets `TextMeasuring` with HarfBuzz over the embedded fonts, and libhyphen over the embedded patterns.
///
/// Each different text is shaped once for each face. One shaper may serve several threads.
public final class TextShaper: TextMeasuring {
  private let faces: [ShapingFace]
  private let symbolFonts: [(font: SymbolFont, shaping: ShapingFace)]
  private let hyphenator: Hyphenator
  private let shaped = Monitor<[Request: ShapedText]>([:])

  private struct Request: Hashable {
    let text: String
    let face: FontFace
  }

  /// The library that shapes, with its version.
  public static var engine: String { "HarfBuzz " + String(cString: hb_version_string()) }

  public init(hyphenating language: HyphenationLanguage) {
    faces = FontFace.allCases.map { ShapingFace(number: $0.rawValue) }
    symbolFonts = SymbolFont.allCases.map { ($0, ShapingFace(number: $0.rawValue)) }
    hyphenator = Hyphenator(language)
  }

  /// Does ahead what the first texts would wait for: each face's plan of shaping, and the hyphenation patterns.
  public func prepare() {
    for face in FontFace.allCases { _ = shape("0", face) }
    _ = hyphenator.points(of: "actividades")
  }

  public func metrics(of face: FontFace) -> FaceMetrics { self[face].metrics }

  public func shape(_ text: String, _ face: FontFace) -> ShapedText {
    let request = Request(text: text, face: face)
    if let known = shaped.withLock({ $0[request] }) { return known }
    // Outside the lock, so that threads shape side by side; whichever is first, it is the same.
    let made = shaped(text, face)
    shaped.withLock { $0[request] = made }
    return made
  }

  public func hyphenationPoints(of word: String) -> [Int] { hyphenator.points(of: word) }

  public func missingCharacters(in text: String) -> [Unicode.Scalar] {
    var seen: Set<Unicode.Scalar> = []
    return text.unicodeScalars.filter { scalar in
      // All of the printable ASCII characters are in every face; the tests make sure of it.
      guard !(0x20...0x7E).contains(scalar.value) else { return false }
      guard !ShapingFace.drawsNothing(scalar), !faces.allSatisfy({ $0.hasGlyph(scalar) }) else { return false }
      guard symbolFont(for: scalar) == nil else { return false }
      return seen.insert(scalar).inserted
    }
  }

  private subscript(_ face: FontFace) -> ShapingFace { faces[Int(face.rawValue)] }
}

// Signs the face lacks
extension TextShaper {
  private func shaped(_ text: String, _ face: FontFace) -> ShapedText {
    let text = TextShaper.plain(text)
    // What the fonts of signs have is coded from U+2000 to U+2FFF, of which each character begins with this byte.
    guard text.utf8.contains(0xE2) else {
      return ShapedText(text: text, face: face, glyphs: self[face].glyphs(of: text, symbolFont: nil))
    }
    let glyphs = runs(of: text, self[face]).flatMap { run in
      let shaping = symbolFonts.first { $0.font == run.font }?.shaping ?? self[face]
      return shaping.glyphs(of: String(run.text), symbolFont: run.font)
    }
    return ShapedText(text: text, face: face, glyphs: glyphs)
  }

  /// The text cut where its font changes. What draws nothing, and marks on the letter before, never change it.
  private func runs(of text: String, _ face: ShapingFace) -> [(font: SymbolFont?, text: Substring.UnicodeScalarView)] {
    var runs: [(font: SymbolFont?, text: Substring.UnicodeScalarView)] = []
    let scalars = text[...].unicodeScalars
    var (start, current) = (scalars.startIndex, SymbolFont?.none)
    for index in scalars.indices {
      let scalar = scalars[index]
      if ShapingFace.drawsNothing(scalar) || scalar.properties.canonicalCombiningClass != .notReordered { continue }
      let font = face.hasGlyph(scalar) ? nil : symbolFont(for: scalar)
      guard font != current else { continue }
      if start < index { runs.append((current, scalars[start..<index])) }
      (start, current) = (index, font)
    }
    return runs + [(current, scalars[start...])]
  }

  private func symbolFont(for scalar: Unicode.Scalar) -> SymbolFont? {
    symbolFonts.first { $0.shaping.hasGlyph(scalar) }?.font
  }

  /// A no-break space has done its work once lines are broken: it is set, and extracted, as a plain one. What draws nothing
  /// is left out: HarfBuzz gives it the space's glyph, which has one meaning in a PDF (ISO 32000-1, 9.10.2), and every
  /// space would be extracted as a soft hyphen or a mark of direction.
  private static func plain(_ text: String) -> String {
    // None of them, nor of these spaces, is coded with other first bytes (Unicode, Default_Ignorable_Code_Point).
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 >= 0xCD }) else { return text }
    let scalars = text.unicodeScalars.lazy.filter { !ShapingFace.drawsNothing($0) }
    return String(String.UnicodeScalarView(scalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }))
  }
}
