import Foundation
import TestArchives
import Testing

/// `--data`, `--sipot` and `model --schema`, as users run them.
@Suite struct OpenDataTests {
  static let data = ["datapackage.json", "datos.csv"]

  static func write(_ template: TransparencyTemplate = TransparencyTemplate(), in folder: String) throws {
    try Data(template.bytes).write(to: URL(filePath: folder + "/plantilla.xlsx"))
  }

  static func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map(String.init) }

  @Test func standsBesideTheReportAndIsTold() throws {
    try VolumeTests.inFolder { folder in
      try Self.write(in: folder)
      let run = try Program.run(
        ["t/b-obras.tsv", "-o", "a.pdf", "--data", "--sipot", "plantilla.xlsx"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      #expect(
        Self.lines(run.output) == ["a.pdf", "a-datos/datos.csv", "a-datos/datapackage.json", "a-sipot.xlsx"])
      #expect(run.error.contains("plantilla.xlsx: note: form-columns-blank: columns that stay blank: D «Nombre del"))
      #expect(try Program.tool("unzip", ["-tq", "a-sipot.xlsx"], in: folder).code == 0)
      // Nothing that is there in the same bytes is written again.
      let again = try Program.run(
        ["t/b-obras.tsv", "-o", "a.pdf", "--data", "--sipot", "plantilla.xlsx", "-q"], in: folder)
      #expect(again.code == 0 && again.output.isEmpty && again.error.isEmpty, "\(again)")
    }
  }

  /// Reports of a folder have names of their own, and so have their data; the next run takes none of these for a table.
  @Test func aFolderOfReportsHasDataForEach() throws {
    try VolumeTests.inFolder { folder in
      #expect(try Program.run(["t", "-o", "t", "--data", "-q", "--jobs", "2"], in: folder).code == 0)
      let made = try Program.files(in: folder + "/t").filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }
      let names = ["norte/delegacion-norte-2023-datos", "obras-2023-datos", "salud-2023-datos"]
      #expect(made == names.flatMap { name in Self.data.map { "\(name)/\($0)" } })
      let again = try Program.run(["t", "-o", "t/", "--data", "--if-changed", "-q"], in: folder)
      #expect(again.code == 0 && again.output.isEmpty, "\(again)")
      let volume = try Program.run(["volume", "t", "-o", "t/v.pdf", "--data"], in: folder)
      #expect(volume.code == 0, "\(volume.error)")
      #expect(Self.lines(volume.output) == ["t/v.pdf", "t/v-datos/datos.csv", "t/v-datos/datapackage.json"])
      let rows = Self.lines(try String(contentsOfFile: folder + "/t/v-datos/datos.csv", encoding: .utf8))
      #expect(rows.count == 1 + (3 + 2 + 2) * 3)
    }
  }

  @Test func whatIsNotOursIsLeftAlone() throws {
    try VolumeTests.inFolder { folder in
      let place = folder + "/a-datos"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try "mío".write(toFile: place + "/datos.csv", atomically: true, encoding: .utf8)
      let run = try Program.run(["t/b-obras.tsv", "-o", "a.pdf", "--data", "-q"], in: folder)
      #expect(run.code == 73 && run.error.contains("data-not-ours"), "\(run)")
      #expect(try Program.files(in: place) == ["datos.csv"])
      #expect(try String(contentsOfFile: place + "/datos.csv", encoding: .utf8) == "mío")
    }
  }

  /// Somebody has filled in by hand what no table tells.
  @Test func aFormThatIsThereIsNeverWrittenOver() throws {
    try VolumeTests.inFolder { folder in
      try Self.write(in: folder)
      try "mía".write(toFile: folder + "/a-sipot.xlsx", atomically: true, encoding: .utf8)
      let run = try Program.run(
        ["t/b-obras.tsv", "-o", "a.pdf", "--sipot", "plantilla.xlsx", "-q"], in: folder)
      #expect(run.code == 73 && run.error.contains("a-sipot.xlsx: error: form-exists"), "\(run)")
      #expect(try String(contentsOfFile: folder + "/a-sipot.xlsx", encoding: .utf8) == "mía")
    }
  }

  @Test(arguments: [["t/b-obras.tsv"], ["volume", "t"]]) func aFormOfAnotherShapeIsRefused(_ command: [String]) throws {
    try VolumeTests.inFolder { folder in
      var template = TransparencyTemplate()
      template.fields = "Campos"
      try Self.write(template, in: folder)
      let run = try Program.run(command + ["-o", "a.pdf", "--sipot", "plantilla.xlsx", "-q"], in: folder)
      #expect(run.code == 65, "\(run)")
      #expect(run.error.contains("plantilla.xlsx:6:1 (Reporte de Formatos!A6): error: form-unusable"), "\(run.error)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/a.pdf"))
      let missing = try Program.run(command + ["-o", "a.pdf", "--sipot", "falta.xlsx", "-q"], in: folder)
      #expect(missing.code == 66 && missing.error.contains("falta.xlsx"), "\(missing)")
    }
  }

  @Test func aVolumeFillsInTheActivitiesOfAllAreas() throws {
    try VolumeTests.inFolder { folder in
      try Self.write(in: folder)
      let run = try Program.run(["volume", "t", "-o", "v.pdf", "--sipot", "plantilla.xlsx"], in: folder)
      #expect(run.code == 0 && Self.lines(run.output) == ["v.pdf", "v-sipot.xlsx"], "\(run)")
      let sheet = try Program.tool("unzip", ["-p", "v-sipot.xlsx", TransparencyTemplate.sheet], in: folder).output
      #expect(sheet.matches(of: /<row r="([89]|1[0-9])"/).count == 3 + 2 + 2)
      #expect(sheet.contains("DELEGACIÓN NORTE") && sheet.contains("<dimension ref=\"A1:T14\"/>"))
    }
  }

  /// `SOFFICE` names the program; without it the test is shown as skipped.
  static let office = ProcessInfo.processInfo.environment["SOFFICE"]

  /// LibreOffice reads what was filled in and writes it again: with the same cells, the list of a column and the hidden
  /// sheet that it is of.
  @Test(.enabled(if: office != nil, "SOFFICE names no LibreOffice: filled formats are not opened here"))
  func anOfficeProgramReadsIt() throws {
    let office = try #require(Self.office)
    try VolumeTests.inFolder { folder in
      try Self.write(in: folder)
      #expect(try Program.run(["volume", "t", "-o", "v.pdf", "--sipot", "plantilla.xlsx", "-q"], in: folder).code == 0)
      func convert(_ file: String, to format: String, into place: String) throws {
        let run = try Program.tool(
          office,
          [
            "-env:UserInstallation=file://\(folder)/perfil", "--headless", "--convert-to", format, "--outdir", place,
            file,
          ], in: folder)
        #expect(run.code == 0, "\(run.error)")
      }
      // Every sheet, comma, quote, UTF-8, from the first row on, all cells as they are shown.
      let csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
      try convert("v-sipot.xlsx", to: csv, into: "a")
      try convert("v-sipot.xlsx", to: "xlsx:Calc MS Excel 2007 XML", into: "b")
      try convert("b/v-sipot.xlsx", to: csv, into: "c")
      let sheets = ["v-sipot-Hidden_1.csv", "v-sipot-Reporte de Formatos.csv"]
      for sheet in sheets {
        let texts = try ["a", "c"].map { try String(contentsOfFile: "\(folder)/\($0)/\(sheet)", encoding: .utf8) }
        #expect(texts[0] == texts[1])
      }
      let rows = Self.lines(try String(contentsOfFile: "\(folder)/a/\(sheets[1])", encoding: .utf8))
      #expect(rows.count == 7 + 3 + 2 + 2)
      #expect(
        rows[7]
          == "2023,01/01/2023,31/12/2023,,,Actividad 1 de DIRECCIÓN DE SALUD,,,,,Semestral,,6,,5,,,DIRECCIÓN DE SALUD 2023,,",
        "\(rows[7])")
      let sheet = try Program.tool("unzip", ["-p", "b/v-sipot.xlsx", TransparencyTemplate.sheet], in: folder).output
      #expect(sheet.contains("sqref=\"P8:P201\"") && sheet.contains("Hidden_1!$A$1:$A$2"))
      let book = try Program.tool("unzip", ["-p", "b/v-sipot.xlsx", "xl/workbook.xml"], in: folder).output
      #expect(book.contains("name=\"Hidden_1\" sheetId=\"2\" state=\"hidden\""))
    }
  }

  @Test func theSchemaOfTheModelIsPrinted() throws {
    try Program.inFolder { folder in
      let run = try Program.run(["model", "--schema"], in: folder)
      let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(run.code == 0 && schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      #expect(try Program.run(["model"], in: folder).code == 64)
      #expect(try Program.run(["model", "t.tsv", "--schema"], in: folder).code == 64)
    }
  }

  /// A pipe into which nobody writes would be waited for.
  @Test func aFormatThatIsNoFileIsRefused() throws {
    try Program.inFolder { folder in
      #expect(mkfifo(folder + "/f.xlsx", 0o600) == 0)
      let run = try Program.tool(
        "timeout", ["60", Program.path, Program.seed, "-q", "-o", "a.pdf", "--sipot", "f.xlsx"], in: folder)
      #expect(run.code == 66 && run.error.contains("f.xlsx: error: unreadable-input: "), "\(run.code) \(run.error)")
      #expect(try Program.files(in: folder) == ["f.xlsx"])
    }
  }
}
