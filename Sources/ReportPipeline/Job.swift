import CairoBackend
import PDFFinisher
import Pages
import ReportIngest
public import ReportLayout
public import ReportModel
public import Workers

/// One input on its way to its reports. Each step is a function of the one before; a caller may stop after any.
public struct Job: Sendable {
  /// An input read and judged: reports with their findings, and what reading had to say.
  public struct Reading: Sendable {
    public var reports: [(report: Report, findings: [Diagnostic])]
    /// Errors and notes of reading; no report exists if there is an error among them.
    public var diagnostics: [Diagnostic]
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
    let result = ReportReader.read(try InputFile.read(input), file: input, sheet: sheet)
    return Reading(
      reports: result.reports.map { ($0, Audit.findings(in: $0)) }, diagnostics: result.diagnostics)
  }

  /// A report as a finished PDF file.
  /// - Parameter bench: what earlier jobs of the same worker left; by default nothing.
  public static func pdf(
    _ report: Report, findings: [Diagnostic], options: LayoutOptions, workers: Workers = .one,
    bench: Workbench = Workbench()
  ) throws(RenderFailure) -> [UInt8] {
    let plan = try plan(report, findings, options, workers, bench)
    do {
      return try PDFMaker(plan: plan, settings: settings).file(workers)
    } catch {
      throw .broken(String(describing: error))
    }
  }

  private static var settings: FileSettings {
    let name = Program.nameAndVersion
    return FileSettings(creator: name, producer: "\(name) (\(CairoPDF.engine))")
  }

  /// A report as pictures, one a page.
  public static func pngs(
    _ report: Report, findings: [Diagnostic], options: LayoutOptions, pixelsPerInch: Double,
    bench: Workbench = Workbench()
  ) throws(RenderFailure) -> [[UInt8]] {
    let document = try plan(report, findings, options, .one, bench).document
    do {
      return try document.pages.map { try CairoPNG.draw($0, pixelsPerInch: pixelsPerInch) }
    } catch {
      throw .broken(String(describing: error))
    }
  }

  private static func plan(
    _ report: Report, _ findings: [Diagnostic], _ options: LayoutOptions, _ workers: Workers, _ bench: Workbench
  ) throws(RenderFailure) -> DocumentPlan {
    let shaper = bench.shaper(for: options.language, activities: report.activities.count)
    do {
      return try ReportLayout.plan(
        for: report, findings: findings, options: options, measuring: shaper, workers: workers)
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
