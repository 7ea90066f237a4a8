import Foundation
import ReportModel
import Testing

@testable import ReportIngest

/// Tables whose every figure is known, read again: never a wrong figure, never a lost column, never a false finding.
/// `KNOWN_TABLES=3000` in the environment makes so many of them.
@Suite struct KnownTableTests {
  static var count: Int { ProcessInfo.processInfo.environment["KNOWN_TABLES"].flatMap { Int($0) } ?? 150 }

  struct Reading {
    let report: Report?
    let diagnostics: [Diagnostic]
  }

  static func read(_ maker: TableMaker, merged: Bool) throws -> Reading {
    guard merged else {
      let result = ReportReader.read(Array(maker.text.utf8), file: "t.tsv")
      return Reading(report: result.reports.first, diagnostics: result.diagnostics)
    }
    var diagnostics: [Diagnostic] = []
    let reports = ReportReader.reports(in: try Grid(maker.sheet, file: "t.xlsx"), &diagnostics)
    return Reading(report: reports.first, diagnostics: diagnostics)
  }

  @Test func readsWhatWasWritten() throws {
    var (refusals, made): ([String: Int], [String: Int]) = ([:], [:])
    for seed in 0..<UInt64(Self.count) {
      let maker = TableMaker(seed: seed)
      made["\(maker.truth.form)", default: 0] += 2
      for merged in [false, true] {
        let reading = try Self.read(maker, merged: merged)
        guard let report = reading.report else {
          let code = reading.diagnostics.first { $0.severity == .error }?.code ?? "none"
          refusals["\(maker.truth.form): \(code)", default: 0] += 1
          #expect(code == "known", "seed \(seed), merged \(merged): \(reading.diagnostics.map(\.code))\n\(maker.text)")
          continue
        }
        let faults = Self.faults(report, reading.diagnostics, maker.truth)
        #expect(faults.isEmpty, "seed \(seed), merged \(merged): \(faults)\n\(maker.text)")
      }
    }
    if Self.count > 150 { print("refused of \(made): \(refusals)") }
    #expect(refusals.values.reduce(0, +) * 10 < Self.count, "\(refusals)")
  }

  private static func faults(_ report: Report, _ diagnostics: [Diagnostic], _ truth: TableMaker.Truth) -> [String] {
    var faults: [String] = []
    if report.periods.map(\.months) != truth.months.map(Optional.some) { faults.append("periods") }
    if report.year?.value != truth.year { faults.append("year") }
    if report.activities.map(\.name.value) != truth.names { faults.append("names") }
    guard faults.isEmpty else { return faults }
    for (row, activity) in report.activities.enumerated() { faults += self.faults(activity, row, report, truth) }
    let extras = report.activities.map { $0.extras.map { $0?.value ?? "" } }
    let expected = truth.names.indices.map { row in truth.extras.map { $0[row] } }
    if extras != expected { faults.append("extras \(extras) \(expected)") }
    // The sum of all periods behind them is the year's, where no column of its own says it.
    let isAnnual = !truth.hasGoal && report.activities.allSatisfy { $0.annual.goal.origin == .stated }
    if report.subtotals.count + (isAnnual ? 1 : 0) != truth.subtotalCount { faults.append("subtotals") }
    if report.totals.count != truth.totalRows { faults.append("totals") }
    if report.notes.count != truth.notes { faults.append("notes") }
    if report.sourceSigners.count != truth.signers { faults.append("signers") }
    let findings = Audit.findings(in: report).map(\.code)
    if !findings.isEmpty { faults.append("findings \(findings)") }
    let warnings = diagnostics.filter { $0.severity != .note && $0.code != "unknown-column" }.map(\.code)
    if !warnings.isEmpty { faults.append("warnings \(warnings)") }
    return faults
  }

  private static func faults(
    _ activity: Activity, _ row: Int, _ report: Report, _ truth: TableMaker.Truth
  ) -> [String] {
    var faults: [String] = []
    let figures = activity.periods.map { [$0.programmed.quantity, $0.real.quantity] }
    if figures != truth.figures[row].map({ [Quantity($0.0), Quantity($0.1)] }) { faults.append("figures of \(row)") }
    let isRate = truth.isRate[row]
    let programmed = truth.figures[row].reduce(0) { $0 + $1.0 }
    // What a column of sums says of a rate is not for us to judge.
    let ratesGoal = activity.annual.goal.origin == .stated ? activity.annual.goal.quantity : nil
    let goal = truth.hasGoal ? Quantity(truth.goals[row]) : isRate ? ratesGoal : Quantity(programmed)
    if activity.annual.goal.quantity != goal { faults.append("goal of \(row)") }
    let sum = truth.figures[row].reduce(0) { $0 + $1.1 }
    // A running sum may say the year's real figure; a rate has none but a stated one.
    let real = isRate ? activity.annual.real.origin == .stated ? activity.annual.real.quantity : nil : Quantity(sum)
    if activity.annual.real.quantity != real { faults.append("real of \(row)") }
    return faults
  }
}
