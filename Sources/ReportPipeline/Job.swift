import CairoBackend
import PDFFinisher
import Pages
public import ReportConfiguration
import ReportIngest
public import ReportLayout
public import ReportModel
import TextShaping
public import Workers

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
  /// - Parameter table: which of the reading's reports.
  public static func pdf(
    _ reading: Reading, table: Int, options: ReportConfiguration, workers: Workers = .one
  ) throws(RenderFailure) -> [UInt8] {
    try pdf(reading, table: table, options: options, program: Program.signature, workers: workers)
  }

  /// - Parameter program: what the report says it was made with.
  static func pdf(
    _ reading: Reading, table: Int, options: ReportConfiguration, program: String, workers: Workers = .one
  ) throws(RenderFailure) -> [UInt8] {
    let (report, findings) = reading.reports[table]
    let data = CanonicalData(report)
    let recipe = Recipe(
      program: program, source: reading.source.name, onlySheet: reading.onlySheet, table: table, options: options)
    let carried = ReportAttachments(source: reading.source, report: report, data: data, recipe: recipe)
    let settings = FileSettings(
      creator: Program.nameAndVersion, producer: program, standard: options.standard,
      attachments: options.standard == .a3a ? carried.all : [])
    let plan = try plan(report, findings, options.layout, data, workers)
    do {
      return try PDFMaker(plan: plan, settings: settings).file(workers)
    } catch {
      throw .broken(String(describing: error))
    }
  }

  /// A report as pictures, one a page.
  public static func pngs(
    _ report: Report, findings: [Diagnostic], options: LayoutOptions, pixelsPerInch: Double
  ) throws(RenderFailure) -> [[UInt8]] {
    let document = try plan(report, findings, options, CanonicalData(report), .one).document
    do {
      return try document.pages.map { try CairoPNG.draw($0, pixelsPerInch: pixelsPerInch) }
    } catch {
      throw .broken(String(describing: error))
    }
  }

  /// A report as drawings for the web, one a page.
  public static func svgs(
    _ report: Report, findings: [Diagnostic], options: LayoutOptions
  ) throws(RenderFailure) -> [[UInt8]] {
    let document = try plan(report, findings, options, CanonicalData(report), .one).document
    do {
      return try document.pages.map { try CairoSVG.draw($0) }
    } catch {
      throw .broken(String(describing: error))
    }
  }

  static func plan(
    _ report: Report, _ findings: [Diagnostic], _ options: LayoutOptions, _ data: CanonicalData, _ workers: Workers
  ) throws(RenderFailure) -> DocumentPlan {
    var options = options
    options.dataHash = data.shortForm
    let shaper = TextShaper(hyphenating: options.language == .es ? .spanish : .english)
    do {
      var plan = try ReportLayout.plan(
        for: report, findings: findings, options: options, measuring: shaper, workers: workers)
      plan.metadata.keywords.append(data.keyword)
      return plan
    } catch {
      throw .unsettable(error.diagnostics)
    }
  }
}

/// Why a report could not be made.
public enum RenderFailure: Error {
  /// Texts with characters no font has.
  case unsettable([Diagnostic])
  /// The report is made, but cannot be written.
  case file(FileFailure)
  /// An error of ours or of a library below.
  case broken(String)
}
