import Foundation
import Testing

/// `informe verify` as a real process.
@Suite struct VerifyTests {
  static func inFolder(_ options: [String] = [], _ body: (String) throws -> Void) throws {
    try Program.inFolder { folder in
      try FileManager.default.copyItem(atPath: Program.seed, toPath: folder + "/t.tsv")
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf"] + options, in: folder)
      #expect(run.code == 0, "\(run.error)")
      try body(folder)
    }
  }

  @Test func identicalIsZero() throws {
    try Self.inFolder(["--paper", "a4", "--language", "en", "--date", "2024-01-15"]) { folder in
      let run = try Program.run(["verify", "a.pdf", "--against", "t.tsv"], in: folder)
      #expect(run.code == 0 && run.output.hasPrefix("a.pdf: note: identical: ") && run.error.isEmpty)
      let spanish = try Program.run(["verify", "a.pdf"], in: folder, environment: ["LANG": "es_MX.UTF-8"])
      #expect(spanish.output.hasPrefix("a.pdf: note: identical: es, byte por byte, "))
    }
  }

  @Test func alteredIsFourAndTheWorstCounts() throws {
    try Self.inFolder { folder in
      var bytes = [UInt8](FileManager.default.contents(atPath: folder + "/a.pdf") ?? Data())
      bytes.append(10)
      #expect(FileManager.default.createFile(atPath: folder + "/b.pdf", contents: Data(bytes)))
      let run = try Program.run(["verify", "a.pdf", "b.pdf"], in: folder)
      #expect(run.code == 4 && run.output.contains("a.pdf: note: identical: "))
      #expect(run.output.contains("b.pdf: error: altered: ") && run.output.contains("b.pdf: error: bytes-differ: "))
      #expect(try Program.run(["verify", "-q", "b.pdf"], in: folder).output.isEmpty)
    }
  }

  /// Another program's saving keeps what is read, but not the file.
  @Test func savedByAnotherProgramIsAltered() throws {
    try Self.inFolder { folder in
      #expect(try Program.tool("qpdf", ["--linearize", "a.pdf", "b.pdf"], in: folder).code == 0)
      let run = try Program.run(["verify", "b.pdf"], in: folder)
      #expect(run.code == 4 && run.output.contains("nothing that is read differs"))
      #expect(try Program.tool("qpdf", ["a.pdf", "--remove-attachment=datos.csv", "c.pdf"], in: folder).code == 0)
      let less = try Program.run(["verify", "c.pdf"], in: folder)
      #expect(less.code == 4 && less.output.contains("attachment-differs: the attached file “datos.csv”"))
    }
  }

  @Test func anotherTableIsTold() throws {
    try Self.inFolder { folder in
      let other = try String(contentsOfFile: Program.seed, encoding: .utf8).replacing("\t-27\t", with: "\t-28\t")
      try other.write(toFile: folder + "/otra.tsv", atomically: true, encoding: .utf8)
      let run = try Program.run(["verify", "a.pdf", "--against", "otra.tsv"], in: folder)
      #expect(
        run.code == 4 && run.output.contains("a.pdf: error: source-differs: the table it carries is not “otra.tsv”"))
      #expect(run.output.contains("text-differs: page 1: ") && run.output.contains("\u{2212}28"))
    }
  }

  @Test func withoutDataIsFive() throws {
    try Self.inFolder(["--standard", "a2a", "--paper", "oficio"]) { folder in
      let run = try Program.run(["verify", "a.pdf"], in: folder)
      #expect(run.code == 5 && run.output.hasPrefix("a.pdf: warning: unproven: "))
      #expect(try Program.run(["verify", "a.pdf", "--against", "t.tsv"], in: folder).code == 0)
    }
  }

  @Test func whatIsNoPDFIs65AndWhatIsNotThere66() throws {
    try Self.inFolder { folder in
      let table = try Program.run(["verify", "t.tsv"], in: folder)
      #expect(table.code == 65 && table.error.hasPrefix("t.tsv: error: unreadable-pdf: "))
      #expect(try Program.run(["verify", "falta.pdf"], in: folder).code == 66)
      #expect(try Program.run(["verify"], in: folder).code == 64)
    }
  }
}
