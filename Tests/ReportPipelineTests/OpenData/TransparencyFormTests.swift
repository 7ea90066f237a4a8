import ReportModel
import TestArchives
import Testing

@testable import ReportPipeline
@testable import Spreadsheets

/// Formats of the transparency platform, filled in.
@Suite struct TransparencyFormTests {
  static let table = """
    DIRECCIÓN DE OBRAS 2024
    No.\tACTIVIDAD\tUNIDAD DE MEDIDA\tTRIM 1\t\tTRIM 2\t\tTRIM 3\t\tTRIM 4\t\tMETA PROGRAMADA\tMETA REAL
    \t\t\tPROG\tREAL\tPROG\tREAL\tPROG\tREAL\tPROG\tREAL\t\t
    1\tBacheo <de> "calles" & _x0041_\tm²\t1\t1\t1\t1\t1\t1\t1\t1.5\t4\t4.5
    2\tPoda\tárbol\t1\t1\t1\t1\t1\t1\t1\t1\t4\tN/A

    """

  static func filled(
    _ template: [UInt8], _ table: String = table, area: String? = "Obras"
  ) throws -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    TransparencyForm.filled(
      Source(path: "plantilla.xlsx", bytes: template), with: [(area, try CanonicalDataTests.report(table))])
  }

  static func sheet(_ bytes: [UInt8]?) throws -> Sheet {
    let workbook = try Spreadsheet.workbook(bytes ?? [])
    return try #require(workbook?.sheets.first)
  }

  /// By header.
  static func values(_ row: Int, of bytes: [UInt8]?) throws -> [String: Cell.Content] {
    let cells = try Self.sheet(bytes).rows.first { $0.number == row }?.cells ?? []
    return Dictionary(uniqueKeysWithValues: cells.map { (TransparencyTemplate.usualHeaders[$0.column], $0.content) })
  }

  @Test func fillsWhatIsProvedAndNothingElse() throws {
    let (bytes, diagnostics) = try Self.filled(TransparencyTemplate().bytes)
    #expect(
      try Self.values(8, of: bytes) == [
        "Ejercicio": .number("2024"), "Fecha de inicio del periodo que se informa": .text("01/01/2024"),
        "Fecha de término del periodo que se informa": .text("31/12/2024"),
        "Nombre(s) del(os) indicador(es)": .text("Bacheo <de> \"calles\" & _x0041_"),
        "Unidad de medida": .text("m²"), "Frecuencia de medición": .text("Trimestral"),
        "Metas programadas": .number("4"), "Avance de metas": .number("4.5"),
        "Área(s) responsable(s) que genera(n), posee(n), publica(n) y actualizan la información": .text("Obras"),
      ])
    #expect(try Self.values(9, of: bytes)["Avance de metas"] == nil)
    #expect(try Self.sheet(bytes).rows.map(\.number) == Array(1...9))
    #expect(diagnostics.map(\.code) == ["form-columns-blank", "form-cells-blank"])
    #expect(diagnostics.allSatisfy { $0.severity == .note })
    let blank = ["«Objetivo institucional»", "P «Sentido del indicador (catálogo)»", "T «Nota»"]
    for column in blank { #expect(diagnostics[0].message.es.contains(column)) }
    #expect(diagnostics[1].message.es.contains("O «Avance de metas»: en blanco en 1 de 2 filas"))
  }

  /// Every other file of the package keeps its bytes, and every other byte of the sheet.
  @Test func nothingElseChanges() throws {
    let template = TransparencyTemplate()
    let bytes = try #require(try Self.filled(template.bytes).bytes)
    for file in template.files where file.name != TransparencyTemplate.sheet {
      #expect(Self.contains(file.bytes, in: bytes), "\(file.name)")
    }
    let sheet = try #require(template.files.first { $0.name == TransparencyTemplate.sheet })
    let old = String(decoding: sheet.bytes, as: UTF8.self)
    let editor = try #require(XLSXSheetEditor(sheet.bytes))
    let edited = String(
      decoding: editor.filled(from: 8, with: [[0: .number("1"), 5: .text("a")]]), as: UTF8.self)
    let first = try #require(old.firstRange(of: "<row r=\"8\"")?.lowerBound)
    let row =
      "<row r=\"8\" ht=\"30\"><c r=\"A8\" s=\"1\"><v>1</v></c><c r=\"D8\" s=\"2\"/><c r=\"F8\" s=\"3\" t=\"inlineStr\">"
      + "<is><t xml:space=\"preserve\">a</t></is></c></row><row r=\"9\"/>"
    let rest = try #require(old.firstRange(of: "</sheetData>")?.lowerBound)
    #expect(edited == String(old[..<first]) + row + String(old[rest...]))
  }

  private static func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
    whole.indices.contains { whole[$0...].starts(with: part) }
  }

  @Test func aFebruaryEndsInItsYear() throws {
    let table = "DIRECCIÓN DE OBRAS 2024\nACTIVIDAD\tENERO\t\tFEBRERO\t\n\tPROG\tREAL\tPROG\tREAL\nA\t1\t1\t1\t1\n"
    let bytes = try Self.filled(TransparencyTemplate().bytes, table).bytes
    let values = try Self.values(8, of: bytes)
    #expect(values["Fecha de término del periodo que se informa"] == .text("29/02/2024"))
    #expect(values["Frecuencia de medición"] == .text("Mensual"))
  }

  @Test func withoutYearThereAreNoDays() throws {
    let bytes = try Self.filled(TransparencyTemplate().bytes, CanonicalDataTests.table("A"), area: nil).bytes
    let values = try Self.values(8, of: bytes)
    #expect(
      Set(values.keys) == [
        "Nombre(s) del(os) indicador(es)", "Frecuencia de medición", "Metas programadas", "Avance de metas",
      ])
  }

  enum Wrong: CaseIterable {
    case fields
    case headers
    case twice
    case filled
    case merged

    var template: TransparencyTemplate {
      var template = TransparencyTemplate()
      switch self {
      case .fields: template.fields = "Campos"
      case .headers: template.headers = ["Nota", "Hipervínculo"]
      case .twice: template.headers = ["Ejercicio", "Metas programadas", "Meta programada"]
      case .filled: template.rows = "<row r=\"8\"/><row r=\"12\"><c r=\"B12\"><v>1</v></c></row>"
      case .merged: template.merges = ["A6:T6", "B9:C9"]
      }
      return template
    }

    var cell: String {
      switch self {
      case .fields: "A6"
      case .headers: "A7"
      case .twice: "C7"
      case .filled: "B12"
      case .merged: "B9"
      }
    }
  }

  @Test(arguments: Wrong.allCases) func refusesOtherShapesWithTheirCell(_ wrong: Wrong) throws {
    let (bytes, diagnostics) = try Self.filled(wrong.template.bytes)
    #expect(bytes == nil)
    #expect(diagnostics.map(\.code) == ["form-unusable"] && diagnostics[0].severity == .error)
    #expect(diagnostics[0].location.cell == "Reporte de Formatos!" + wrong.cell)
  }

  /// A byte of the sheet may be any other: then it is refused, or filled in so that it can be read again.
  @Test func anyByteMayBeWrong() throws {
    var random = SystemRandomNumberGenerator()
    let files = TransparencyTemplate().files
    for _ in 0..<200 {
      let changed = files.map { file in
        var file = file
        guard file.name == TransparencyTemplate.sheet else { return file }
        let place = Int.random(in: 0..<file.bytes.count, using: &random)
        file.bytes[place] = [0x3C, 0x3E, 0x22, 0x2F, 0x41, 0, 0xFF].randomElement(using: &random) ?? 0
        return file
      }
      let (bytes, diagnostics) = try Self.filled(StoredZip.archive(changed))
      #expect(bytes != nil || diagnostics.map(\.code) == ["form-unusable"])
      if let bytes { #expect(try Spreadsheet.workbook(bytes) != nil) }
    }
  }

  /// Tags where no reader looks: a row that no sheet has, one within a cell, cells within cells, rows in disorder.
  @Test(arguments: [
    "<row r=\"8\"><c r=\"A8\"><x><row r=\"9223372036854775807\"/><row/></x></c></row>",
    "<row r=\"8\"><c r=\"A8\"><x><sheetData></sheetData></x></c></row>",
    "<row r=\"8\"><c r=\"A8\"><x><row r=\"12\"/></x></c></row>", "<row r=\"&#56;\"><c r=\"A8\" s=\"1\"/></row>",
    "<row r=\"30\"/><row r=\"8\"/>", "<row r=\"8\"/><row r=\"8\"/>", "<row r=\"-1\"/>",
  ])
  func refusesTagsOutOfPlace(_ rows: String) throws {
    var template = TransparencyTemplate()
    template.rows = rows
    let (bytes, diagnostics) = try Self.filled(template.bytes)
    #expect(bytes == nil && diagnostics.map(\.code) == ["form-unusable"])
  }

  /// What only looks like rows and cells.
  @Test(arguments: ["<!-- <row r=\"8\"> -->", "<?x <row r=\"8\"> ?>", "<![CDATA[<row r=\"99\"/>]]>"])
  func passesOverWhatIsNoTag(_ rows: String) throws {
    var template = TransparencyTemplate()
    template.rows = rows
    #expect(try Self.values(8, of: Self.filled(template.bytes).bytes)["Metas programadas"] == .number("4"))
  }

  /// Letters of another encoding would be read as others.
  @Test(arguments: ["encoding=\"ISO-8859-1\"", "encoding = \"ISO-8859-1\"", "encoding = 'windows-1252'"])
  func refusesOtherEncodings(_ encoding: String) throws {
    let files = TransparencyTemplate().files.map { file in
      guard file.name == TransparencyTemplate.sheet else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("encoding=\"UTF-8\"", with: encoding)
      return (name: file.name, bytes: text.unicodeScalars.map { UInt8($0.value) })
    }
    #expect(try Self.filled(StoredZip.archive(files)).diagnostics.map(\.code) == ["form-unusable"])
  }

  @Test func refusesWhatIsNoWorkbook() throws {
    let damaged = TransparencyTemplate().bytes.dropLast(30)
    for bytes in [Array("a,b".utf8), [], Array(damaged)] {
      #expect(try Self.filled(bytes).diagnostics.map(\.code) == ["form-unusable"])
    }
  }
}
