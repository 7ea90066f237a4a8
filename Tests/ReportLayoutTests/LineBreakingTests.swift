import FixedAdvance
import Pages
import Testing

@testable import ReportLayout

@Suite struct LineBreakingTests {
  static func lines(_ text: String, characters: Int, hyphenated: Bool = false) -> [String] {
    Typesetter(measuring: FixedAdvance()).paragraph(text, .regular, keepingLines: true)
      .lines(measure: Double(characters) / 2, hyphenated: hyphenated)
      .map { $0.reduce(into: "") { $0 += $1.text } }
      // The space a line broke at is there, but takes no room.
      .map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
  }

  @Test(arguments: [
    ("uno dos tres", 7, ["uno dos", "tres"]), ("uno dos tres", 12, ["uno dos tres"]), ("", 5, []),
    ("uno\u{A0}dos tres", 7, ["uno\u{A0}dos", "tres"]), ("Enero/Febrero", 8, ["Enero/", "Febrero"]),
    ("si y/o no", 5, ["si", "y/o", "no"]), ("uno\ndos tres", 12, ["uno", "dos tres"]),
    ("3-4", 2, ["3\u{AD}", "-4"]),
  ])
  func breaks(_ text: String, _ characters: Int, _ expected: [String]) {
    #expect(Self.lines(text, characters: characters) == expected)
  }

  @Test func linesKeepTheirWordsApart() {
    let lines = Typesetter(measuring: FixedAdvance()).paragraph("uno dos tres", .regular)
      .lines(measure: 2, hyphenated: false)
    #expect(lines.joined().reduce(into: "") { $0 += $1.text } == "uno dos tres")
  }

  /// A line of it is not measured from the word's beginning.
  @Test func aWordWithoutEndIsCutFirst() {
    let word = String(repeating: "la", count: 30_000)
    let pieces = Typesetter(measuring: FixedAdvance()).paragraph(word, .regular).pieces
    #expect(pieces.allSatisfy { $0.shaped.text.utf8.count <= 400 } && pieces.map(\.shaped.text).joined() == word)
    #expect(pieces.dropLast().allSatisfy { !$0.spaceAfter })
  }

  @Test func evensLinesOut() {
    // Greedy would leave "e" alone.
    #expect(Self.lines("aa aa aa aa aa aa aa aa e", characters: 24) == ["aa aa aa aa aa aa aa", "aa e"])
  }

  @Test func cutsWhatIsWiderThanTheColumn() {
    let lines = Self.lines("https://ejemplo.mx/muy/largo", characters: 8)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 8 })
    #expect(lines.joined().filter { $0 != "\u{AD}" } == "https://ejemplo.mx/muy/largo")
  }

  /// Whatever the text and the width: nothing sticks out, nothing is lost, and the count is the lines' number.
  @Test func holdsForAnyText() {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let typesetter = Typesetter(measuring: FixedAdvance())
    for _ in 0..<500 {
      let words = (0..<1 + next(12)).map { _ in String(repeating: "ñ", count: 1 + next(14)) }
      let paragraph = typesetter.paragraph(words.joined(separator: " "), .bold)
      let width = 3 + next(20)
      let lines = paragraph.lines(measure: Double(width) / 2, hyphenated: false)
      #expect(lines.count == paragraph.lineCount(measure: Double(width) / 2, hyphenated: false))
      for line in lines { #expect(line.width <= Double(width) / 2 + 1e-6) }
      let letters = lines.joined().reduce(into: "") { $0 += $1.text }.filter { $0 == "ñ" }
      #expect(letters.count == words.reduce(0) { $0 + $1.count })
    }
  }
}
