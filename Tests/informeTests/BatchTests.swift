import Foundation
import Testing

/// Folders and many inputs at once, as real processes.
@Suite struct BatchTests {
  static let table = (try? String(contentsOfFile: Program.seed, encoding: .utf8)) ?? ""

  /// The seed as another office's.
  static func table(of office: String) -> String {
    table.replacing("PARTICIPACIÓN CIUDADANA", with: office)
  }

  static func write(_ text: String, to path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Good and bad, slow and fast, two of one name, and what is no table.
  static func makeTree(in folder: String) throws {
    for (index, office) in ["obras", "agua", "salud", "cultura"].enumerated() {
      try write(table(of: office), to: "\(folder)/tablas/\(index)-\(office).tsv")
      try write(table(of: office), to: "\(folder)/tablas/norte/\(office).tsv")
    }
    try write(table(of: "agua"), to: folder + "/tablas/norte/copia de agua.tsv")
    try write(ConformanceTests.rows(30, periods: 12), to: folder + "/tablas/0-larga.tsv")
    try write("", to: folder + "/tablas/5-vacia.tsv")
    try write("ACTIVIDAD\tSEM 1\t\n\tPROG\tREAL\nA漢\t1\t1\n", to: folder + "/tablas/norte/signo.csv")
    try write("x", to: folder + "/tablas/~$obras.xlsx")
    try write("x", to: folder + "/tablas/.~lock.obras.ods#")
    try write("x", to: folder + "/tablas/norte/acta.docx")
    for (link, target) in [("falta.tsv", "/nada"), ("vuelta", "..")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/tablas/norte/" + link, withDestinationPath: target)
    }
  }

  static func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for file in try Program.files(in: folder) {
      contents[file] = FileManager.default.contents(atPath: folder + "/" + file)
    }
    return contents
  }

  @Test func sameFilesAndWordsWithAnyNumberOfWorkers() throws {
    try Program.inFolder { folder in
      try Self.makeTree(in: folder)
      var runs: [Program.Run] = []
      var results: [[String: Data]] = []
      for jobs in ["1", "2", "8", "32"] {
        runs.append(try Program.run(["tablas", "-o", "sale", "--jobs", jobs], in: folder))
        results.append(try Self.contents(of: folder + "/sale"))
        try FileManager.default.removeItem(atPath: folder + "/sale")
      }
      for (run, result) in zip(runs, results).dropFirst() {
        #expect(run.output == runs[0].output && run.error == runs[0].error && result == results[0])
      }
      let made = ["agua", "cultura", "obras", "salud"].map { $0 + "-2023.pdf" }
      #expect(results[0].keys.filter { $0.hasPrefix("norte/") }.sorted() == made.map { "norte/" + $0 })
      #expect(Set(results[0].keys).isSuperset(of: made + ["pruebas.pdf"]) && results[0].count == 9)
      #expect(
        runs[0].output == """
          sale/pruebas.pdf
          sale/obras-2023.pdf
          sale/agua-2023.pdf
          sale/salud-2023.pdf
          sale/cultura-2023.pdf
          sale/norte/agua-2023.pdf
          sale/norte/cultura-2023.pdf
          sale/norte/obras-2023.pdf
          sale/norte/salud-2023.pdf

          """)
    }
  }

  @Test func summaryTellsWhatFailedAndWhy() throws {
    try Program.inFolder { folder in
      try Self.makeTree(in: folder)
      let run = try Program.run(["tablas", "-o", "sale"], in: folder)
      let summary = """
        13 tables, 9 done, 8 with findings, 4 failed, 1 file of another kind (.docx 1)
          tablas/5-vacia.tsv: empty-file: the file is empty
          tablas/norte/copia de agua.tsv: output-taken: “sale/norte/agua-2023.pdf” is the report of \
        “tablas/norte/agua.tsv” in this run already
          tablas/norte/falta.tsv: unreadable-input: cannot be read: it does not exist
          tablas/norte/signo.csv:3:1: unsettable-character: the report's fonts do not have these characters: \
        "漢" (U+6F22)

        """
      #expect(run.code == 73 && run.error.hasSuffix(summary), "\(run.error.suffix(900))")
      let quiet = try Program.run(["tablas", "-o", "sale", "-q"], in: folder)
      #expect(quiet.output.isEmpty && quiet.error.split(separator: "\n").count == 8, "errors with their hints only")
    }
  }

  @Test func checkTakesFoldersToo() throws {
    try Program.inFolder { folder in
      try Self.makeTree(in: folder)
      let runs = try ["1", "8"].map { try Program.run(["check", "tablas", "-j", $0], in: folder) }
      #expect(runs[0].output == runs[1].output && runs[0].error == runs[1].error)
      #expect(runs[0].code == 66 && runs[0].output.split(separator: "\n").count { $0.contains(": warning: ") } == 18)
      #expect(runs[0].error.contains("\n13 tables, 11 checked, 9 with findings, 2 failed, 1 file of another kind"))
      #expect(try Program.files(in: folder).allSatisfy { $0.hasPrefix("tablas") })
    }
  }

  @Test func picturesOfAFolder() throws {
    try Program.inFolder { folder in
      for office in ["obras", "agua"] { try Self.write(Self.table(of: office), to: "\(folder)/t/\(office)/t.tsv") }
      let options = ["--format", "png", "--resolution", "36", "-q"]
      for (output, jobs) in [("una/por/una", "1"), ("dos/", "2")] {
        let run = try Program.run(["t", "-o", output, "-j", jobs] + options, in: folder)
        #expect(run.code == 0)
      }
      let pictures = try Self.contents(of: folder + "/dos")
      #expect(pictures.count == 12 && pictures["obras/obras-2023-6.png"] != nil)
      #expect(try Self.contents(of: folder + "/una/por/una") == pictures)
    }
  }

  @Test func outputWithinTheInputIsNoInput() throws {
    try Program.inFolder { folder in
      try Self.write(Self.table, to: folder + "/t.tsv")
      try Self.write(Self.table, to: folder + "/Output/datos.tsv")
      let run = try Program.run(["."], in: folder)
      #expect(run.code == 0 && run.output == "Output/participacion-ciudadana-2023.pdf\n")
      #expect(run.error.hasSuffix("1 table, 1 done, 1 with findings\n"))
    }
  }

  @Test func folderWithoutTables() throws {
    try Program.inFolder { folder in
      try Self.write("x", to: folder + "/vacia/a.pdf")
      let run = try Program.run(["vacia", "-o", "sale"], in: folder)
      #expect(run.code == 66 && run.error.contains("vacia: error: no-tables: "))
      #expect(try Program.files(in: folder) == ["vacia", "vacia/a.pdf"])
    }
  }

  /// Half of the reports are there when the signal comes; whatever is there is whole.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func interruptionLeavesWholeFiles(_ signal: Int32) throws {
    try Program.inFolder { folder in
      for index in 100..<140 { try Self.write(Self.table(of: "área \(index)"), to: "\(folder)/t/\(index).tsv") }
      let run = try Program.run(["t", "-o", "sale", "-j", "3"], in: folder) { process in
        while ((try? Program.files(in: folder + "/sale"))?.count ?? 0) < 5, process.isRunning { usleep(1000) }
        kill(process.processIdentifier, signal)
      }
      #expect(run.code == 128 + signal)
      let made = try Self.contents(of: folder + "/sale")
      #expect(made.count >= 5 && made.count < 40 && made.keys.allSatisfy { $0.hasSuffix("-2023.pdf") })
      #expect(Set(run.output.split(separator: "\n")) == Set(made.keys.map { "sale/" + $0[...] }))
      #expect(run.error.contains("\ninterrupted; the files made are whole\n40 tables, \(made.count) done, "))
      #expect(try Program.run(["t", "-o", "sale", "-q"], in: folder).code == 0)
      let whole = try Self.contents(of: folder + "/sale")
      #expect(whole.count == 40 && made.allSatisfy { whole[$0.key] == $0.value })
    }
  }

  /// As `nohup` and `trap ''` ask for.
  @Test func ignoredSignalsStayIgnored() throws {
    try Program.inFolder { folder in
      for index in 100..<110 { try Self.write(Self.table(of: "área \(index)"), to: "\(folder)/t/\(index).tsv") }
      let line = "trap '' INT; exec \"$0\" t -o sale -q"
      let run = try Program.run(["-c", line, Program.path], in: folder, tool: "/bin/sh") { process in
        while ((try? Program.files(in: folder + "/sale"))?.count ?? 0) < 2, process.isRunning { usleep(1000) }
        kill(process.processIdentifier, SIGINT)
      }
      #expect(run.code == 0)
      #expect(try Program.files(in: folder + "/sale").count == 10)
    }
  }

  @Test func barOnATerminalOnly() throws {
    try Program.inFolder { folder in
      for index in 1...3 { try Self.write(Self.table(of: "área \(index)"), to: "\(folder)/t/\(index).tsv") }
      func onTerminal(_ options: String) throws -> String {
        try Program.tool(
          "script", ["-qec", "'\(Program.path)' t -o sale \(options)", "/dev/null"], in: folder
        ).output
      }
      let (bar, quiet) = (try onTerminal(""), try onTerminal("-q"))
      #expect(bar.contains("] 3/3") && !quiet.contains("3/3"))
      let unseen = try Program.run(["t", "-o", "sale"], in: folder).error
      #expect(!unseen.contains("3/3"))
    }
  }

  /// What is there already is left alone unless something it is made from changes: then it is as a first run makes it.
  @Test func unchangedReportsAreLeft() throws {
    try Program.inFolder { folder in
      for office in ["obras", "agua"] { try Self.write(Self.table(of: office), to: "\(folder)/t/\(office).tsv") }
      try Self.write("", to: folder + "/t/vacia.tsv")
      func run(_ options: String..., made: [String], _ unchanged: Int, line: Int = #line) throws {
        let run = try Program.run(["t", "-o", "sale", "--if-changed"] + options, in: folder)
        let place = SourceLocation(fileID: #fileID, filePath: #filePath, line: line, column: 1)
        #expect(run.output == made.map { "sale/\($0)-2023.pdf\n" }.joined(), sourceLocation: place)
        #expect(run.error.split(separator: "\n").count { $0.contains("warning") } == 4, sourceLocation: place)
        #expect(run.code == 65, "whatever is left, the worst status counts", sourceLocation: place)
        let summary = "\n3 tables, \(made.count) done, " + (unchanged > 0 ? "\(unchanged) unchanged, " : "")
        #expect(run.error.contains(summary), "\(run.error)", sourceLocation: place)
        let first = try Program.run(["t", "-o", "nuevo", "-q"] + options, in: folder)
        #expect(first.code == 65)
        #expect(try Self.contents(of: folder + "/sale") == Self.contents(of: folder + "/nuevo"), sourceLocation: place)
      }
      try run(made: ["agua", "obras"], 0)
      try run(made: [], 2)
      try Self.write(Self.table(of: "obras") + "\n", to: folder + "/t/obras.tsv")
      try run(made: ["obras"], 1)
      try run("--paper", "a4", made: ["agua", "obras"], 0)
      try run("--paper", "a4", "--date", "2024-01-15", made: ["agua", "obras"], 0)
      try run("--paper", "a4", "--date", "2024-01-15", made: [], 2)
      try run("--standard", "a2a", made: ["agua", "obras"], 0)
      try run("--standard", "a2a", "--language", "en", made: ["agua", "obras"], 0)
      try run("--standard", "a2a", "--language", "en", made: [], 2)
      let whole = try #require(FileManager.default.contents(atPath: folder + "/sale/agua-2023.pdf"))
      try whole.dropLast(7).write(to: URL(filePath: folder + "/sale/agua-2023.pdf"))
      try Self.write("de otro", to: folder + "/sale/obras-2023.pdf")
      try run("--standard", "a2a", "--language", "en", made: ["agua", "obras"], 0)
    }
  }

  @Test func picturesDoNotTellWhatTheyAreMadeFrom() throws {
    try Program.inFolder { folder in
      let run = try Program.run([Program.seed, "--if-changed", "--format", "png"], in: folder)
      #expect(run.code == 64)
    }
  }

  @Test(arguments: [["--jobs", "0"], ["--jobs", "257"], ["-j", "dos"]])
  func badNumbersOfWorkers(_ options: [String]) throws {
    try Program.inFolder { folder in
      for command in [["t.tsv"], ["check", "t.tsv"]] {
        let run = try Program.run(command + options, in: folder)
        #expect(run.code == 64)
      }
    }
  }
}

/// Inputs that no sound program would make.
extension BatchTests {
  /// One that ends the process that works on it costs itself alone; so does one that asks for too much.
  @Test func aBombCostsItself() throws {
    try Program.inFolder { folder in
      for index in 100..<120 { try Self.write(Self.table(of: "área \(index)"), to: "\(folder)/t/\(index).tsv") }
      let areas = String(repeating: "<rect width='900' height='900' filter='url(#f)'/>", count: 20_000)
      let logo =
        "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'><filter id='f'>"
        + "<feTurbulence numOctaves='9' baseFrequency='.1'/></filter>\(areas)</svg>"
      try Self.write(logo, to: folder + "/t/mala/l.svg")
      try Self.write("logos: {left: l.svg}\n", to: folder + "/t/mala/informe.yml")
      try Self.write(Self.table(of: "mala"), to: folder + "/t/mala/t.tsv")
      let run = try Program.run(["t", "-o", "sale", "-q"], in: folder)
      let made = try Program.files(in: folder + "/sale").filter { $0.hasSuffix(".pdf") }
      #expect(made.count == 20 && run.code == 65, "\(run.error)")
      #expect(run.error.contains("logo-unusable"))
    }
  }

  /// A service that is stopped, or `timeout`, asks all processes of a group to end: no worker takes that for its own death.
  @Test func anEndOfTheWholeGroupIsNoCrash() throws {
    try Program.inFolder { folder in
      for index in 100..<140 { try Self.write(Self.table(of: "área \(index)"), to: "\(folder)/t/\(index).tsv") }
      // A process that is started here leads a group of its own.
      let run = try Program.run(["t", "-o", "sale", "-j", "3"], in: folder) { process in
        while ((try? Program.files(in: folder + "/sale"))?.count ?? 0) < 3, process.isRunning { usleep(1000) }
        kill(-process.processIdentifier, SIGTERM)
      }
      #expect(run.code == 128 + SIGTERM && !run.error.contains("crashed"), "\(run.code) \(run.error)")
    }
  }
}
