import CHarfBuzz
import Fonts
public import Pages
import Workers

/// Meets `TextMeasuring` with HarfBuzz over the embedded fonts, and libhyphen over the embedded patterns.
///
/// Each different text is shaped once for each face. One shaper may serve several threads.
public final class TextShaper: TextMeasuring {
  private let faces: [ShapingFace]
  private let hyphenator: Hyphenator
  private let shaped = Monitor<[Request: ShapedText]>([:])

  private struct Request: Hashable {
    let text: String
    let face: FontFace
  }

  /// The library that shapes, with its version.
  public static var engine: String { "HarfBuzz " + String(cString: hb_version_string()) }

  public init(hyphenating language: HyphenationLanguage) {
    faces = FontFace.allCases.map { ShapingFace($0) }
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
    let made = self[face].shape(text)
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
      return seen.insert(scalar).inserted
    }
  }

  private subscript(_ face: FontFace) -> ShapingFace { faces[Int(face.rawValue)] }
}
