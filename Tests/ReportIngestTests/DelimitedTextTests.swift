import Testing

@testable import ReportIngest

@Suite struct DelimitedTextTests {
  static func cells(_ text: String) -> [[String]] { DelimitedText.grid(text, file: "t").rows.map(\.cells) }

  @Test(arguments: [
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]), ("a\tb\r\n1\t2", [["a", "b"], ["1", "2"]]),
    ("a\tb\r1\t2", [["a", "b"], ["1", "2"]]), ("a;b\n1;2,5", [["a", "b"], ["1", "2,5"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]), ("\"a\tb\"\tc", [["a\tb", "c"]]),
    ("\"a\nb\"\tc\nd", [["a\nb", "c"], ["d"]]),
    ("\"dice \"\"sí\"\"\"\tb", [["dice \"sí\"", "b"]]), ("\"a\" b\tc", [["\"a\" b", "c"]]),
    ("5\" de tubo\tb", [["5\" de tubo", "b"]]),
    ("\"sin cerrar\tb", [["\"sin cerrar", "b"]]), ("a\t\u{301}b\tc", [["a", "\u{301}b", "c"]]),
    ("a\u{2028}b\tc", [["a\u{2028}b", "c"]]),
    ("\n\na\tb", [[""], [""], ["a", "b"]]),
  ])
  func splits(_ text: String, _ expected: [[String]]) { #expect(Self.cells(text) == expected) }

  @Test func countsLinesOfTheFile() {
    let rows = DelimitedText.grid("\n\"a\nb\"\tc\r\nd\te", file: "t").rows
    #expect(rows.map(\.number) == [1, 2, 4])
  }

  @Test func rowsInAreRowsOut() {
    for seed in 0..<200 {
      var state = UInt64(seed &* 7919 &+ 17)
      func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      let alphabet = ["a", "\"", " ", "é", "\n", "\t"]
      let cells = (0..<4).map { _ in (0..<3).map { _ in (0..<next(6)).map { _ in alphabet[next(6)] }.joined() } }
      let text = cells.map { row in
        row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
          .joined(separator: "\t")
      }.joined(separator: "\n")
      #expect(Self.cells(text) == cells)
    }
  }
}
