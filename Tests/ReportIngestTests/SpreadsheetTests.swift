import Foundation
import ReportModel
import Testing

@testable import ReportIngest

/// Workbooks written by spreadsheet programs and libraries, read like the text they were made from.
@Suite struct SpreadsheetTests {
  static func bytes(_ name: String) throws -> [UInt8] {
    let parts = name.split(separator: ".").map(String.init)
    let url = Bundle.module.url(forResource: parts[0], withExtension: parts[1], subdirectory: "Fixtures")
    return [UInt8](try Data(contentsOf: try #require(url)))
  }

  static func read(_ name: String, sheet: String? = nil) throws -> ReportReader.Result {
    ReportReader.read(try bytes(name), file: name, sheet: sheet)
  }

  /// What a report says, without where.
  static func content(_ report: Report) -> [String] {
    func text(_ figure: Figure) -> String { "\(figure.value)" }
    return [report.department?.value ?? "", "\(report.year?.value ?? 0)", report.scheme.rawValue]
      + report.periods.map(\.label)
      + report.activities.flatMap { activity in
        [activity.number?.value ?? "", activity.name.value, activity.objective?.value ?? ""]
          + activity.periods.flatMap { [text($0.programmed), text($0.real), text($0.variance)] }
          + [activity.annual.goal, activity.annual.real, activity.annual.variation].map(text)
      }
  }

  @Test(arguments: ["merged.xlsx", "merged.ods", "merged.xls"])
  func trueMergesReadLikeTheText(_ name: String) throws {
    let expected = try #require(try Self.read("participacion-ciudadana-2023.tsv").reports.first)
    let result = try Self.read(name)
    let report = try #require(result.reports.first)
    #expect(result.diagnostics.isEmpty)
    #expect(Self.content(report) == Self.content(expected))
    #expect(Audit.findings(in: report).map(\.location.cell) == ["Avance!U10", "Avance!U11"])
  }

  @Test(arguments: ["formulas.xlsx", "formulas.ods", "formulas.xls"])
  func storedResultsPercentagesAndHiddenRows(_ name: String) throws {
    let result = try Self.read(name)
    let report = try #require(result.reports.first)
    #expect(report.department?.value == "DIRECCIÓN DE OBRAS PÚBLICAS")
    let first = try #require(report.activities.first)
    #expect(first.unit?.value == "m²")
    #expect(first.annual.goal.text == "30.3" && first.annual.real.text == "30.3")
    #expect(first.annual.percent?.text == "100%")
    #expect(report.activities.last?.name.value == "Alumbrado público")
    #expect(report.activities.last?.periods.last?.real.value == .absent(.notApplicable))
    #expect(result.diagnostics.map(\.code) == ["hidden-sheet", "hidden-row", "no-year"])
  }

  @Test func eachSheetIsAReport() throws {
    let result = try Self.read("two-sheets.xlsx")
    #expect(result.reports.map(\.department?.value) == ["COORDINACIÓN DE DEPORTE", "COORDINACIÓN DE CULTURA"])
    #expect(result.diagnostics.contains { $0.code == "sheet-without-table" && $0.location.sheet == "Notas" })
    #expect(try Self.read("two-sheets.xlsx", sheet: "Cultura").reports.count == 1)
    #expect(try Self.read("two-sheets.xlsx", sheet: "2").reports.first?.department?.value == "COORDINACIÓN DE CULTURA")
    #expect(try Self.read("two-sheets.xlsx", sheet: "Nada").diagnostics.map(\.code) == ["no-such-sheet"])
  }

  @Test(arguments: [
    ("uncomputed.xlsx", "uncomputed-formula", "Hoja1!C3"), ("uncomputed.xls", "uncomputed-formula", "Hoja1!C3"),
    ("date.xlsx", "date-for-figure", "Hoja1!C3"),
  ])
  func refusesCellsThatAreNoFigures(_ name: String, _ code: String, _ cell: String) throws {
    let result = try Self.read(name)
    #expect(result.reports.isEmpty)
    #expect(result.diagnostics.map(\.code) == [code] && result.diagnostics.first?.location.cell == cell)
  }

  @Test(arguments: [
    ("doctype.xlsx", "forbidden-markup"), ("external.xlsx", "forbidden-markup"), ("bomb.xlsx", "too-large"),
    ("dims.xlsx", "too-large"), ("rels.xlsx", "damaged-file"), ("crc.xlsx", "damaged-file"),
    ("encrypted.xlsx", "encrypted"), ("encrypted.ods", "encrypted"), ("repeat.ods", "too-large"),
    ("loop.xls", "damaged-file"), ("docx.xlsx", "not-a-table"), ("twice.xlsx", "damaged-file"),
  ])
  func refusesHostileFiles(_ name: String, _ code: String) throws {
    let result = try Self.read(name)
    #expect(result.reports.isEmpty)
    #expect(result.diagnostics.map(\.code) == [code])
  }

  @Test(arguments: ["merged.xlsx", "merged.ods", "merged.xls"])
  func refusesEveryTruncation(_ name: String) throws {
    let bytes = try Self.bytes(name)
    for length in stride(from: 64, to: bytes.count - 512, by: 397) {
      let result = ReportReader.read(Array(bytes[..<length]), file: name)
      #expect(result.reports.isEmpty, "\(length)")
      #expect(result.diagnostics.contains { $0.severity == .error })
    }
  }
}
