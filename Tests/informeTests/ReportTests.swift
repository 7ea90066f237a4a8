import Foundation
import Testing

/// The finished file as other programs see it.
@Suite struct ReportTests {
  static func text(_ file: String, in folder: String) throws -> String {
    let run = try Program.tool("pdftotext", ["-layout", file, "-"], in: folder)
    #expect(run.code == 0, "pdftotext is needed: \(run.error)")
    return run.output
  }

  /// The words alone: soft hyphens at line ends joined, white space single.
  static func flat(_ text: String) -> String {
    text.replacing(/\u{AD}\s*/, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func isAFileWithoutFaults() throws {
    try Program.inFolder { folder in
      #expect(try Program.run([Program.seed, "-q", "-o", "a.pdf"], in: folder).code == 0)
      let check = try Program.tool("qpdf", ["--check", "a.pdf"], in: folder)
      #expect(check.code == 0, "\(check.output)\(check.error)")
      let info = try Program.tool("pdfinfo", ["a.pdf"], in: folder).output
      #expect(info.contains("Pages:           6") && info.contains("792 x 612 pts (letter)"))
      #expect(!info.contains("Date:") && info.contains("Title:           Informe anual de actividades 2023"))
    }
  }

  @Test func fontsAreEmbeddedSubsetsWithUnicode() throws {
    try Program.inFolder { folder in
      #expect(try Program.run([Program.seed, "-q", "-o", "a.pdf"], in: folder).code == 0)
      let fonts = try Program.tool("pdffonts", ["a.pdf"], in: folder).output.split(separator: "\n").dropFirst(2)
      #expect(fonts.count >= 4)
      for font in fonts {
        #expect(font.contains(/^[A-Z]{6}\+Roboto/))
        #expect(font.contains(" yes yes yes "))
      }
      // The report is drawn as two parts, which have their fonts in common: a face is there once in each kind.
      let kinds = fonts.map { $0.dropFirst(7).split(separator: " ").prefix(2).joined(separator: " ") }
      #expect(Set(kinds).count == kinds.count)
    }
  }

  @Test func dateIsPrintedAndStored() throws {
    try Program.inFolder { folder in
      let run = try Program.run([Program.seed, "-q", "-o", "a.pdf", "--date", "2024-01-15"], in: folder)
      #expect(run.code == 0)
      #expect(try Program.tool("pdfinfo", ["a.pdf"], in: folder).output.contains("Jan 15"))
      #expect(try Self.text("a.pdf", in: folder).contains("Emitido el 15 de enero de 2024"))
    }
  }

  /// Every name and objective of the source, whole, on the activity's own page, in the order they are read there; and
  /// every figure of its row in the table, in order.
  @Test func everyWordAndFigureOfTheSeedIsFound() throws {
    try Program.inFolder { folder in
      #expect(try Program.run([Program.seed, "-q", "-o", "a.pdf"], in: folder).code == 0)
      let rows = try Self.rows(ofSeed: Program.seed)
      #expect(rows.count == 5)
      let table = try Self.text("a.pdf", in: folder).split(separator: "\u{C}")[0]
      for (index, row) in rows.enumerated() {
        let page = String(index + 2)
        let run = try Program.tool("pdftotext", ["-f", page, "-l", page, "a.pdf", "-"], in: folder)
        let words = Self.flat(run.output)
        let name = try #require(words.firstRange(of: Self.flat(String(row[1]))))
        let objective = try #require(words.firstRange(of: Self.flat(String(row[2]))))
        #expect(name.upperBound <= objective.lowerBound)
        let figures = row[3...].map(Self.shown).joined(separator: " ")
        // The letter of a note stands right behind its figure.
        let lines = table.split(separator: "\n").map { Self.flat(String($0).replacing(/0[a-z]\s/, with: "0 ")) }
        #expect(lines.contains { $0.hasSuffix(figures) }, "\(figures)")
      }
    }
  }

  /// The cells of the activities' rows.
  static func rows(ofSeed path: String) throws -> [[Substring]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { String($0) }
    let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    return rows.filter { row in row.count == 24 && Int(row[0]) != nil }
  }

  /// `40+` is shown as +40, `-27` with a real minus.
  static func shown(_ figure: Substring) -> String {
    let digits = figure.filter(\.isNumber)
    return figure.hasSuffix("+") ? "+" + digits : figure.hasPrefix("-") ? "\u{2212}" + digits : digits
  }

  /// 300 activities made from the seed's shape: no row lost, on paper or in the outline, within 200 MB.
  @Test func threeHundredActivities() throws {
    try Program.inFolder { folder in
      let lines = try String(contentsOfFile: Program.seed, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let head = lines.prefix { !$0.hasPrefix("1\t") }
      let rows = lines.filter { $0.first?.isNumber == true }
      let many = (1...300).map { number -> String in
        var cells = rows[number % rows.count].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        cells[0] = String(number)
        cells[1] += " FILA\(number)X"
        return cells.joined(separator: "\t")
      }
      try (head.map(String.init) + many).joined(separator: "\n").write(
        toFile: folder + "/t.tsv", atomically: true, encoding: .utf8)
      let peak = try Program.peakMemory([folder + "/t.tsv", "-q", "-o", folder + "/a.pdf"])
      #expect(peak < 200 << 20, "\(peak >> 20) MB")
      let text = try Self.text("a.pdf", in: folder)
      for number in 1...300 {
        let marks = text.ranges(of: "FILA\(number)X").count
        #expect(marks >= 2, "activity \(number): in the table, on its page, and perhaps in the summary")
      }
      #expect(text.split(separator: "\u{C}").count > 300)
    }
  }
}
