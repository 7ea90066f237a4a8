import Foundation
import TestAuthority
import Testing

/// `informe volume`, and what `verify`, `extract` and `sign` make of volumes, as real processes.
@Suite struct VolumeTests {
  /// Tables by name, in a folder `t`.
  static func inFolder(
    _ tables: [String: String] = tables, configuration: String? = nil, _ body: (String) throws -> Void
  ) throws {
    try Program.inFolder { folder in
      for (name, text) in tables {
        let file = URL(filePath: "\(folder)/t/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      try configuration?.write(toFile: folder + "/t/informe.yml", atomically: true, encoding: .utf8)
      try body(folder)
    }
  }

  static func table(_ office: String, _ activities: Int = 2, year: Int = 2023) -> String {
    "\(office) \(year)\nNo.\tACTIVIDAD\tSEM 1\t\tSEM 2\t\n\t\tPROG\tREAL\tPROG\tREAL\n"
      + (1...activities).map { "\($0)\tActividad \($0) de \(office)\t5\t4\t1\t\($0)\n" }.joined()
  }

  static let tables = [
    "b-obras.tsv": table("DIRECCIÓN DE OBRAS"), "a-salud.tsv": table("DIRECCIÓN DE SALUD", 3),
    "norte/a-salud.tsv": table("DELEGACIÓN NORTE"),
  ]

  static func bind(_ options: [String] = [], in folder: String) throws -> Program.Run {
    try Program.run(["volume", "t", "-o", "v.pdf", "-q"] + options, in: folder)
  }

  static func titles(in folder: String) throws -> [String] {
    let text = try Program.tool("pdftotext", ["-f", "2", "-l", "2", "v.pdf", "-"], in: folder).output
    return text.split(separator: "\n").filter { $0.contains("DIRECCIÓN") || $0.contains("DELEGACIÓN") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func bindsAllTablesInOrderAndProvesItself() throws {
    try Self.inFolder { folder in
      let run = try Self.bind(in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(
        try Self.titles(in: folder) == [
          "1 DIRECCIÓN DE SALUD 2023", "2 DIRECCIÓN DE OBRAS 2023", "3 DELEGACIÓN NORTE 2023",
        ])
      #expect(try Program.tool("qpdf", ["--check", "v.pdf"], in: folder).code == 0)
      #expect(try Program.run(["verify", "v.pdf"], in: folder).code == 0)
      #expect(try Program.run(["verify", "v.pdf", "--against", "t"], in: folder).code == 0)
      // Again the same bytes.
      let before = FileManager.default.contents(atPath: folder + "/v.pdf")
      #expect(try Self.bind(in: folder).code == 0)
      #expect(FileManager.default.contents(atPath: folder + "/v.pdf") == before)
    }
  }

  @Test func carriesTheFilesOfAllAreasUnderNamesThatDoNotClash() throws {
    try Self.inFolder { folder in
      #expect(try Self.bind(in: folder).code == 0)
      #expect(try Program.run(["extract", "v.pdf", "-o", "x"], in: folder).code == 0)
      let names = [
        "a-salud-2.tsv", "a-salud.tsv", "b-obras.tsv", "datos.csv", "datos.json", "informe.yml", "opciones.json",
      ]
      #expect(try Program.files(in: folder + "/x") == names)
      let north = try String(contentsOfFile: folder + "/x/a-salud-2.tsv", encoding: .utf8)
      #expect(north == Self.tables["norte/a-salud.tsv"])
      let sum = try Program.tool("sha256sum", ["x/datos.json"], in: folder).output.prefix(64)
      #expect(try Program.tool("pdfinfo", ["v.pdf"], in: folder).output.contains("sha256:\(sum)"))
      let lines = try String(contentsOfFile: folder + "/x/datos.csv", encoding: .utf8).split(separator: "\r\n")
      #expect(lines.count == 1 + 7 * 3)
    }
  }

  /// A volume that carries nothing is made again of its folder, with the configuration there.
  @Test(arguments: ["a2a", "none"]) func theFolderProvesAVolumeThatCarriesNothing(_ standard: String) throws {
    let configuration = "municipality: San Miguel\npaper: oficio\nareas: [b-obras.tsv]\n"
    try Self.inFolder(configuration: configuration) { folder in
      #expect(try Self.bind(["--standard", standard, "--date", "2024-01-15"], in: folder).code == 0)
      #expect(try Program.run(["verify", "v.pdf"], in: folder).code == 5)
      let proof = try Program.run(["verify", "v.pdf", "--against", "t"], in: folder)
      #expect(proof.code == 0 && proof.output.contains("identical"), "\(proof)")
      // A report of one of them is told from a volume.
      #expect(
        try Program.run(["t/norte/a-salud.tsv", "-o", "r.pdf", "--standard", standard, "-q"], in: folder).code == 0)
      try FileManager.default.removeItem(atPath: folder + "/t/informe.yml")
      let report = try Program.run(["verify", "r.pdf", "--against", "t"], in: folder)
      #expect(report.code == 0, "\(report)")
      try Self.table("DIRECCIÓN DE OBRAS", 4).write(
        toFile: folder + "/t/b-obras.tsv", atomically: true, encoding: .utf8)
      #expect(try Program.run(["verify", "v.pdf", "--against", "t"], in: folder).code == 4)
    }
  }

  @Test func anotherFolderIsNoProof() throws {
    try Self.inFolder { folder in
      #expect(try Self.bind(in: folder).code == 0)
      try Self.table("DIRECCIÓN DE OBRAS", 4).write(
        toFile: folder + "/t/b-obras.tsv", atomically: true, encoding: .utf8)
      try Self.table("TURISMO").write(toFile: folder + "/t/c.tsv", atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: folder + "/t/norte/a-salud.tsv")
      let run = try Program.run(["verify", "v.pdf", "--against", "t"], in: folder)
      #expect(run.code == 4)
      for code in ["source-differs", "source-not-carried", "source-not-found"] { #expect(run.output.contains(code)) }
    }
  }

  @Test func brokenTablesStopItAndAllAreTold() throws {
    var tables = Self.tables
    tables["c.tsv"] = Self.table("TURISMO").replacing("\t5\t4", with: "\tcinco\t4")
    tables["d.tsv"] = "nada\n"
    try Self.inFolder(tables) { folder in
      let run = try Self.bind(in: folder)
      #expect(run.code == 65 && run.output.isEmpty)
      #expect(run.error.contains("t/c.tsv:4:3") && run.error.contains("t/d.tsv"), "\(run.error)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/v.pdf"))
      #expect(try Self.bind(["--skip-broken"], in: folder).code == 0)
      let text = ReportTests.flat(try ReportTests.text("v.pdf", in: folder))
      #expect(text.contains("Faltan en este tomo 2 áreas") && text.contains("Esta área falta en el tomo"))
      #expect(try Program.run(["verify", "v.pdf", "--against", "t"], in: folder).code == 0)
      #expect(try Self.bind(["--skip-broken", "--strict"], in: folder).code == 1)
    }
  }

  @Test func theConfigurationOrdersNamesAndLeavesOut() throws {
    let configuration = """
      cover: {text: Para la sesión de cabildo}
      areas:
        - file: norte/a-salud.tsv
          name: DELEGACIÓN DEL NORTE
        - {file: b-obras.tsv, omit: true}
      """
    try Self.inFolder(configuration: configuration) { folder in
      #expect(try Self.bind(in: folder).code == 0)
      #expect(try Self.titles(in: folder) == ["1 DELEGACIÓN DEL NORTE", "2 DIRECCIÓN DE SALUD 2023"])
      let text = ReportTests.flat(try ReportTests.text("v.pdf", in: folder))
      #expect(
        text.contains("Para la sesión de cabildo")
          && text.contains("Fuera de este tomo, por su configuración: b-obras.tsv"))
      // What is left out is in nobody's hands.
      #expect(try Program.run(["extract", "v.pdf", "-o", "x"], in: folder).code == 0)
      #expect(!FileManager.default.fileExists(atPath: folder + "/x/b-obras.tsv"))
      #expect(try Program.run(["verify", "v.pdf"], in: folder).code == 0)
    }
    try Self.inFolder(configuration: "areas: [a-salud.tsv, obras.tsv]") { folder in
      let run = try Self.bind(in: folder)
      #expect(run.code == 65 && run.error.contains("no-such-area") && run.error.contains("obras.tsv"))
    }
  }

  @Test func aVolumeIsSignedAsAReport() throws {
    try Self.inFolder(configuration: SignTests.signers) { folder in
      #expect(try Self.bind(in: folder).code == 0)
      let person = try TestAuthority(in: folder + "/ca").person("ANA LÓPEZ PÉREZ", number: 1)
      let run = try SignTests.sign("v.pdf", person, ["--date", SignTests.date], in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(try Program.run(["verify", "v.pdf"], in: folder).code == 0)
    }
  }

  @Test func differentYearsAreTold() throws {
    var tables = Self.tables
    tables["c.tsv"] = Self.table("DIRECCIÓN DE TURISMO", year: 2022)
    try Self.inFolder(tables) { folder in
      let run = try Program.run(["volume", "t", "-o", "v.pdf"], in: folder)
      #expect(run.code == 0 && run.error.contains("t/c.tsv: warning: different-years"), "\(run.error)")
      #expect(try ReportTests.text("v.pdf", in: folder).contains("2022 ("))
    }
  }

  /// What reading has to say of a table is said of it in a volume, too.
  @Test func whatReadingSaysIsTold() throws {
    let plain = Self.table("DIRECCIÓN DE SALUD")
    let more = plain.replacing("SEM 2\t\n", with: "SEM 2\t\tFOLIO INTERNO\n")
      .replacing("PROG\tREAL\n", with: "PROG\tREAL\t\n").replacing(/(?m)\t(\d+)\n/) { "\t\($0.1)\tx\n" }
    try Self.inFolder(["a.tsv": more, "b.tsv": plain]) { folder in
      let run = try Program.run(["volume", "t", "-o", "v.pdf"], in: folder)
      #expect(run.code == 0 && run.error.contains("t/a.tsv:2:7: warning: unknown-column"), "\(run.error)")
      #expect(try Program.run(["volume", "t", "-o", "v.pdf", "--strict"], in: folder).code == 1)
    }
  }

  /// Area by area, with the volume of the year before; what is settled in the configuration is used and proved.
  @Test func comparesWithTheVolumeBefore() throws {
    let old = Self.tables.mapValues { $0.replacing("2023", with: "2022") }
    try Self.inFolder(old) { folder in
      #expect(try Self.bind(in: folder).code == 0)
      try FileManager.default.moveItem(atPath: folder + "/v.pdf", toPath: folder + "/antes.pdf")
      for (name, text) in Self.tables {
        try text.write(toFile: "\(folder)/t/\(name)", atomically: true, encoding: .utf8)
      }
      let settled = "areas:\n  - {file: b-obras.tsv, matches: {1: 1, 2: new}}\n"
      try settled.write(toFile: folder + "/t/informe.yml", atomically: true, encoding: .utf8)
      let run = try Self.bind(["--previous", "antes.pdf"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      let text = try Program.tool("pdftotext", ["-layout", "v.pdf", "-"], in: folder).output
      // One of the areas names no year of its own.
      #expect(text.matches(of: /Comparación con (2022|el año anterior)/).count == 3)
      #expect(text.contains("1 de 2 actividades continúan; terminaron 1; son nuevas 1."))
      try FileManager.default.removeItem(atPath: folder + "/antes.pdf")
      let proof = try Program.run(["verify", "v.pdf", "--against", "t"], in: folder)
      #expect(proof.code == 0 && proof.output.contains("note: identical"), "\(proof)")
    }
  }

  /// Areas that were called otherwise, are new or are gone: said by the configuration, or told by the volume.
  @Test func areasOfTheYearBeforeAreSettled() throws {
    try Self.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/antes", withIntermediateDirectories: true)
      for (name, office) in [("a", "DIRECCIÓN DE SALUD"), ("b", "OBRAS Y SERVICIOS"), ("c", "TURISMO")] {
        try Self.table(office, year: 2022).write(
          toFile: "\(folder)/antes/\(name).tsv", atomically: true, encoding: .utf8)
      }
      let run = try Program.run(["volume", "t", "-o", "v.pdf", "--previous", "antes"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      for table in ["b-obras.tsv", "norte/a-salud.tsv"] {
        #expect(run.error.contains("t/\(table): warning: previous-not-found"), "\(run.error)")
      }
      #expect(run.error.contains("note: previous-areas-gone") && run.error.contains("OBRAS Y SERVICIOS"))
      let text = ReportTests.flat(try ReportTests.text("v.pdf", in: folder))
      #expect(text.contains("No están en este tomo áreas de") && text.contains("Sin comparación, pues"))
      let settled = """
        areas:
          - {file: b-obras.tsv, previous: Obras y servicios}
          - {file: norte/a-salud.tsv, previous: new}
        """
      try settled.write(toFile: folder + "/t/informe.yml", atomically: true, encoding: .utf8)
      let second = try Program.run(["volume", "t", "-o", "v.pdf", "--previous", "antes"], in: folder)
      #expect(second.code == 0 && !second.error.contains("previous-not-found"), "\(second.error)")
      #expect(second.error.contains("previous-areas-gone") && !second.error.contains("OBRAS Y SERVICIOS"))
      let again = ReportTests.flat(try ReportTests.text("v.pdf", in: folder))
      #expect(again.contains("TURISMO") && !again.contains("Sin comparación, pues"))
      let proof = try Program.run(["verify", "v.pdf"], in: folder)
      #expect(proof.code == 0 && proof.output.contains("note: identical"), "\(proof)")
    }
  }

  @Test func anAlteredVolumeIsFound() throws {
    try Self.inFolder { folder in
      #expect(try Self.bind(in: folder).code == 0)
      var bytes = SignTests.bytes(folder + "/v.pdf")
      bytes[bytes.count / 2] ^= 1
      try Data(bytes).write(to: URL(filePath: folder + "/v.pdf"))
      #expect(try Program.run(["verify", "v.pdf"], in: folder).code != 0)
    }
  }

  @Test(
    .enabled(if: ConformanceTests.validator != nil, "VERAPDF names no validator: conformance is not checked here"),
    arguments: ["a3a", "a4f"])
  func isAccessibleAndArchival(_ standard: String) throws {
    let validator = try #require(ConformanceTests.validator)
    try Self.inFolder(configuration: SignTests.signers) { folder in
      #expect(try Self.bind(["--standard", standard], in: folder).code == 0)
      let flavours = standard == "a3a" ? ["ua1", "3a"] : ["ua2", "4f"]
      for flavour in flavours {
        let run = try Program.tool(validator, ["--flavour", flavour, "v.pdf"], in: folder)
        #expect(run.code == 0, "\(flavour): \(run.output.suffix(2000))")
      }
    }
  }

  /// As long as an office's name may be: the volume's own pages are an overview, and cut it.
  @Test(arguments: [String(repeating: "palabra ", count: 61), String(repeating: "x", count: 490)])
  func namesLongerThanTheirPlaceAreCut(_ long: String) throws {
    let tables = ["a.tsv": Self.table("ÁREA " + long), "b.tsv": Self.table("OBRAS")]
    try Self.inFolder(tables) { folder in
      let run = try Self.bind(in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(try Program.run(["verify", "v.pdf"], in: folder).code == 0)
    }
  }
}

/// How many tables are read at a time changes nothing.
@Suite struct VolumeWorkerTests {
  @Test func everyNumberOfWorkersMakesTheSameBytes() throws {
    var tables = VolumeTests.tables
    for number in 0..<9 { tables["z\(number).tsv"] = VolumeTests.table("ÁREA \(number)", 1 + number % 4) }
    try VolumeTests.inFolder(tables) { folder in
      let volumes = try [1, 2, 3, 16].map { jobs in
        let run = try VolumeTests.bind(["--jobs", "\(jobs)", "--data"], in: folder)
        #expect(run.code == 0, "\(run.error)")
        return try ["v.pdf", "v-datos/datos.csv", "v-datos/datapackage.json"].map { name in
          try Data(contentsOf: URL(filePath: folder + "/" + name))
        }
      }
      #expect(volumes.allSatisfy { $0 == volumes[0] })
    }
  }
}
