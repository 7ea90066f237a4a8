import CodeTables
import Foundation
import Testing

@testable import ReportIngest

/// Everything reading may say is in the table of the module's document, and nothing else is.
@Suite struct DiagnosticTableTests {
  static let module = URL(filePath: #filePath).appending(path: "../../../Sources/ReportIngest").standardized

  @Test func documentListsEveryCode() throws {
    #expect(try CodeTable("ReportIngest").listed() == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test func everyCodeIsMade() throws { #expect(try CodeTable("ReportIngest").unused(DiagnosticCode.self) == []) }

  /// Every word that a header may use stands in the document, under what it heads, in the same order.
  @Test func documentListsEveryWord() throws {
    let document = try String(contentsOf: Self.module.appending(path: "README.md"), encoding: .utf8)
    func row(_ head: String) -> [String]? {
      let line = document.split(separator: "\n").first { $0.hasPrefix("| \(head) |") }
      return line.map { line in
        line.dropFirst(head.count + 5).dropLast(2).split(separator: ", ").map(String.init)
      }
    }
    for meaning in HeaderWords.Meaning.allCases { #expect(row("`\(meaning)`") == HeaderWords.words[meaning]) }
    #expect(row("the whole year, over several columns") == HeaderWords.annualGroups)
    #expect(row("a sum of periods").map(Set.init) == HeaderWords.sums)
    #expect(row("a running sum").map(Set.init) == HeaderWords.accumulating)
    #expect(row("money").map(Set.init) == HeaderWords.money)
  }

  /// And every word that a period's label may use.
  @Test func documentListsEveryWordOfPeriods() throws {
    let document = try String(contentsOf: Self.module.appending(path: "README.md"), encoding: .utf8)
    let table = document.firstRange(of: "## The words of periods").map { document[$0.upperBound...] } ?? ""
    let rows = table.prefix(upTo: table.firstRange(of: "\n## ")?.lowerBound ?? table.endIndex)
      .matches(of: /(?m)^\| (?<head>[^|]+) \| (?<words>[A-ZÑ, ]+) \|$/)
      .map { ("\($0.head)", "\($0.words)".split(separator: ", ").map(String.init)) }
    let listed = Dictionary(rows, uniquingKeysWith: +)
    let stretches = [1: "a month", 2: "two months", 3: "a quarter", 4: "four months", 6: "half a year", 12: "the year"]
    var expected: [String: Set<String>] = [
      "endings of numbers": PeriodLabel.ordinalEndings, "words that say nothing of it": PeriodLabel.connectives,
    ]
    for (index, name) in PeriodLabel.monthNames.enumerated() {
      expected["month \(index + 1)"] = Set(PeriodLabel.spellings.filter { $0.value == index + 1 }.keys).union([name])
    }
    for (index, words) in PeriodLabel.ordinals.enumerated() { expected["number \(index + 1)"] = words }
    for (months, words) in PeriodLabel.units { expected["\(stretches[months] ?? ""), with its number"] = words }
    for (months, words) in PeriodLabel.divisions {
      expected["the year parted: \(stretches[months] ?? "") each"] = words
    }
    #expect(listed.mapValues { Set($0) } == expected)
    #expect(listed.values.allSatisfy { Set($0).count == $0.count })
  }
}
