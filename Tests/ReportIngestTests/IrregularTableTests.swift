import ReportModel
import Testing

@testable import ReportIngest

/// Tables as offices really write them: each with what it means, or the place where it is refused. Cells are divided by
/// `|`.
@Suite struct IrregularTableTests {
  static let head = "No.|ACTIVIDAD|OBJETIVO|SEM 1||SEM 2||META|REAL\n|||PROG|REAL|PROG|REAL||\n"

  static func read(_ table: String) -> ReportReader.Result {
    let text = table.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\t")
    return ReportReader.read(Array(text.utf8), file: "t.tsv")
  }

  static func figures(_ report: Report) -> [[String]] {
    report.activities.map { activity in
      activity.periods.flatMap { [$0.programmed, $0.real] }.map { $0.quantity.map { "\($0)" } ?? "" }
    }
  }

  @Test func periodsBelowProgrammedAndReal() throws {
    let table =
      "No.|ACTIVIDAD|PROGRAMADO|||REALIZADO|||META ANUAL\n||ENE-ABR|MAY-AGO|SEP-DIC|ENE-ABR|MAY-AGO|SEP-DIC|\n1|A|1|2|3|4|5|6|6"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.scheme == .fourMonthly && Self.figures(report) == [["1", "4", "2", "5", "3", "6"]])
  }

  @Test func numberedPeriodsNeedAWord() throws {
    let table = "No.|ACTIVIDAD|I||II||III||IV|\n||P|R|P|R|P|R|P|R\n1|A|1|1|1|1|1|1|1|1"
    let refused = Self.read(table)
    #expect(refused.diagnostics.map(\.code) == ["ambiguous-periods"] && refused.diagnostics[0].location.row == 1)
    let read = Self.read("AVANCE TRIMESTRAL 2023\n" + table)
    #expect(read.reports.first?.scheme == .quarterly)
  }

  @Test func slipsOfTheKeyboard() throws {
    let table = "No.|ACTVIDADES|OBJETVOS|FEBREO/MARZO|||\n|||PORG|REAL|VARIACON\n1|A|o|1|1|0"
    let result = Self.read("DIRECCIÓN X\n2024\n" + table)
    let report = try #require(result.reports.first)
    #expect(report.periods.map(\.months) == [2...3] && report.activities[0].objective?.value == "o")
    #expect(result.diagnostics.map(\.code) == Array(repeating: "header-slip", count: 4))
  }

  @Test func unitsResponsiblesPercentAndRemarks() throws {
    let table =
      "No.|ACTIVIDAD|UNIDAD DE MEDIDA|RESPONSABLE|SEM 1|||META ANUAL|ALCANZADO ANUAL|%|OBSERVACIONES\n"
      + "||||PROG|REAL|VAR\n1.1|A|reunión|Ana|5|4|1|5|4|80%|lluvia"
    let activity = try #require(Self.read(table).reports.first?.activities.first)
    #expect(
      activity.number?.value == "1.1" && activity.unit?.value == "reunión" && activity.responsible?.value == "Ana")
    #expect(activity.annual.percent?.text == "80%" && activity.remarks?.value == "lluvia")
  }

  @Test func columnNumbersTotalsNotesAndSignatures() throws {
    let table =
      Self.head
      + "1|2|3|4|5|6|7|8|9\nEJE 1: SEGURIDAD||||||||\n1|A|o|1|1*|1|1|2|2\n|TOTAL||1|1|1|1|2|2\n* nota al pie\n"
      + "Elaboró: X|||||Autorizó: Y\nLIC. X|||||LIC. Y"
    let result = Self.read(table)
    let report = try #require(result.reports.first)
    #expect(Self.figures(report) == [["1", "1", "1", "1"]])
    #expect(report.activities[0].periods[0].real.mark == "*" && report.notes.map(\.value) == ["* nota al pie"])
    #expect(result.diagnostics.count { $0.code == "row-set-aside" } == 6)
  }

  @Test func continuedAndTornRows() throws {
    let table =
      Self.head + "1|A|primera|1|1|1|1|2|2\n||segunda||||||\n|de la ciudad|||||||\n2|REUNIONES\nCON B|o|2|2|2|2|4|4"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.activities.map(\.name.value) == ["A de la ciudad", "REUNIONES CON B"])
    #expect(report.activities[0].objective?.value == "primera\nsegunda")
    #expect(Self.figures(report) == [["1", "1", "1", "1"], ["2", "2", "2", "2"]])
  }

  @Test(arguments: [
    ("1|A|o|1|1|1|1|2", "cell-count", 3), ("1|A|1|1|1|1|2|2|", "shifted-row", 3),
    ("A|o|1|1|1|1|2|2|", "shifted-row", 3),
    ("1|A|o|1-ene|1|1|1|2|2", "date-for-figure", 3), ("1|A|o|15 mil|1|1|1|2|2", "not-a-figure", 3),
    ("1|A|o|#DIV/0!|1|1|1|2|2", "spreadsheet-error", 3), ("1|A|o|12,5|1.5|1.234|1|2|2", "ambiguous-figure", 3),
  ])
  func refusesRowsThatMayBeWrong(_ row: String, _ code: String, _ line: Int) {
    let result = Self.read(Self.head + row)
    #expect(result.reports.isEmpty)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code] && errors.first?.location.row == line)
  }

  @Test func repeatedHeaderGoesOn() throws {
    let first = "DIRECCIÓN X\n" + Self.head + "1|A|o|1|1|1|1|2|2\n" + Self.head
    let report = try #require(Self.read(first + "2|B|o|1|1|1|1|2|2").reports.first)
    #expect(report.activities.map(\.name.value) == ["A", "B"])
    #expect(Self.read(first + "1|B|o|1|1|1|1|2|2").diagnostics.contains { $0.code == "restarted-table" })
  }

  @Test func aTitleBeginsAnotherReport() throws {
    let one = Self.head + "1|A|o|1|1|1|1|2|2\n"
    let result = Self.read("DIRECCIÓN X\n\(one)Elaboró: F\n\nDIRECCIÓN Y\n\(one)")
    #expect(result.reports.map(\.department?.value) == ["DIRECCIÓN X", "DIRECCIÓN Y"])
  }

  @Test func separatorsAreTheTables() throws {
    let proved = try #require(Self.read(Self.head + "1|A|o|12,5|12,5|1.234|1.000|1.246,5|1.012,5").reports.first)
    #expect(Self.figures(proved) == [["12.5", "12.5", "1234", "1000"]])
    let bySums = Self.read("DIRECCIÓN X\n2024\n" + Self.head + "1|A|o|1,234|1,234|1|1|1,235|1,235")
    #expect(Self.figures(try #require(bySums.reports.first))[0][0] == "1234")
    #expect(bySums.diagnostics.map(\.code) == ["ambiguous-separator"] && bySums.diagnostics[0].severity == .note)
  }

  @Test func theOfficeIsFoundAmongTheTitles() throws {
    let table = "MUNICIPIO DE TOLUCA\nDIRECCIÓN DE OBRAS\nINFORME ANUAL 2022\n\n" + Self.head + "1|A|o|1|1|1|1|2|2"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.department?.value == "DIRECCIÓN DE OBRAS" && report.year?.value == 2022)
    #expect(report.titleLines.map(\.value) == ["MUNICIPIO DE TOLUCA", "INFORME ANUAL 2022"])
  }

  @Test func quotesInsideTabsAreText() throws {
    let table = Self.head + "1|\"Comunidad segura|o|1|1|1|1|2|2\n2|otro\" x|\"bien|1|1|1|1|2|2"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.activities.map(\.name.value) == ["\"Comunidad segura", "otro\" x"])
  }

  @Test(arguments: [("ENE-MAR|", "ENE-JUN|"), ("ENE|", "ENE|")])
  func noMonthTwice(_ a: String, _ b: String) {
    let result = Self.read("No.|ACTIVIDAD|\(a)|\(b)\n||P|R|P|R\n1|A|1|1|2|2")
    #expect(result.diagnostics.contains { $0.severity == .error })
  }
}
