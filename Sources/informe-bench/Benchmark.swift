import CairoBackend
import Glibc
import PDFFinisher
import Pages
import ReportConfiguration
import ReportIngest
import ReportLayout
import ReportModel
import ReportPipeline
import TextShaping

/// One table taken through the stages, each timed on its own and each result checked.
struct Benchmark {
  /// What a stage took, in seconds, run by run.
  struct Timing {
    let stage: String
    var runs: [Double] = []
    var median: Double { runs.sorted()[runs.count / 2] }
  }

  let source: Source
  /// Activities and wrong figures the table has.
  let activities: Int
  let wrongFigures: Int

  /// All stages, `runs` times each, by one thread; the floor among them, so that both meet the same machine.
  func timings(runs: Int) throws -> (timings: [Timing], pages: Int) {
    var timings: [String: Timing] = [:]
    var pages = 0
    for _ in 0..<runs {
      var run = Run()
      try measure(&run)
      for (stage, seconds) in run.seconds { timings[stage, default: Timing(stage: stage)].runs.append(seconds) }
      pages = run.pages
    }
    return (Run.stages.compactMap { timings[$0] }, pages)
  }

  private struct Run {
    static let stages = ["read", "audit", "layout", "draw", "finish", "whole", "floor"]
    var seconds: [String: Double] = [:]
    var pages = 0

    mutating func time<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
      let clock = ContinuousClock()
      let start = clock.now
      let result = try body()
      let taken = (clock.now - start).components
      seconds[stage, default: 0] += Double(taken.seconds) + Double(taken.attoseconds) / 1e18
      return result
    }
  }

  private func measure(_ run: inout Run) throws {
    let read = run.time("read") { ReportReader.read(source.bytes, file: source.path) }
    guard let report = read.reports.first else { throw Wrong("the table cannot be read: \(read.diagnostics)") }
    try expect(report.activities.count == activities, "\(report.activities.count) activities of \(activities)")
    let findings = run.time("audit") { Audit.findings(in: report) }
    try expect(findings.count == wrongFigures, "\(findings.count) findings of \(wrongFigures)")
    let (plan, sections) = try run.time("layout") {
      let shaper = TextShaper(hyphenating: .spanish)
      let plan = try ReportLayout.plan(
        for: report, findings: findings, options: LayoutOptions(), measuring: shaper
      ).document()
      return (plan, plan.sectionPages.indices.map { plan.section($0) })
    }
    try expect(sections.map(\.pages.count) == plan.sectionPages, "sections of other lengths than planned")
    run.pages = plan.pageCount
    let (drawn, end) = try run.time("draw") {
      var drawing = try CairoPDF()
      var drawn: [[[UInt8]]] = []
      for section in sections { drawn.append(try section.pages.map { try drawing.draw($0) }) }
      return (drawn, try drawing.finish())
    }
    try expect(drawn.first?.first?.starts(with: Array("%PDF".utf8)) == true, "Cairo drew no PDF")
    // Finishing reads its own file again, counts its pages and checks their structure: it throws when anything is amiss.
    let file = try run.time("finish") {
      var assembler = PDFAssembler(plan, FileSettings(creator: "bench", producer: "bench"))
      for (section, pages) in zip(sections, drawn) { try assembler.append(section, drawn: pages) }
      return try assembler.finish(drawn: end)
    }
    try expect(file.count > 1000 * plan.pageCount, "a file of \(file.count) bytes")
    let whole = try run.time("whole") { try Benchmark.report(source) }
    try expect(try whole == Benchmark.report(source), "other bytes the second time")
    let floor = Floor(plan.document)
    let bytes = run.time("floor") { floor.draw() }
    try expect(bytes > 1000 * plan.pageCount, "a floor of \(bytes) bytes")
  }

  /// The whole way, as the program goes it.
  static func report(_ source: Source) throws -> [UInt8] {
    let reading = Job.read(source, sheet: nil)
    return try Job.pdf(reading, table: 0, options: ReportConfiguration())
  }

  private func expect(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    if !condition { throw Wrong(words()) }
  }
}

/// A stage did something else than it is measured for.
struct Wrong: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
