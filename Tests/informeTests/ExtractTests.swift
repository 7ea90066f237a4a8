import Foundation
import Testing

/// `informe extract` as a real process.
@Suite struct ExtractTests {
  static func report(in folder: String, _ options: [String] = []) throws {
    let run = try Program.run([Program.seed, "-q", "-o", "a.pdf"] + options, in: folder)
    #expect(run.code == 0, "\(run.error)")
  }

  @Test func givesTheFilesBack() throws {
    try Program.inFolder { folder in
      try Self.report(in: folder)
      let run = try Program.run(["extract", "a.pdf", "-o", "datos"], in: folder)
      let names = ["datos.csv", "datos.json", "informe.yml", "opciones.json", "participacion-ciudadana-2023.tsv"]
      #expect(run.code == 0 && run.output == names.map { "datos/\($0)\n" }.joined())
      #expect(try Program.files(in: folder + "/datos") == names)
      let seed = FileManager.default.contents(atPath: Program.seed)
      #expect(FileManager.default.contents(atPath: folder + "/datos/" + (names.last ?? "")) == seed)
      let sum = try Program.tool("sha256sum", ["datos/datos.json"], in: folder).output.prefix(64)
      let keywords = try Program.tool("pdfinfo", ["a.pdf"], in: folder).output
      #expect(keywords.contains("Keywords:        sha256:\(sum), origin:"))
    }
  }

  @Test func overwritesNothingAndLeavesNothingHalfDone() throws {
    try Program.inFolder { folder in
      try Self.report(in: folder)
      try FileManager.default.createDirectory(atPath: folder + "/datos", withIntermediateDirectories: false)
      // A link to a file outside: neither followed nor replaced.
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/datos/opciones.json", withDestinationPath: folder + "/fuera")
      let run = try Program.run(["extract", "a.pdf", "-o", "datos/"], in: folder)
      #expect(run.code == 73 && run.error.contains("output-not-created") && run.output.isEmpty)
      #expect(try Program.files(in: folder) == ["a.pdf", "datos", "datos/opciones.json"])
    }
  }

  @Test func withoutAFolderItGoesWhereReportsGo() throws {
    try Program.inFolder { folder in
      try Self.report(in: folder)
      #expect(try Program.run(["extract", "a.pdf"], in: folder).code == 0)
      #expect(try Program.files(in: folder + "/Output/a-adjuntos").count == 5)
    }
  }

  @Test(arguments: ["a2a", "none"])
  func saysWhenThereIsNothing(_ standard: String) throws {
    try Program.inFolder { folder in
      try Self.report(in: folder, ["--standard", standard])
      let run = try Program.run(["extract", "a.pdf", "-o", "datos"], in: folder)
      #expect(run.code == 65 && run.error.contains("a.pdf: error: no-attachments: "))
      #expect(try Program.files(in: folder) == ["a.pdf"])
    }
  }

  @Test func readsWhatOtherProgramsMakeOfIt() throws {
    try Program.inFolder { folder in
      try Self.report(in: folder)
      let qdf = try Program.tool("qpdf", ["--qdf", "a.pdf", "b.pdf"], in: folder)
      let encrypted = try Program.tool("qpdf", ["--encrypt", "u", "o", "256", "--", "a.pdf", "c.pdf"], in: folder)
      #expect(qdf.code == 0 && encrypted.code == 0)
      #expect(try Program.run(["extract", "b.pdf", "-o", "b"], in: folder).code == 0)
      let refused = try Program.run(["extract", "c.pdf", "-o", "c"], in: folder)
      #expect(refused.code == 65 && refused.error.contains("unreadable-pdf: cannot be read: it is encrypted"))
      let missing = try Program.run(["extract", "d.pdf"], in: folder)
      #expect(missing.code == 66)
    }
  }

  /// A signal at any moment, into a folder that is there: all files or none, and the others stay. What a killed run leaves,
  /// the next takes back.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
  func allOrNothingUnderSignals(_ signal: Int32) throws {
    try Program.inFolder { folder in
      try Self.report(in: folder)
      var random = SystemRandomNumberGenerator()
      for round in 0..<12 {
        let place = folder + "/\(round)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        #expect(FileManager.default.createFile(atPath: place + "/mio", contents: Data([7])))
        let run = try Program.run(["extract", "a.pdf", "-o", "\(round)"], in: folder) { process in
          usleep(.random(in: 0...60_000, using: &random))
          kill(process.processIdentifier, signal)
        }
        // Before it has begun to wait for signals, the system ends it.
        #expect([0, signal, signal + 128].contains(run.code), "\(run.code) \(run.error)")
        if signal == SIGKILL {
          let again = try Program.run(["extract", "a.pdf", "-o", "\(round)"], in: folder)
          #expect([0, 73].contains(again.code))
        }
        #expect(FileManager.default.contents(atPath: place + "/mio") == Data([7]))
        let names = try Program.files(in: place)
        #expect(names.count == 6 || signal != SIGKILL && names == ["mio"], "\(names)")
      }
    }
  }
}
