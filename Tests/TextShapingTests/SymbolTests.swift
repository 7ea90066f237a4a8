import Pages
import Testing

@testable import TextShaping

/// Signs the faces lack, from the fonts of signs.
@Suite struct SymbolTests {
  let shaper = TextShaper(hyphenating: .spanish)

  /// What Word and Excel put in by themselves, and what offices choose from their tables of symbols.
  @Test(arguments: [
    "✓✔☑☐☒✗✘✕✖", "→⇒←↑↓↔⇔➔➢➤➜", "▪■□◦○●◉◎▫▲▼►◄△▽◆◇❖❍❑❒", "★☆✦✪✰✶", "①②⑩⑪⑳⓪❶❿⓫Ⓐ⑴", "⚠☎✉✂✍☺", "─│┌┐└┘├┤┬┴┼═║█░",
    "∀∃∅∇∈∋∏∑√∞∫≈≠≡≤≥⊂⊃⊕⊗", "⌂⌐℃ℓ№™℠",
  ])
  func areSet(_ text: String) {
    #expect(shaper.missingCharacters(in: text).isEmpty)
    for face in FontFace.allCases {
      let shaped = shaper.shape("a" + text + "z", face)
      #expect(shaped.text == "a" + text + "z")
      #expect(shaped.glyphs.allSatisfy { $0.id != 0 && $0.advance > 0 })
      #expect(shaped.glyphs.count == text.unicodeScalars.count + 2)
    }
  }

  /// A glyph that stood for two characters would be extracted as one of them.
  @Test func everySignHasAGlyphOfItsOwn() {
    var seen: [Glyph: Unicode.Scalar] = [:]
    for value in UInt32(0x2100)...0x2BFF {
      guard let scalar = Unicode.Scalar(value), shaper.missingCharacters(in: String(scalar)).isEmpty else { continue }
      for glyph in shaper.shape(String(scalar), .regular).glyphs where glyph.symbolFont != nil {
        let key = Glyph(id: glyph.id, utf8Count: 0, advance: 0, symbolFont: glyph.symbolFont)
        #expect(seen[key] == nil, "\(scalar) and \(seen[key].map(String.init) ?? "")")
        seen[key] = scalar
      }
    }
    #expect(seen.count > 900)
  }

  @Test func lettersStayInTheirFace() {
    let shaped = shaper.shape("Meta ✔ cumplida", .bold)
    #expect(shaped.fontRuns.map(\.symbolFont) == [nil, .symbols, nil])
    #expect(shaped.fontRuns.map(\.utf8) == [0..<5, 5..<8, 8..<17])
    #expect(!shaped.isOfOneFont && shaper.shape("Meta", .bold).isOfOneFont)
    #expect(shaper.shape("⑪ a", .regular).fontRuns.first?.symbolFont == .enclosed)
  }

  /// A request for a picture in colours draws nothing and says nothing.
  @Test func variationSelectorsAreDropped() {
    #expect(shaper.shape("⚠\u{FE0F} a", .regular).text == "⚠ a")
    #expect(shaper.missingCharacters(in: "✔\u{FE0F}").isEmpty)
  }

  @Test(arguments: ["✔", "✔e\u{301}→", "a✔\u{200D}b", "→→", "①②a"])
  func clustersCoverTheText(_ text: String) {
    let shaped = shaper.shape(text, .condensed)
    #expect(shaped.glyphs.reduce(0) { $0 + Int($1.utf8Count) } == shaped.text.utf8.count)
    #expect(shaped.fontRuns.last?.utf8.upperBound == shaped.text.utf8.count)
    #expect(shaped.fontRuns.last?.glyphs.upperBound == shaped.glyphs.count)
  }

  @Test(arguments: SymbolFont.allCases) func spaceIsWhereItIsSaid(_ font: SymbolFont) {
    let glyphs = ShapingFace(number: font.rawValue).glyphs(of: " ", symbolFont: font)
    #expect(glyphs.map(\.id) == [font.spaceGlyph])
  }

  @Test func otherScriptsAndPicturesAreMissing() {
    #expect(shaper.missingCharacters(in: "漢 العربية 😀 🔴").count == 10)
  }
}
