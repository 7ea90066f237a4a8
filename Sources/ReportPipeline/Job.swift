import CairoBackend
import PDFFinisher
import Pages
public import ReportConfiguration
import ReportIngest
import ReportLayout
public import ReportModel
import Workers

/// One input on its way to its reports. Each step is a function of the one before; a caller may stop after any.
public struct Job: Sendable {
  /// An input read and judged: reports with their findings, and what reading had to say.
  public struct Reading: Sendable {
    public var reports: [(report: Report, findings: [Diagnostic])]
    /// Errors and notes of reading; no report exists if there is an error among them.
    public var diagnostics: [Diagnostic]
    /// What was read, for the reports to carry.
    public var source: Source
    /// The only sheet that was asked for.
    public var onlySheet: String?
  }

  /// The input as the user named it.
  public let input: String
  /// The only sheet to read, by name or number; nil for all that are not hidden.
  public let sheet: String?

  public init(input: String, sheet: String? = nil) {
    self.input = input
    self.sheet = sheet
  }

  /// Reads and audits the input.
  /// - Throws: when the file cannot be read; what is wrong inside it is among the diagnostics.
  public func read() throws(FileFailure) -> Reading {
    Job.read(Source(path: input, bytes: try InputFile.read(input)), sheet: sheet)
  }

  /// Reads and audits what was read already.
  public static func read(_ source: Source, sheet: String?) -> Reading {
    let result = ReportReader.read(source.bytes, file: source.path, sheet: sheet)
    return Reading(
      reports: result.reports.map { ($0, Audit.findings(in: $0)) }, diagnostics: result.diagnostics, source: source,
      onlySheet: sheet)
  }

  /// A report as a finished PDF file that carries its source, its data and how it was made, where the standard allows.
  /// - Parameters:
  ///   - table: which of the reading's reports.
  ///   - bench: what earlier jobs of the same worker left; by default nothing.
  public static func pdf(
    _ reading: Reading, table: Int, options: ReportConfiguration, bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> [UInt8] {
    try pdf(reading, table: table, options: options, program: Program.signature, bench: bench)
  }

  /// What `pdf` would make the report from.
  public static func origin(_ reading: Reading, table: Int, options: ReportConfiguration) -> Origin {
    Origin(carried(reading, table, options, Program.signature))
  }

  /// - Parameter program: what the report says it was made with.
  static func pdf(
    _ reading: Reading, table: Int, options: ReportConfiguration, program: String,
    bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> [UInt8] {
    let (report, findings) = reading.reports[table]
    let settings = FileSettings(
      creator: Program.name(in: program), producer: program, standard: options.standard)
    // Pages are planned while the files that the report carries are written.
    let (laidOut, carried) = Threads.both(
      { layout(report, findings, options, bench) },
      {
        let all = Job.carried(reading, table, options, program)
        return CarriedData(data: all.data, origin: Origin(all), files: all.all, options: options)
      })
    var plan = try laidOut.get().document(dataHash: carried.shortForm)
    plan.metadata.keywords += carried.keywords
    do {
      return try PDFMaker(plan: plan, settings: settings).file(carrying: carried.files)
    } catch {
      throw .broken(String(describing: error))
    }
  }

  private static func carried(
    _ reading: Reading, _ table: Int, _ options: ReportConfiguration, _ program: String
  ) -> ReportAttachments {
    let report = reading.reports[table].report
    var options = options
    options.volume = VolumeOptions()
    let renderOptions = RenderOptions(
      program: program, source: reading.source.name, onlySheet: reading.onlySheet, table: table, configuration: options)
    return ReportAttachments(
      source: reading.source, report: report, data: CanonicalData(report), renderOptions: renderOptions)
  }

  /// A report as pictures, one a page.
  public static func pngs(
    _ report: Report, findings: [Diagnostic], options: ReportConfiguration, pixelsPerInch: Double,
    bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> [[UInt8]] {
    let document = try plan(report, findings, options, bench).document
    do {
      return try document.pages.map { try CairoPNG.draw($0, pixelsPerInch: pixelsPerInch) }
    } catch {
      throw .broken(String(describing: error))
    }
  }

  /// A report as drawings for the web, one a page.
  /// - Parameter atMost: pages; the rest are not even laid out.
  public static func svgs(
    _ report: Report, findings: [Diagnostic], options: ReportConfiguration, atMost most: Int = .max,
    bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> [[UInt8]] {
    let document = try plan(report, findings, options, bench).document
    do {
      let words = document.metadata.title
      return try document.pages.prefix(most).enumerated().map { index, page in
        try CairoSVG.draw(page, title: "\(words) (\(index + 1)/\(document.pages.count))")
      }
    } catch {
      throw .broken(String(describing: error))
    }
  }

  static func plan(
    _ report: Report, _ findings: [Diagnostic], _ options: ReportConfiguration, _ bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> DocumentPlan {
    let data = CanonicalData(report)
    var document = try layout(report, findings, options, bench).get().document(dataHash: data.shortForm)
    document.metadata.keywords.append(data.keyword)
    return document
  }

  /// The report's pages, before anything is known of its data's checksum.
  private static func layout(
    _ report: Report, _ findings: [Diagnostic], _ options: ReportConfiguration, _ bench: ShaperCache
  ) -> Result<ReportPlan, RenderFailure> {
    let shaper = bench.shaper(for: options.layout.language, activities: report.activities.count)
    do {
      return .success(
        try ReportLayout.plan(
          for: report, findings: findings, options: options.layout, comparison: YearComparison(report, options),
          measuring: shaper))
    } catch {
      return .failure(.unsettable(error.diagnostics))
    }
  }
}

/// Why a report could not be made.
public enum RenderFailure: Error {
  /// Texts with characters no font has.
  case unsettable([Diagnostic])
  /// An error of ours or of a library below.
  case broken(String)
}
