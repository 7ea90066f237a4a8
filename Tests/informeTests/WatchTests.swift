import Foundation
import Testing

/// `informe watch`, as a real process, with what happens in a folder that many use.
@Suite struct WatchTests {
  static let seed = SignTests.bytes(Program.seed)

  /// Runs `body` while the program watches `in` and writes to `out`; gives what it printed.
  static func watching(_ body: (String) throws -> Void) throws -> (output: String, error: String) {
    var said = ("", "")
    try Program.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
      let run = try Program.run(
        ["watch", "in", "-o", "out", "--interval", "0.3"], in: folder,
        meanwhile: { process in
          do { try body(folder) } catch { Issue.record(error) }
          process.terminate()
        })
      #expect(run.code == 143)
      said = (run.output, run.error)
    }
    return said
  }

  /// Waits until there is a file, or there is none.
  static func wait(for path: String, seconds: Double = 30, toBe isThere: Bool = true) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while Date() < deadline {
      if FileManager.default.fileExists(atPath: path) == isThere { return true }
      usleep(50_000)
    }
    return false
  }

  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// The seed's table with another year, so that its report has another name.
  static func table(_ year: Int) -> [UInt8] {
    Array(String(decoding: seed, as: UTF8.self).replacingOccurrences(of: "2023", with: "\(year)").utf8)
  }

  static func report(_ year: Int) -> String { "/out/participacion-ciudadana-\(year).pdf" }

  @Test func whatComesIsMadeAndWhatIsBadStopsNothing() throws {
    let said = try Self.watching { folder in
      try Self.write(Array("nada\n".utf8), to: folder + "/in/carta.txt")
      try Self.write(Self.seed, to: folder + "/in/a.tsv")
      #expect(Self.wait(for: folder + Self.report(2023)))
      try FileManager.default.createDirectory(atPath: folder + "/in/sub", withIntermediateDirectories: true)
      try Self.write(Self.table(2024), to: folder + "/in/sub/b.tsv")
      #expect(Self.wait(for: folder + "/out/sub/participacion-ciudadana-2024.pdf"))
      let plain = try Program.run(["../../in/a.tsv", "-o", "plain.pdf", "-q"], in: folder + "/out/sub")
      #expect(plain.code == 0)
      #expect(SignTests.bytes(folder + "/out/sub/plain.pdf") == SignTests.bytes(folder + Self.report(2023)))
    }
    #expect(said.error.components(separatedBy: "in/carta.txt: error: no-header").count == 2, "told once: \(said.error)")
    #expect(said.output.split(separator: "\n").count == 2, "\(said.output)")
  }

  @Test func halfWrittenIsWaitedFor() throws {
    let said = try Self.watching { folder in
      let file = try #require(fopen(folder + "/in/a.tsv", "w"))
      // A copy over a slow line: some bytes at a time.
      for start in stride(from: 0, to: Self.seed.count, by: Self.seed.count / 15 + 1) {
        let piece = Self.seed[start..<min(Self.seed.count, start + Self.seed.count / 15 + 1)]
        _ = Array(piece).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fflush(file)
        usleep(100_000)
        #expect(!FileManager.default.fileExists(atPath: folder + Self.report(2023)))
      }
      fclose(file)
      #expect(Self.wait(for: folder + Self.report(2023)))
    }
    #expect(!said.error.contains("error"), "\(said.error)")
  }

  @Test func lockedIsWaitedFor() throws {
    _ = try Self.watching { folder in
      let path = folder + "/in/a.tsv"
      try Self.write(Self.seed, to: path)
      let descriptor = open(path, O_RDWR)
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      #expect(fcntl(descriptor, F_SETLK, &lock) == 0)
      #expect(!Self.wait(for: folder + Self.report(2023), seconds: 2))
      close(descriptor)
      #expect(Self.wait(for: folder + Self.report(2023)))
    }
  }

  @Test func renamedRemovedAndChanged() throws {
    let said = try Self.watching { folder in
      try Self.write(Self.seed, to: folder + "/in/a.tsv.part")
      #expect(!Self.wait(for: folder + Self.report(2023), seconds: 1.5), "no table by its name")
      #expect(rename(folder + "/in/a.tsv.part", folder + "/in/a.tsv") == 0)
      #expect(Self.wait(for: folder + Self.report(2023)))
      // Under another name it is another table, of the same report.
      let before = SignTests.bytes(folder + Self.report(2023))
      #expect(rename(folder + "/in/a.tsv", folder + "/in/b.tsv") == 0)
      try Self.write(Self.table(2024), to: folder + "/in/c.tsv")
      #expect(Self.wait(for: folder + Self.report(2024)))
      #expect(SignTests.bytes(folder + Self.report(2023)) != before, "it carries the table's name")
      // What is removed leaves its report; what changes has a new one.
      try FileManager.default.removeItem(atPath: folder + "/in/c.tsv")
      try Self.write(Self.table(2025), to: folder + "/in/b.tsv")
      #expect(Self.wait(for: folder + Self.report(2025)))
      #expect(FileManager.default.fileExists(atPath: folder + Self.report(2024)))
      // So does a table whose configuration changes.
      let plain = SignTests.bytes(folder + Self.report(2025))
      try "paper: oficio\n".write(toFile: folder + "/in/informe.yml", atomically: true, encoding: .utf8)
      let deadline = Date(timeIntervalSinceNow: 30)
      while SignTests.bytes(folder + Self.report(2025)) == plain, Date() < deadline { usleep(50_000) }
      #expect(SignTests.bytes(folder + Self.report(2025)) != plain)
    }
    #expect(!said.error.contains("error"), "\(said.error)")
  }

  @Test func linksAndPipesAreLeftAlone() throws {
    let said = try Self.watching { folder in
      try Self.write(Self.table(2022), to: folder + "/secret.tsv")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/in/l.tsv", withDestinationPath: folder + "/secret.tsv")
      try FileManager.default.createSymbolicLink(atPath: folder + "/in/round", withDestinationPath: folder + "/in")
      #expect(mkfifo(folder + "/in/p.tsv", 0o600) == 0)
      try Self.write(Self.seed, to: folder + "/in/z.tsv")
      #expect(Self.wait(for: folder + Self.report(2023)))
      #expect(try Program.files(in: folder + "/out") == ["participacion-ciudadana-2023.pdf"])
    }
    #expect(said.output == "out/participacion-ciudadana-2023.pdf\n", "\(said.output)")
  }

  /// Whoever may write to the folder may not read all that the program may.
  @Test func configurationsStayInTheFolder() throws {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>"
    let said = try Self.watching { folder in
      for name in ["link", "out-of", "behind", "fine"] {
        try FileManager.default.createDirectory(atPath: "\(folder)/in/\(name)", withIntermediateDirectories: true)
      }
      try logo.write(toFile: folder + "/secret.svg", atomically: true, encoding: .utf8)
      try logo.write(toFile: folder + "/in/logo.svg", atomically: true, encoding: .utf8)
      try "title: Secreto\n".write(toFile: folder + "/secret.yml", atomically: true, encoding: .utf8)
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: folder + "/in/link/informe.yml", withDestinationPath: "../../secret.yml")
      try manager.createSymbolicLink(atPath: folder + "/in/behind/way", withDestinationPath: "../..")
      let logos = ["out-of": "../../secret.svg", "behind": "way/secret.svg", "fine": "./../logo.svg"]
      for (name, path) in logos {
        try "logos: {left: \(path)}\n".write(
          toFile: "\(folder)/in/\(name)/informe.yml", atomically: true, encoding: .utf8)
      }
      for (index, name) in ["link", "out-of", "behind", "fine"].enumerated() {
        try Self.write(Self.table(2020 + index), to: "\(folder)/in/\(name)/t.tsv")
      }
      #expect(Self.wait(for: folder + "/out/fine/participacion-ciudadana-2023.pdf"))
      try Self.write(Self.seed, to: folder + "/in/z.tsv")
      #expect(Self.wait(for: folder + Self.report(2023)))
      #expect(
        try Program.files(in: folder + "/out").filter { $0.hasSuffix(".pdf") }.sorted()
          == ["fine/participacion-ciudadana-2023.pdf", "participacion-ciudadana-2023.pdf"])
    }
    for name in ["link", "out-of", "behind"] { #expect(said.error.contains("in/\(name)/informe.yml"), "\(said.error)") }
    #expect(!said.error.contains("Secreto"), "\(said.error)")
  }

  /// Where the reports go may be away for a while.
  @Test func whatCannotBeWrittenIsTriedAgain() throws {
    let said = try Self.watching { folder in
      try Self.write([0], to: folder + "/out")
      try Self.write(Self.seed, to: folder + "/in/a.tsv")
      #expect(!Self.wait(for: folder + Self.report(2023), seconds: 3))
      try FileManager.default.removeItem(atPath: folder + "/out")
      #expect(Self.wait(for: folder + Self.report(2023)))
    }
    #expect(said.error.components(separatedBy: ": error: ").count == 2, "told once: \(said.error)")
  }

  /// Names may hold anything, and terminals do what they are told.
  @Test func namesAreMadeVisible() throws {
    let said = try Self.watching { folder in
      try Self.write(Array("nada\n".utf8), to: folder + "/in/a\u{1B}[31m\n.tsv")
      try FileManager.default.createDirectory(atPath: folder + "/in/b\u{1B}[2J", withIntermediateDirectories: true)
      try Self.write(Self.seed, to: folder + "/in/b\u{1B}[2J/t.tsv")
      #expect(Self.wait(for: folder + "/out/b\u{1B}[2J/participacion-ciudadana-2023.pdf"))
    }
    #expect(said.error.contains("no-header") && !(said.output + said.error).contains("\u{1B}"), "\(said)")
  }

  @Test func theOutputIsElsewhere() throws {
    try Program.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/in/sub", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/in/sub")
      for output in ["in", "in/", "in/new/deep", "./in/sub", "link", "link/new", "in/../in"] {
        let run = try Program.run(["watch", "in", "-o", output], in: folder)
        #expect(run.code == 64 && run.error.contains("cannot lie in"), "\(output): \(run.error)")
      }
    }
  }
}
