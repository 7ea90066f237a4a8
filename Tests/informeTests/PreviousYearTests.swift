import Foundation
import Testing

/// A report beside the one of the year before, as users run it.
@Suite struct PreviousYearTests {
  static func write(_ year: Int, to path: String) throws {
    let sample = try String(contentsOfFile: Program.seed, encoding: .utf8)
    try sample.replacing("2023", with: "\(year)").write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The year before is carried along, so that the comparison is proved, too; it may be a report or a table.
  @Test(arguments: ["antes.pdf", "antes.tsv"]) func theComparisonIsProved(_ previous: String) throws {
    try Program.inFolder { folder in
      try Self.write(2023, to: folder + "/antes.tsv")
      try Self.write(2024, to: folder + "/t.tsv")
      #expect(try Program.run(["antes.tsv", "-q", "-o", "antes.pdf"], in: folder).code == 0)
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf", "--previous", previous], in: folder)
      #expect(run.code == 0, "\(run.error)")
      let text = try Program.tool("pdftotext", ["-layout", "a.pdf", "-"], in: folder).output
      #expect(text.contains("Comparación con 2023") && text.contains("5 de 5 actividades continúan"))
      #expect(text.contains("2023: 50 de 50 (100 %)"))
      try FileManager.default.removeItem(atPath: "\(folder)/\(previous)")
      let proof = try Program.run(["verify", "a.pdf", "--against", "t.tsv"], in: folder)
      #expect(proof.code == 0 && proof.output.contains("note: identical"), "\(proof)")
    }
  }

  /// The e-mail says what the page says, and that there is nothing to compare with.
  @Test func theSummaryTellsOfTheComparison() throws {
    try Program.inFolder { folder in
      try Self.write(2023, to: folder + "/antes.tsv")
      try Self.write(2024, to: folder + "/t.tsv")
      let run = try Program.run(["summary", "t.tsv", "--previous", "antes.tsv"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(run.output.contains("\n\nComparación con 2023: 5 de 5 actividades continúan."), "\(run.output)")
      let english = try Program.run(["summary", "t.tsv", "--previous", "antes.tsv", "--language", "en"], in: folder)
      #expect(english.output.contains("\n\nCompared with 2023: 5 of 5 activities go on."))
      #expect(try !Program.run(["summary", "t.tsv"], in: folder).output.contains("Comparación"))
      try FileManager.default.createDirectory(atPath: folder + "/otros", withIntermediateDirectories: true)
      for office in ["SALUD", "OBRAS"] {
        try VolumeTests.table(office).write(toFile: "\(folder)/otros/\(office).tsv", atomically: true, encoding: .utf8)
      }
      let other = try Program.run(["summary", "t.tsv", "--previous", "otros"], in: folder)
      #expect(other.code == 0 && other.error.contains("previous-not-found"), "\(other.error)")
    }
  }

  /// A folder stands for all its tables: each report finds its own office there.
  @Test func aFolderOfTablesIsAYear() throws {
    try Program.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/antes/norte", withIntermediateDirectories: true)
      try Self.write(2023, to: folder + "/antes/norte/p.tsv")
      try VolumeTests.table("SALUD").write(toFile: folder + "/antes/s.tsv", atomically: true, encoding: .utf8)
      try Self.write(2024, to: folder + "/t.tsv")
      try "previous: antes\n".write(toFile: folder + "/informe.yml", atomically: true, encoding: .utf8)
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(try ReportTests.text("a.pdf", in: folder).contains("5 de 5 actividades continúan"))
      // Every table there is whole, or the year is not taken.
      try "nada\n".write(toFile: folder + "/antes/z.tsv", atomically: true, encoding: .utf8)
      let broken = try Program.run(["t.tsv", "-q", "-o", "b.pdf"], in: folder)
      #expect(broken.code == 65 && broken.error.contains("previous-unusable"), "\(broken)")
      #expect(broken.error.contains("antes/z.tsv"), "\(broken.error)")
    }
  }

  @Test func aYearBeforeThatCannotBeReadIsTold() throws {
    try Program.inFolder { folder in
      try Self.write(2024, to: folder + "/t.tsv")
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf", "--previous", "falta.pdf"], in: folder)
      #expect(run.code != 0 && run.error.contains("falta.pdf"))
      // Of a table with an error it is told where that is.
      let table = try String(contentsOfFile: folder + "/t.tsv", encoding: .utf8)
      let path = NSTemporaryDirectory() + "antes-\(UUID().uuidString).tsv"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try table.replacing("\t14\t", with: "\tcatorce\t").write(toFile: path, atomically: true, encoding: .utf8)
      let broken = try Program.run(["t.tsv", "-q", "-o", "a.pdf", "--previous", path], in: folder)
      #expect(broken.code == 65 && broken.error.contains("previous-unusable"), "\(broken)")
      #expect(broken.error.contains(path + ":10:"), "\(broken.error)")
      #expect(try Program.files(in: folder) == ["t.tsv"])
    }
  }

  /// Names of a whole page, in either year: the comparison is an overview, and cuts them.
  @Test func namesLongerThanAPageAreCut() throws {
    try Program.inFolder { folder in
      let long = String(repeating: "palabra ", count: 1_500)
      for (file, year, word) in [("antes.tsv", 2023, "ANTES"), ("t.tsv", 2024, "AHORA")] {
        let text =
          "OBRAS \(year)\nACTIVIDAD\tUNIDAD DE MEDIDA\tSEM 1\t\tSEM 2\t\n\t\tPROG\tREAL\tPROG\tREAL\n"
          + "Bacheo \(long)\t\(word)\t1\t1\t1\t1\n\(word) \(long)\t\t1\t1\t1\t1\n"
        try text.write(toFile: folder + "/" + file, atomically: true, encoding: .utf8)
      }
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf", "--previous", "antes.tsv"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(try Program.run(["verify", "a.pdf"], in: folder).code == 0)
    }
  }
}
