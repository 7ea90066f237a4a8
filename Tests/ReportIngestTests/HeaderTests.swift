import ReportModel
import Testing

@testable import ReportIngest

@Suite struct HeaderTests {
  @Test(arguments: [
    ("ENERO/FEBRERO", 1...2), ("SEPT/OCTUBRE", 9...10), ("NOV/DICIEMBRE", 11...12), ("Ene-Feb", 1...2),
    ("enero a marzo", 1...3), ("JULIO, AGOSTO Y SEPTIEMBRE", 7...9), ("SETIEMBRE", 9...9), ("ENERO", 1...1),
    ("1er. BIMESTRE", 1...2), ("BIM 6", 11...12), ("TRIMESTRE II", 4...6), ("2DO. TRIMESTRE", 4...6),
    ("Segundo semestre", 7...12), ("T3", 7...9), ("4T", 10...12), ("3ER CUATRIMESTRE", 9...12), ("ANUAL", 1...12),
    ("MAYO 2023", 5...5), ("SÉPTIEMBRE", 9...9),
  ])
  func readsPeriods(_ label: String, _ months: ClosedRange<Int>) { #expect(PeriodLabel.months(label) == months) }

  @Test(arguments: [
    "", "PROG", "OBJETIVOS", "BIMESTRE 7", "FEBRERO/ENERO", "5O TRIMESTRE", "AÑO 2023 EN BIMESTRES", "META",
  ])
  func knowsWhatIsNoPeriod(_ label: String) { #expect(PeriodLabel.months(label) == nil) }

  @Test(arguments: [
    ([1...2, 3...4], PeriodScheme.bimonthly), ([1...3, 4...6, 7...9, 10...12], .quarterly), ([1...12], .annual),
    ([3...3], .monthly), ([1...3, 4...5], .irregular), ([2...3, 4...5], .irregular), ([1...4, 5...8], .fourMonthly),
  ])
  func seesTheScheme(_ months: [ClosedRange<Int>], _ scheme: PeriodScheme) {
    #expect(PeriodScheme(months: months) == scheme)
  }

  /// Reads a table whose rows are divided by `|` and cells by commas.
  static func read(_ table: String) -> ReportReader.Result {
    let text = table.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "\t") }.joined(
        separator: "\n")
    return ReportReader.read(Array(text.utf8), file: "t.tsv")
  }

  @Test(arguments: [
    // one row, periods in the same cells
    "No.,Actividad,Ene-Feb Prog.,Ene-Feb Real,Mar-Abr Prog.,Mar-Abr Real|1,A,1,1,2,2",
    // two rows, reordered columns, no VAR.
    "OBJETIVO,ACTIVIDADES,Nº,1ER. BIMESTRE,,BIMESTRE 2,|,,,Programado,Realizado,Programado,Realizado|x,A,1,1,1,2,2",
    // three rows, accents and stops differ
    "NUM.,ACTIVIDAD,AÑO 2024,,,,,|,,ENE/FEB,,,MAR/ABR,,|,,PROG.,REAL,VAR,PROG.,REAL,VAR|1,A,1,1,0,2,2,0",
  ])
  func readsHeadersOfManyShapes(_ table: String) throws {
    let report = try #require(Self.read(table).reports.first)
    #expect(report.periods.map(\.months) == [1...2, 3...4])
    #expect(report.scheme == .bimonthly)
    #expect(report.activities.first?.name.value == "A")
    #expect(report.activities.first?.periods.map { $0.real.quantity } == [Quantity(1), Quantity(2)])
    #expect(report.activities.first?.annual.real.quantity == Quantity(3))
    #expect(report.activities.first?.annual.real.origin == .computed)
  }

  @Test func annualGroupIsNoPeriod() throws {
    let table =
      "NUM,ACTIVIDAD,SEMESTRE 1,,SEMESTRE 2,,ANUAL,,|,,PROG,REAL,PROG,REAL,PROG,REAL,VAR|1,A,1,1,2,3,3,4,1"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.periods.count == 2)
    #expect(report.activities.first?.annual.goal.text == "3")
    #expect(report.activities.first?.annual.variation.text == "1")
  }

  @Test func variationBehindTheLastPeriodIsTheYears() throws {
    let table = "NUM,ACTIVIDAD,SEM 1,,SEM 2,,,,|,,PROG,REAL,PROG,REAL,META ANUAL,META REAL,VARIACIÓN|1,A,1,1,2,3,3,4,1"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.activities.first?.annual.variation.text == "1")
    #expect(report.activities.first?.periods.last?.variance.origin == .computed)
  }

  @Test(arguments: [
    ("a,b|1,2", "no-header", nil, nil), ("ACTIVIDAD,SEM 1,|,PROG,REAL", "no-activities", 2, nil),
    ("X,SEM 1,|,PROG,REAL|A,1,1", "missing-column", 2, nil),
    ("ACTIVIDAD,SEM 1,,SEM 2,|,PROG,REAL,PROG,|A,1,1,1,", "incomplete-period", 1, 4),
    ("ACTIVIDAD,ACTIVIDAD,SEM 1,|,,PROG,REAL|A,B,1,1", "duplicate-column", 1, 2),
    ("ACTIVIDAD,,SEM 1,|,,PROG,REAL|A,9,1,1", "unnamed-column", 3, 2),
    ("ACTIVIDAD,SEM 1,|,PROG,REAL|A,1", "cell-count", 3, nil),
    ("ACTIVIDAD,SEM 1,|,PROG,REAL|A,1,1,1", "cell-count", 3, nil),
    ("ACTIVIDAD,SEM 1,|,PROG,REAL|,1,1", "missing-name", 3, 1),
    ("ACTIVIDAD,SEM 1,|,PROG,REAL|A,1,uno", "not-a-figure", 3, 3),
    ("ACTIVIDAD,SEM 1,|,PROG,REAL|A,#REF!,1", "spreadsheet-error", 3, 2),
  ])
  func refusesWithThePlace(_ table: String, _ code: String, _ row: Int?, _ column: Int?) {
    let result = Self.read(table)
    #expect(result.reports.isEmpty)
    let error = result.diagnostics.first { $0.severity == .error }
    #expect(error?.code == code)
    #expect(error?.location == SourceLocation(file: "t.tsv", row: row, column: column))
  }

  @Test func blanksBehindTheLastLabelAreNoColumns() throws {
    let report = try #require(Self.read("ACTIVIDAD,SEM 1,,,|,PROG,REAL,,|A,1,1|B,2,2,,,").reports.first)
    #expect(report.activities.map(\.name.value) == ["A", "B"])
  }

  @Test func titleOfTwoCellsIsNoHeader() throws {
    let table = "MUNICIPIO,2023,|NO.,ACTIVIDAD,SEM 1,|,,PROG,REAL|1,A,1,1"
    let report = try #require(Self.read(table).reports.first)
    #expect(report.department?.value == "MUNICIPIO 2023" && report.year?.value == 2023)
  }

  @Test func anActivityWithoutFiguresIsKept() throws {
    let report = try #require(Self.read("NO.,ACTIVIDAD,SEM 1,|,,PROG,REAL|1,A,1,1|2,B,,|,nota,,").reports.first)
    #expect(report.activities.map(\.name.value) == ["A", "B"])
    #expect(report.activities[1].periods[0].real.value == .blank)
  }

  @Test func collectsAllErrors() {
    let result = Self.read("ACTIVIDAD,SEM 1,|,PROG,REAL|A,x,y|B,1,z")
    #expect(result.diagnostics.map(\.code) == ["not-a-figure", "not-a-figure", "not-a-figure"])
  }

  @Test func setsAsideWhatIsNoActivityAndSaysSo() throws {
    let result = Self.read("ACTIVIDAD,SEM 1,|,PROG,REAL|A,1,1|TOTAL,1,1|Elaboró: Fulana,,")
    #expect(result.reports.first?.activities.count == 1)
    #expect(result.diagnostics.map(\.code) == ["row-set-aside", "row-set-aside", "no-department", "no-year"])
    #expect(result.diagnostics.map(\.location.row) == [4, 5, 1, 1])
  }
}
