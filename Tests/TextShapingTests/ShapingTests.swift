import Pages
import Testing
import TextShaping

@Suite struct ShapingTests {
  let shaper = TextShaper(hyphenating: .spanish)

  @Test(arguments: FontFace.allCases)
  func figuresAreTabular(_ face: FontFace) {
    let widths = Set("0123456789".map { shaper.shape(String($0), face).width })
    #expect(widths.count == 1)
  }

  @Test(arguments: FontFace.allCases)
  func coversWhatReportsAreWrittenIn(_ face: FontFace) {
    let latin = (0x20...0x7E).map { Unicode.Scalar(UInt8($0)) } + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }
    let signs = "\u{2212}≤≥–—“”‘’«»…‑•\u{A0}\u{2009}½¼¾²³ªº°§¶†‡€ŁłŠšŽžŒœ"
    let text = String(String.UnicodeScalarView(latin)) + signs
    #expect(shaper.missingCharacters(in: text).isEmpty)
    #expect(shaper.shape(text, face).glyphs.allSatisfy { $0.id != 0 || $0.advance == 0 })
  }

  @Test func namesMissingCharactersOnce() {
    #expect(shaper.missingCharacters(in: "a▲b漢😀漢\u{200D}") == ["漢", "😀"])
    #expect(shaper.missingCharacters(in: "uno\u{7}dos") == ["\u{7}"])
  }

  /// A soft hyphen or mark of direction would be drawn with the space's glyph, and every space be extracted as one.
  @Test func whatDrawsNothingIsNotSet() {
    let unseen = (0x80...0xE0FFF).compactMap(Unicode.Scalar.init).filter { $0.properties.isDefaultIgnorableCodePoint }
    #expect(unseen.count > 400 && unseen.contains("\u{AD}") && unseen.contains("\u{202E}"))
    let text = unseen.reduce(into: "a") { $0.unicodeScalars.append($1) } + "b c"
    #expect(shaper.missingCharacters(in: text).isEmpty)
    for face in FontFace.allCases {
      let shaped = shaper.shape(text, face)
      #expect(shaped.text == "ab c" && shaped.glyphs.count == 4)
      for scalar in unseen { #expect(shaper.shape("a\(scalar)b", face).text == "ab", "\(scalar.value)") }
    }
  }

  @Test(arguments: ["", "a", "AVAL", "ELABORACIÓN Y/O", "e\u{301}x", "−27", "fi ffl", "אב"])
  func clustersCoverTheText(_ text: String) {
    for face in FontFace.allCases {
      let shaped = shaper.shape(text, face)
      #expect(shaped.glyphs.reduce(0) { $0 + Int($1.utf8Count) } == text.utf8.count)
    }
  }

  @Test func kernsAndKeepsLettersApart() {
    let pair = shaper.shape("AV", .regular).width
    #expect(pair < shaper.shape("A", .regular).width + shaper.shape("V", .regular).width)
    #expect(shaper.shape("fi", .regular).glyphs.count == 2)
  }

  @Test func sameRequestSameInstance() {
    #expect(shaper.shape("Meta", .bold) === shaper.shape("Meta", .bold))
    #expect(shaper.shape("Meta", .bold) !== shaper.shape("Meta", .regular))
  }

  @Test(arguments: FontFace.allCases)
  func metricsAreThoseOfTheFiles(_ face: FontFace) {
    let metrics = shaper.metrics(of: face)
    #expect(abs(metrics.ascent - 1900.0 / 2048) < 1e-9)
    #expect(abs(metrics.descent - 500.0 / 2048) < 1e-9)
  }

  /// Which is why nobody asks for them one by one.
  @Test func everyFaceHasAllOfASCII() {
    for face in FontFace.allCases {
      for byte in UInt8(0x20)...0x7E {
        let shaped = shaper.shape(String(UnicodeScalar(byte)), face)
        #expect(shaped.glyphs.count == 1 && shaped.glyphs[0].id != 0, "\(byte) in \(face)")
      }
    }
  }

  @Test func noBreakSpacesAreSetAsSpaces() {
    let (set, plain) = (shaper.shape("100\u{A0}%", .regular), shaper.shape("100 %", .regular))
    #expect(set.text == plain.text && set.glyphs == plain.glyphs)
  }
}
