import Foundation
import ReportIngest
import ReportModel
import Testing

/// The real table, figure by figure.
@Suite struct SeedTests {
  static func read() throws -> Report {
    let url = try #require(
      Bundle.module.url(
        forResource: "participacion-ciudadana-2023", withExtension: "tsv", subdirectory: "Fixtures"))
    let result = ReportReader.read([UInt8](try Data(contentsOf: url)), file: "seed.tsv")
    #expect(result.diagnostics.isEmpty)
    return try #require(result.reports.first)
  }

  @Test func header() throws {
    let report = try Self.read()
    #expect(
      report.department
        == Sourced("DIRECCIÓN DE PARTICIPACIÓN CIUDADANA", at: .init(file: "seed.tsv", row: 3, column: 1)))
    #expect(report.titleLines.isEmpty)
    #expect(report.year == Sourced(2023, at: .init(file: "seed.tsv", row: 5, column: 4)))
    #expect(report.scheme == .bimonthly)
    #expect(report.periods.map(\.label).first == "ENERO/FEBRERO")
    #expect(report.periods.map(\.months) == [1...2, 3...4, 5...6, 7...8, 9...10, 11...12])
    #expect(report.signs == SignConventions(period: .programmedMinusReal, annual: .realMinusProgrammed))
  }

  @Test func figures() throws {
    let activities = try Self.read().activities
    #expect(activities.map { $0.number?.value } == ["1", "2", "3", "4", "5"])
    func row(_ activity: Activity) -> [String] {
      activity.periods.flatMap { [$0.programmed.text, $0.real.text, $0.variance.text] }
        + [activity.annual.goal.text, activity.annual.real.text, activity.annual.variation.text]
    }
    let rows = [
      "0 0 0 13 13 0 0 0 0 0 0 0 37 37 0 0 0 0 50 50 0", "0 0 0 15 42 -27 0 0 0 15 28 -13 0 0 0 0 0 0 30 70 40+",
      "0 0 0 0 0 0 7 23 -16 0 0 0 0 0 0 8 14 0 15 37 22+", "0 0 0 0 0 0 2 2 0 0 0 0 0 0 0 2 3 0 4 5 1+",
      "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 0 1 1 0",
    ]
    #expect(activities.map { row($0).joined(separator: " ") } == rows)
    #expect(activities[1].annual.variation.quantity == Quantity(40))
    #expect(activities[1].annual.variation.location == SourceLocation(file: "seed.tsv", row: 9, column: 24))
    #expect(activities[2].objective?.value.contains("de la cabecera , para lograr") == true)
  }

  @Test func exactlyTwoFindings() throws {
    let findings = Audit.findings(in: try Self.read())
    #expect(findings.map(\.code) == ["variance-mismatch", "variance-mismatch"])
    #expect(findings.map(\.location.description) == ["seed.tsv:10:21", "seed.tsv:11:21"])
    #expect(findings.map(\.discrepancy?.computed) == [Quantity(-6), Quantity(-1)])
  }

  @Test(
    arguments: [
      ([], "empty-file"), (Array("%PDF-1.7\n".utf8), "not-a-table"), ([0x50, 0x4B, 3, 4, 20], "damaged-file"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "damaged-file"), (Array("a\tb\n\0".utf8), "binary-data"),
      (Array("á\né\n".utf8) + [0xD3, 0x4E], "mixed-encoding"), (Array(" \n\t\n".utf8), "empty-file"),
    ] as [([UInt8], String)])
  func refusesWhatIsNoTable(_ bytes: [UInt8], _ code: String) {
    let result = ReportReader.read(bytes, file: "x")
    #expect(result.reports.isEmpty)
    #expect(result.diagnostics.map(\.code) == [code])
  }

  @Test func namesTheLineThatIsNotUTF8() {
    let result = ReportReader.read(Array("á\né\n".utf8) + [0xD3, 0x4E, 0x0A], file: "x")
    #expect(result.diagnostics.first?.location == SourceLocation(file: "x", row: 3))
  }
}
