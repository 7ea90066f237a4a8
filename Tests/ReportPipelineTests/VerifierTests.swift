import Foundation
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Synchronization
import Testing

@testable import ReportPipeline

@Suite struct VerifierTests {
  static let seed = Source(path: "participacion-ciudadana-2023.tsv", bytes: CanonicalDataTests.seed)

  static func report(
    _ source: Source = seed, _ options: ReportConfiguration = ReportConfiguration(), table: Int = 0,
    program: String = Program.signature
  ) throws -> [UInt8] {
    let reading = Job.read(source, sheet: nil)
    try #require(reading.reports.indices.contains(table), "\(reading.diagnostics)")
    return try Job.pdf(reading, table: table, options: options, program: program)
  }

  static func verify(_ bytes: [UInt8], against source: Source? = nil) throws -> Verification {
    try Verifier().verify(bytes, named: "a.pdf", against: source.map(ProofBasis.init))
  }

  static let twoTables = Source(
    path: "dos.tsv",
    bytes: Array((CanonicalDataTests.table("A") + "\nOTRA\n" + CanonicalDataTests.table("B", "3", "4")).utf8))

  static let options: [ReportConfiguration] = [
    ReportConfiguration(), ReportConfiguration(layout: LayoutOptions(paper: .a3, language: .en)),
    ReportConfiguration(
      layout: LayoutOptions(paper: Paper(parsing: "216x300") ?? .a4, date: CalendarDate(iso: "2024-02-29"))),
    ReportConfiguration(layout: LayoutOptions(bands: Verdict.Bands(lower: 80, upper: 120) ?? .standard)),
  ]

  @Test(arguments: options) func whatWasMadeIsIdentical(_ options: ReportConfiguration) throws {
    let report = try Self.report(Self.seed, options)
    for source in [nil, Self.seed] {
      let verification = try Self.verify(report, against: source)
      #expect(verification.verdict == .identical && verification.diagnostics.count == 1)
    }
  }

  @Test(arguments: [0, 1]) func eachReportOfAFileWithSeveral(_ table: Int) throws {
    let report = try Self.report(Self.twoTables, table: table)
    #expect(try Self.verify(report).verdict == .identical)
    #expect(try Self.verify(report, against: Self.twoTables).verdict == .identical)
  }

  @Test(arguments: [
    "datos.csv", "../x/DATOS.json", "opciones.json", "(\\) ñ 漢.tsv", String(repeating: "ñ", count: 10_000),
  ])
  func sourcesOfAnyName(_ name: String) throws {
    let report = try Self.report(Source(path: name, bytes: Self.seed.bytes))
    #expect(try Self.verify(report).verdict == .identical)
  }

  @Test func anotherSourceIsFound() throws {
    var other = Self.seed
    other.bytes.append(contentsOf: Array("\n".utf8))
    let verification = try Self.verify(try Self.report(), against: other)
    #expect(verification.verdict == .altered)
    #expect(verification.diagnostics.contains { $0.code == "source-differs" })
  }

  /// Another version signs otherwise; what it says is the same.
  @Test func anotherVersionsReportSaysTheSame() throws {
    let verification = try Self.verify(try Self.report(program: "informe 0.0.9"))
    #expect(verification.verdict == .sameContent)
    #expect(verification.diagnostics.map(\.code) == ["same-content"])
    #expect(verification.diagnostics[0].message.en.contains("informe 0.0.9"))
  }

  /// A forger may name another version, but not say other things.
  @Test func otherWordsOfAnotherVersionAreFound() throws {
    let forgery = try Forgery(try Self.report(program: "informe 0.0.9"))
    for (part, data) in try forgery.parts() where part == .page(1) {
      var data = data
      let place = try #require(data.firstRange(of: Array("Informe".utf8))?.lowerBound)
      data[place] = UInt8(ascii: "O")
      let verification = try Self.verify(try forgery.replacing(part, with: data))
      #expect(verification.verdict == .altered)
      #expect(verification.diagnostics.contains { $0.code == "text-differs" })
    }
  }

  @Test(arguments: [PDFStandard.a2a, .none]) func withoutDataNothingCanBeSaid(_ standard: PDFStandard) throws {
    for layout in Self.options.prefix(3).map(\.layout) {
      let report = try Self.report(Self.seed, ReportConfiguration(layout: layout, standard: standard))
      #expect(try Self.verify(report).verdict == .unproven)
      #expect(try Self.verify(report, against: Self.seed).verdict == .identical)
      #expect(try Self.verify(report, against: Self.twoTables).verdict == .altered)
    }
  }

  @Test func tellsARevisionThatChangesNothing() throws {
    let report = try Self.report()
    let forgery = try Forgery(report)
    let metadata = try #require(try forgery.parts().first { $0.part == .metadata })
    let verification = try Self.verify(try forgery.replacing(metadata.part, with: metadata.data))
    #expect(verification.verdict == .altered)
    #expect(verification.diagnostics.map(\.code) == ["altered", "revision-appended"])
  }

  @Test func tellsBytesThatNobodySees() throws {
    var report = try Self.report()
    report.append(10)
    let verification = try Self.verify(report)
    #expect(verification.diagnostics.map(\.code) == ["altered", "bytes-differ"])
  }

  @Test func aSourceThatMakesNoReportIsFound() throws {
    let forgery = try Forgery(try Self.report())
    let forged = try forgery.replacing(.attachment(Self.seed.path), with: Array("nada".utf8))
    let codes = try Self.verify(forged).diagnostics.map(\.code)
    #expect(codes == ["altered", "damaged-attachment", "source-unusable"])
    let without = try Self.verify(try forgery.replacing(.attachment("opciones.json"), with: Array("{}".utf8)))
    #expect(without.verdict == .altered && without.diagnostics.contains { $0.code == "attachment-differs" })
  }
}
