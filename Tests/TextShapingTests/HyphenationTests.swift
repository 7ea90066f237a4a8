import Pages
import Testing
import TextShaping

@Suite struct HyphenationTests {
  static let spanish = TextShaper(hyphenating: .spanish)
  static let english = TextShaper(hyphenating: .english)

  static func hyphenated(_ word: String, _ shaper: TextShaper) -> String {
    var parts: [String] = []
    var start = word.startIndex
    for offset in shaper.hyphenationPoints(of: word) {
      let end = word.utf8.index(word.startIndex, offsetBy: offset)
      parts.append(String(word[start..<end]))
      start = end
    }
    return (parts + [String(word[start...])]).joined(separator: "-")
  }

  @Test(arguments: [
    ("participación", "par-ti-ci-pa-ción"), ("PARTICIPACIÓN", "PAR-TI-CI-PA-CIÓN"),
    ("MUNICIPIO.", "MU-NI-CI-PIO."), ("(programada)", "(pro-gra-mada)"), ("ñandúes", "ñan-dúes"),
    ("ÑANDÚES", "ÑAN-DÚES"), ("vulnerables", "vul-ne-ra-bles"),
  ])
  func spanishWords(_ word: String, _ expected: String) {
    #expect(Self.hyphenated(word, Self.spanish) == expected)
  }

  @Test(arguments: ["2023", "casa", "a.b.c.d.e", "nombre@ejemplo.mx", "A2B3C4D", "", "—", "15/abril"])
  func staysWhole(_ word: String) { #expect(Self.spanish.hyphenationPoints(of: word).isEmpty) }

  @Test func englishWords() { #expect(Self.hyphenated("programmed", Self.english) == "pro-grammed") }

  @Test func pointsFallBetweenLetters() {
    for word in ["ELABORACIÓN", "diagnósticos", "CAPACITACIONES", "pingüinos"] {
      for offset in Self.spanish.hyphenationPoints(of: word) {
        let index = word.utf8.index(word.startIndex, offsetBy: offset)
        #expect(index.samePosition(in: word) != nil)
      }
    }
  }
}
