import Foundation
import Testing

/// Configurations and logos with the real program.
@Suite struct ConfigurationRunTests {
  static let logos = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../CairoBackendTests/Fixtures").standardized

  static let full = """
    municipality: Municipio de San Miguel
    logos: {left: arms.svg, right: {file: logo.png, description: Lema}}
    place: San Miguel
    date: 2024-01-15
    code: FO-03
    paper: oficio
    language: es
    binding: {edge: left}
    duplex: true
    stamp: 18
    accent: "#7A1F2B"
    signs: real-minus-programmed
    signers:
      - {role: Elaboró, name: Ana López, post: Coordinadora}
      - {role: Revisó, name: Luis Pérez, post: Director}
      - {role: Vo. Bo., name: Rosa Díaz}
    """

  static func inFolder(_ configuration: String?, _ body: (String) throws -> Void) throws {
    try Program.inFolder { folder in
      try FileManager.default.copyItem(atPath: Program.seed, toPath: folder + "/t.tsv")
      if let configuration {
        try configuration.write(toFile: folder + "/informe.yml", atomically: true, encoding: .utf8)
      }
      for name in ["arms.svg", "logo.png", "logo.jpg", "cmyk.jpg"] {
        try FileManager.default.copyItem(atPath: logos.appending(path: name).path(), toPath: "\(folder)/\(name)")
      }
      try body(folder)
    }
  }

  static func text(_ file: String, in folder: String) throws -> String {
    ReportTests.flat(try ReportTests.text(file, in: folder))
  }

  /// Every command says alike whether an office is missing: not where the configuration names it.
  @Test(arguments: [
    ["check", "a.tsv"], ["model", "a.tsv"], ["a.tsv", "-o", "a.pdf"], ["volume", ".", "-o", "v.pdf"],
  ])
  func theOfficeOfTheConfigurationIsNotMissed(_ arguments: [String]) throws {
    try Program.inFolder { folder in
      let table = "INFORME 2024\nNo.\tACTIVIDAD\tPROG\tREAL\n1\tBacheo\t1\t1\n"
      try table.write(toFile: folder + "/a.tsv", atomically: true, encoding: .utf8)
      let before = try Program.run(arguments, in: folder)
      #expect((before.output + before.error).contains("no-department"))
      let office = "department: Dirección de Obras\n"
      try office.write(toFile: folder + "/informe.yml", atomically: true, encoding: .utf8)
      let after = try Program.run(arguments, in: folder)
      #expect(after.code == 0 && !(after.output + after.error).contains("no-department"))
    }
  }

  @Test func theFileBesideTheTableIsUsed() throws {
    try Self.inFolder(Self.full) { folder in
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder)
      #expect(run.code == 0 && run.error.isEmpty)
      let text = try Self.text("a.pdf", in: folder)
      for word in [
        "Municipio de San Miguel", "San Miguel, a 15 de enero de 2024", "FO-03 · Página 6 de 6", "Elaboró", "Ana López",
        "Vo. Bo.", "Rosa Díaz", "Var. = real − programado", "En Var. la fuente usa el signo contrario.",
      ] { #expect(text.contains(word), "\(word)") }
      let info = try Program.tool("pdfinfo", ["a.pdf"], in: folder).output
      #expect(info.contains("963.78 x 612.28 pts") && info.contains("Municipio de San Miguel"))
      let plain = try Program.tool("qpdf", ["--qdf", "--object-streams=disable", "a.pdf", "b.pdf"], in: folder)
      #expect(plain.code == 0)
      let catalog = String(decoding: FileManager.default.contents(atPath: folder + "/b.pdf") ?? Data(), as: UTF8.self)
      #expect(catalog.contains("/Duplex /DuplexFlipShortEdge") && catalog.contains("/PrintScaling /None"))
      // Cairo 1.18 says that there is no mask.
      #expect(!catalog.contains(/\/SMask (?!\/None)/) && catalog.contains("/S /Figure"))
    }
  }

  @Test func eachLogoIsStoredOnce() throws {
    try Self.inFolder("logos: {left: logo.jpg, right: logo.png}") { folder in
      #expect(try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder).code == 0)
      let rows = try Program.tool("pdfimages", ["-list", "a.pdf"], in: folder).output.split(separator: "\n").dropFirst(
        2)
      #expect(rows.count == 12)
      let objects = Set(rows.map { $0.split(separator: " ")[10] })
      #expect(objects.count == 2)
      #expect(rows.contains { $0.contains("jpeg") } && !rows.contains { $0.contains("smask") })
    }
  }

  @Test func optionsOfTheCommandLineWin() throws {
    try Self.inFolder(Self.full) { folder in
      let options = ["--paper", "a3", "--language", "en", "--date", "2025-12-31", "--standard", "a2a"]
      #expect(try Program.run(["t.tsv", "-q", "-o", "a.pdf"] + options, in: folder).code == 0)
      let text = try Self.text("a.pdf", in: folder)
      #expect(
        text.contains("San Miguel, December 31, 2025") && text.contains("Prepared by") && !text.contains("Elaboró"))
      let info = try Program.tool("pdfinfo", ["a.pdf"], in: folder).output
      #expect(info.contains("1190.55 x 841.89 pts"))
      #expect(try Program.tool("pdfdetach", ["-list", "a.pdf"], in: folder).output.contains("0 embedded files"))
    }
  }

  @Test func anotherFileIsNamed() throws {
    try Self.inFolder("title: Uno") { folder in
      try FileManager.default.createDirectory(atPath: folder + "/c", withIntermediateDirectories: false)
      try "title: Dos\nlogos: {left: ../logo.png}\n".write(
        toFile: folder + "/c/x.yml", atomically: true, encoding: .utf8)
      #expect(try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder).code == 0)
      #expect(try Program.run(["t.tsv", "-q", "--config", "c/x.yml", "-o", "b.pdf"], in: folder).code == 0)
      #expect(try Self.text("a.pdf", in: folder).contains("Uno") && Self.text("b.pdf", in: folder).contains("Dos"))
    }
  }

  @Test func configuredReportsAreTheSameBytesAndProveThemselves() throws {
    try Self.inFolder(Self.full) { folder in
      #expect(try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder).code == 0)
      let other = [
        "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "FONTCONFIG_FILE": "/dev/null", "G_MESSAGES_DEBUG": "all",
      ]
      #expect(try Program.run(["./t.tsv", "-q", "-o", "b.pdf"], in: folder, environment: other).code == 0)
      let manager = FileManager.default
      #expect(manager.contents(atPath: folder + "/a.pdf") == manager.contents(atPath: folder + "/b.pdf"))
      for name in ["informe.yml", "arms.svg", "logo.png"] { try manager.removeItem(atPath: folder + "/" + name) }
      let run = try Program.run(["verify", "a.pdf"], in: folder)
      #expect(run.code == 0 && (run.output + run.error).contains("identical"), "\(run.output)\(run.error)")
    }
  }

  /// A report without attachments is proved by the table and the configuration beside it.
  @Test func reportsWithoutAttachmentsProveThemselvesBesideTheirConfiguration() throws {
    try Self.inFolder(Self.full + "\nstandard: a2a\n") { folder in
      #expect(try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder).code == 0)
      let proved = try Program.run(["verify", "a.pdf", "--against", "t.tsv"], in: folder)
      try "title: Otro\n".write(toFile: folder + "/informe.yml", atomically: true, encoding: .utf8)
      let other = try Program.run(["verify", "a.pdf", "--against", "t.tsv"], in: folder)
      #expect(proved.code < 4 && other.code == 4, "\(proved.output) \(other.output)")
    }
  }

  /// What the configuration says; the code of the exit, and what the message begins with.
  @Test(
    arguments: [
      ("papel: a4\n", 65, "informe.yml:1:1: error: unknown-key: "),
      ("paper: a4\nstamp: alto\n", 65, "informe.yml:2:8: error: wrong-value: "),
      ("title: 漢\n", 65, "informe.yml:1:8: error: unsettable-character: "),
      ("logos:\n  left: falta.png\n", 65, "informe.yml:2:9: error: logo-unreadable: falta.png: "),
      ("logos:\n  right: cmyk.jpg\n", 65, "informe.yml:2:10: error: logo-unusable: cmyk.jpg: "),
      ("logos: {left: t.tsv}\n", 65, "informe.yml:1:15: error: logo-unusable: t.tsv: "),
      ("logos: {left: .}\n", 65, "informe.yml:1:15: error: logo-unreadable: .: "),
      ("paper: 210x148\nstamp: 30\n", 65, "informe.yml: error: no-room: "),
    ])
  func aWrongConfigurationMakesNoReport(_ text: String, _ code: Int32, _ message: String) throws {
    try Self.inFolder(text) { folder in
      let before = try Program.files(in: folder)
      let run = try Program.run(["t.tsv", "-o", "a.pdf"], in: folder)
      #expect(run.code == code && run.error.hasPrefix(message), "\(run.error)")
      #expect(try Program.files(in: folder) == before)
    }
  }

  @Test(arguments: ["informe.yml", "logo.png", "./arms.svg"]) func whatItIsMadeWithIsNeverOverwritten(_ name: String)
    throws
  {
    try Self.inFolder(Self.full) { folder in
      let before = FileManager.default.contents(atPath: folder + "/" + name)
      let run = try Program.run(["t.tsv", "-q", "--format", "pdf", "-o", name], in: folder)
      #expect(run.code == 73 && FileManager.default.contents(atPath: folder + "/" + name) == before)
    }
  }

  @Test func eachFolderHasItsOwn() throws {
    try Self.inFolder("title: Uno") { folder in
      let manager = FileManager.default
      try manager.createDirectory(atPath: folder + "/b", withIntermediateDirectories: false)
      try manager.copyItem(atPath: folder + "/t.tsv", toPath: folder + "/b/u.tsv")
      try "title: Dos".write(toFile: folder + "/b/informe.yml", atomically: true, encoding: .utf8)
      try "paper: a4\npaper: a3\n".write(toFile: folder + "/mal.yml", atomically: true, encoding: .utf8)
      let run = try Program.run(["t.tsv", "-q", "-o", "x.pdf"], in: folder)
      #expect(try run.code == 0 && Program.run(["b/u.tsv", "-q", "-o", "y.pdf"], in: folder).code == 0)
      #expect(try Self.text("x.pdf", in: folder).contains("Uno") && Self.text("y.pdf", in: folder).contains("Dos"))
      let both = try Program.run(["t.tsv", "b/u.tsv", "-q", "--config", "mal.yml"], in: folder)
      #expect(both.code == 65 && both.error.contains("mal.yml:1:1: error: duplicate-key: "))
    }
  }

  @Test func aMissingConfigurationIsAnError() throws {
    try Self.inFolder(nil) { folder in
      let run = try Program.run(["t.tsv", "--config", "falta.yml", "-o", "a.pdf"], in: folder)
      #expect(run.code == 66 && run.error.hasPrefix("falta.yml: error: unreadable-input: "))
    }
  }

  @Test func initWritesOnceAndOverwritesNothing() throws {
    try Self.inFolder(nil) { folder in
      #expect(try Program.run(["init"], in: folder, environment: ["LANG": "es_MX.UTF-8"]).output == "informe.yml\n")
      let before = FileManager.default.contents(atPath: folder + "/informe.yml")
      #expect(String(decoding: before ?? Data(), as: UTF8.self).contains("Elaboró"))
      let again = try Program.run(["init"], in: folder)
      #expect(again.code == 73 && again.error.contains("output-not-created"))
      #expect(FileManager.default.contents(atPath: folder + "/informe.yml") == before)
      #expect(try Program.run(["init", "otra.yml"], in: folder).code == 0)
      // As it stands it changes nothing.
      let plain = try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder)
      try FileManager.default.removeItem(atPath: folder + "/informe.yml")
      #expect(
        try plain.code == 0
          && Program.run(["t.tsv", "-q", "-o", "b.pdf"], in: folder, environment: ["PATH": folder + "/none"]).code == 0)
      let manager = FileManager.default
      #expect(manager.contents(atPath: folder + "/a.pdf") == manager.contents(atPath: folder + "/b.pdf"))
    }
  }

  @Test func drawingsForTheWeb() throws {
    try Self.inFolder(Self.full) { folder in
      for name in ["a.svg", "b.svg"] {
        #expect(try Program.run(["t.tsv", "-q", "--format", "svg", "-o", name], in: folder).code == 0)
      }
      let pages = try Program.files(in: folder).filter { $0.hasSuffix(".svg") && $0 != "arms.svg" }
      #expect(pages.count == 12)
      let manager = FileManager.default
      for page in 1...6 {
        let data = manager.contents(atPath: folder + "/a-\(page).svg")
        #expect(data != nil && data == manager.contents(atPath: folder + "/b-\(page).svg"))
        let text = String(decoding: data ?? Data(), as: UTF8.self)
        #expect(
          text.contains("(\(page)/6)</title>") && text.contains("width=\"963.779528pt\"") && !text.contains("<text")
            && text.contains(/"glyph-?0-1"/))
      }
    }
  }

  @Test func theSchemaIsWrittenOnce() throws {
    try Program.inFolder { folder in
      #expect(try Program.run(["init", "--schema"], in: folder).output == "informe.schema.json\n")
      let data = try #require(FileManager.default.contents(atPath: folder + "/informe.schema.json"))
      let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(schema["additionalProperties"] as? Bool == false && schema["type"] as? String == "object")
      #expect(try Program.run(["init", "--schema"], in: folder).code == 73)
      #expect(try Program.run(["init"], in: folder).code == 0)
      let example = try String(contentsOfFile: folder + "/informe.yml", encoding: .utf8)
      #expect(example.hasPrefix("# yaml-language-server: $schema=informe.schema.json\n"))
    }
  }

  /// The desktop's program for it is given the report, whole.
  @Test func theReportIsOpened() throws {
    try Program.inFolder { folder in
      try "#!/bin/sh\ncp \"$1\" opened.pdf\n".write(toFile: folder + "/xdg-open", atomically: true, encoding: .utf8)
      chmod(folder + "/xdg-open", 0o755)
      let environment = ["LC_ALL": "C", "PATH": "\(folder):/usr/bin:/bin"]
      let run = try Program.run([Program.seed, "--open", "-q", "-o", "a.pdf"], in: folder, environment: environment)
      #expect(run.code == 0, "\(run.error)")
      #expect(SignTests.bytes(folder + "/opened.pdf") == SignTests.bytes(folder + "/a.pdf"))
      let alone = try Program.run(
        [Program.seed, "--open", "-q", "-o", "b.pdf"], in: folder, environment: ["PATH": folder + "/none"])
      #expect(alone.code == 0 && alone.error.isEmpty)
    }
  }
}
