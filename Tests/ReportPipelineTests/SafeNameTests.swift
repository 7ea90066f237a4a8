import Testing

@testable import ReportPipeline

@Suite struct SafeNameTests {
  @Test(arguments: [
    ("tabla.tsv", "tabla.tsv"), ("../../etc/passwd", "passwd"), ("C:\\x\\a.txt", "a.txt"), ("..", "archivo"),
    ("", "archivo"), (".bashrc", "bashrc"), ("a\u{202E}fdp.exe", "a_fdp.exe"), ("a\nb", "a_b"), ("a:b?", "a_b_"),
    ("CON.txt", "archivo-CON.txt"), ("com1", "archivo-com1"), ("fin. ", "fin"), ("niño (1).xlsx", "niño (1).xlsx"),
    ("a/", "a"), ("\u{0}", "_"),
  ])
  func areNoPathsAndNothingSpecial(_ name: String, _ safe: String) { #expect(SafeName.safe(name) == safe) }

  @Test func areShortAndKeepTheirEnding() {
    let safe = SafeName.safe(String(repeating: "ñ", count: 10_000) + ".xlsx")
    #expect(safe.utf8.count <= 200 && safe.hasSuffix(".xlsx"))
    #expect(SafeName.safe("a." + String(repeating: "x", count: 10_000)).utf8.count <= 200)
  }

  @Test func areAllDifferent() {
    #expect(
      SafeName.names(for: ["a.csv", "A.csv", "x/a.csv", "a-2.csv"]) == ["a.csv", "A-2.csv", "a-3.csv", "a-2-2.csv"])
  }
}
