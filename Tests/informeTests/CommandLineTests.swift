import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test func makesTheReportUnderItsName() throws {
    try Program.inFolder { folder in
      let run = try Program.run([Program.seed], in: folder)
      #expect(run.code == 0)
      #expect(run.output == "Output/participacion-ciudadana-2023.pdf\n")
      #expect(try Program.files(in: folder) == ["Output", "Output/participacion-ciudadana-2023.pdf"])
      #expect(run.error.split(separator: "\n").count { $0.contains(": warning: variance-mismatch: ") } == 2)
    }
  }

  /// What the dynamic linker would load at a start: none of the libraries that are loaded when first called, nor what they
  /// bring along.
  @Test func startsWithoutTheLibrariesItMayNeed() throws {
    try Program.inFolder { folder in
      let linked = try Program.run([], in: folder, environment: ["LD_TRACE_LOADED_OBJECTS": "1"]).output
      #expect(linked.contains("libc.so"))
      for name in ["qpdf", "zip", "xml2", "rsvg", "gnutls", "pango"] {
        #expect(!linked.contains("lib" + name), "\(linked)")
      }
    }
  }

  @Test func strictFindingsEndWithOneButMakeTheReport() throws {
    try Program.inFolder { folder in
      let run = try Program.run([Program.seed, "--strict", "--quiet", "-o", "a.pdf"], in: folder)
      #expect(run.code == 1 && run.output.isEmpty && run.error.isEmpty)
      #expect(try Program.files(in: folder) == ["a.pdf"])
    }
  }

  @Test func sameBytesAnywhere() throws {
    try Program.inFolder { folder in
      let environments: [[String: String]] = [
        ["LC_ALL": "es_MX.UTF-8", "TZ": "America/Mexico_City", "HOME": folder], [:],
        ["LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "FONTCONFIG_FILE": "/dev/null", "SOURCE_DATE_EPOCH": "1"],
        [
          "CAIRO_DEBUG_PDF": "1", "HB_SHAPER_LIST": "fallback", "HB_OPTIONS": "uniscribe-bug-compatible",
          "FREETYPE_PROPERTIES": "cff:no-stem-darkening=0",
        ],
      ]
      var files: [Data] = []
      for (index, environment) in environments.enumerated() {
        let run = try Program.run([Program.seed, "-q", "-o", "\(index).pdf"], in: folder, environment: environment)
        #expect(run.code == 0)
        files.append(try Data(contentsOf: URL(filePath: folder + "/\(index).pdf")))
        let proof = try Program.run(["verify", "0.pdf"], in: folder, environment: environment)
        #expect(proof.code == 0, "\(environment): \(proof.error)")
      }
      #expect(Set(files).count == 1)
      #expect(files[0].count <= 60 * 1024)
    }
  }

  @Test func checkPrintsFindingsOnly() throws {
    try Program.inFolder { folder in
      try FileManager.default.copyItem(atPath: Program.seed, toPath: folder + "/t.tsv")
      let run = try Program.run(["check", "t.tsv"], in: folder, environment: ["LANG": "es_MX.UTF-8"])
      #expect(run.code == 0)
      #expect(
        run.output == """
          t.tsv:10:21: warning: variance-mismatch: actividad 3: VAR. (NOV/DICIEMBRE) dice 0; el cálculo da -6
            Compare con la fuente: 8 − 14. Corrija ahí la cifra que esté mal.
          t.tsv:11:21: warning: variance-mismatch: actividad 4: VAR. (NOV/DICIEMBRE) dice 0; el cálculo da -1
            Compare con la fuente: 2 − 3. Corrija ahí la cifra que esté mal.

          """)
      #expect(try Program.run(["check", "--strict", "t.tsv"], in: folder).code == 1)
      #expect(try Program.files(in: folder) == ["t.tsv"])
    }
  }

  @Test func modelIsJSON() throws {
    try Program.inFolder { folder in
      let run = try Program.run(["model", Program.seed], in: folder)
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let report = (value?["reports"] as? [[String: Any]])?.first
      #expect(run.code == 0 && report?["year"] as? Int == 2023)
      #expect((value?["diagnostics"] as? [Any])?.count == 2)
    }
  }

  /// Input, code of the exit, code of the message.
  @Test(
    arguments: [
      (nil, 66, "unreadable-input"), ("", 65, "empty-file"), ("%PDF-1.4\n", 65, "not-a-table"),
      ("a\tb\n1\t2\n", 65, "no-header"),
      ("ACTIVIDAD\tSEM 1\t\n\tPROG\tREAL\nA\tx\t1\n", 65, "not-a-figure"),
      ("ACTIVIDAD\tSEM 1\t\n\tPROG\tREAL\nA漢\t1\t1\n", 65, "unsettable-character"),
    ] as [(String?, Int32, String)])
  func badInputLeavesNoFile(_ content: String?, _ exit: Int32, _ code: String) throws {
    try Program.inFolder { folder in
      if let content { try content.write(toFile: folder + "/t.tsv", atomically: true, encoding: .utf8) }
      let run = try Program.run(["t.tsv", "-o", "t.pdf"], in: folder)
      #expect(run.code == exit)
      #expect(run.error.contains("t.tsv") && run.error.contains(": error: \(code): "))
      #expect(try Program.files(in: folder) == (content == nil ? [] : ["t.tsv"]))
    }
  }

  @Test func oneBadInputDoesNotStopTheRest() throws {
    try Program.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: false)
      let run = try Program.run(["falta.tsv", Program.seed, "-q", "-o", "out"], in: folder)
      #expect(run.code == 66)
      #expect(try Program.files(in: folder) == ["out", "out/participacion-ciudadana-2023.pdf"])
    }
  }

  @Test func twoInputsNeverShareAnOutput() throws {
    try Program.inFolder { folder in
      let run = try Program.run([Program.seed, Program.seed, "-q"], in: folder)
      #expect(run.code == 73 && run.error.contains("output-taken"))
    }
  }

  @Test(arguments: ["falta/a.pdf", "/proc/a.pdf"])
  func outputThatCannotBeCreated(_ target: String) throws {
    try Program.inFolder { folder in
      let run = try Program.run([Program.seed, "-q", "-o", target], in: folder)
      #expect(run.code == 73 && run.error.contains("output-not-created"))
      #expect(try Program.files(in: folder) == [])
    }
  }

  @Test func inputIsNeverOverwritten() throws {
    try Program.inFolder { folder in
      try FileManager.default.copyItem(atPath: Program.seed, toPath: folder + "/t.tsv")
      let before = FileManager.default.contents(atPath: folder + "/t.tsv")
      let run = try Program.run(["t.tsv", "-q", "-o", "./t.tsv"], in: folder)
      #expect(run.code == 73 && FileManager.default.contents(atPath: folder + "/t.tsv") == before)
    }
  }

  @Test func existingReportSurvivesFailure() throws {
    try Program.inFolder { folder in
      try "viejo".write(toFile: folder + "/a.pdf", atomically: true, encoding: .utf8)
      try "".write(toFile: folder + "/t.tsv", atomically: true, encoding: .utf8)
      #expect(try Program.run(["t.tsv", "-o", "a.pdf"], in: folder).code == 65)
      #expect(try String(contentsOfFile: folder + "/a.pdf", encoding: .utf8) == "viejo")
    }
  }

  @Test(arguments: [
    ["--paper", "a5", "x"], ["--date", "2024-02-30", "x"], ["--date", "24-1-1", "x"], ["--language", "fr", "x"],
    ["--format", "gif", "x"], ["--resolution", "5", "x"], ["--nada", "x"], [], ["check"], ["model", "a", "b"],
  ])
  func usageErrors(_ arguments: [String]) throws {
    try Program.inFolder { folder in
      let run = try Program.run(arguments, in: folder)
      #expect(run.code == 64 && !run.error.isEmpty && run.output.isEmpty)
    }
  }

  @Test(arguments: [
    (["LC_ALL": "es_MX.UTF-8"], "USO:"), (["LC_MESSAGES": "es_ES"], "USO:"), (["LANG": "es"], "USO:"),
    (["LC_ALL": "en_US.UTF-8", "LANG": "es_MX.UTF-8"], "USAGE:"), ([:], "USAGE:"),
    (["LC_ALL": "", "LANG": "es_MX"], "USO:"),
    (["LANG": "est_EE"], "USAGE:"),
  ])
  func helpInTheUsersLanguage(_ environment: [String: String], _ heading: String) throws {
    try Program.inFolder { folder in
      let run = try Program.run(["--help"], in: folder, environment: environment)
      #expect(run.code == 0 && run.output.contains(heading) && run.error.isEmpty)
    }
  }

  @Test func picturesOnePerPage() throws {
    try Program.inFolder { folder in
      let run = try Program.run(
        [Program.seed, "-q", "--format", "png", "--resolution", "50", "-o", "p.png"], in: folder)
      #expect(run.code == 0)
      #expect(try Program.files(in: folder) == (1...6).map { "p-\($0).png" })
    }
  }

  /// The same sentence as on the page, in the report's language, with nothing else on standard output.
  @Test func summaryIsPlainText() throws {
    try Program.inFolder { folder in
      let rows = (1...8).map { "\($0)\tActividad \($0)\tObjetivo\t10\t\($0 + 3)\t\(7 - $0)\n" }.joined()
      let table = "No.\tACTIVIDAD\tOBJETIVO\tENE-DIC\t\t\n\t\t\tPROG\tREAL\tVAR\n" + rows
      try table.write(toFile: folder + "/t.tsv", atomically: true, encoding: .utf8)
      let run = try Program.run(["summary", "t.tsv"], in: folder)
      #expect(run.code == 0)
      #expect(run.output.contains("5 por debajo del rango") && run.output.contains("1. Actividad 1."))
      let english = try Program.run(["summary", "--language", "en", "t.tsv"], in: folder)
      #expect(english.output.contains("5 below range") && !english.output.contains("rango"))
    }
  }
}
