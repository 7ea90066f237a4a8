import ReportModel

/// Texts that are short in every table: a longer one is no label and no name, and would leave a page no room for the table.
enum ShortTexts {
  /// Of a header's cell, of a column's whole header, of an office's name, a total's label and what a signer is.
  static let longestLabel = 500
  /// Of a unit of measure, which stands in the sentence that says what was achieved.
  static let longestUnit = 200
  /// Of one note below a table.
  static let longestNote = 3_000
  /// Of all lines above a table together.
  static let longestTitles = 4_000

  /// What is too long above the figures.
  static func diagnostics(_ grid: Grid, _ table: TableRegion) -> [Diagnostic] {
    labels(grid, table.block.rows) + titles(table.titles)
  }

  /// What is too long of a header that stands in several cells.
  static func diagnostics(_ header: TableHeader) -> [Diagnostic] {
    header.extras.map(\.header).filter { $0.value.count > longestLabel }
      .map { .labelTooLong($0.value.count, at: $0.location) }
  }

  /// What is too long beside the figures and below them.
  static func diagnostics(_ report: Report) -> [Diagnostic] {
    let signers = report.sourceSigners.flatMap { [$0.role, $0.name, $0.post] }
    return tooLong(report.activities.map(\.unit), longestUnit, Diagnostic.shortTextTooLong)
      + tooLong(report.totals.map(\.label) + signers, longestLabel, Diagnostic.shortTextTooLong)
      + tooLong(report.notes, longestNote, Diagnostic.noteTooLong)
  }

  private static func tooLong(
    _ texts: [Sourced<String>?], _ longest: Int, _ diagnostic: (Int, Int, SourceLocation) -> Diagnostic
  ) -> [Diagnostic] {
    texts.compactMap { $0 }.map { (count: $0.value.count, location: $0.location) }.filter { $0.count > longest }
      .map { diagnostic($0.count, longest, $0.location) }
  }

  private static func labels(_ grid: Grid, _ rows: Range<Int>) -> [Diagnostic] {
    rows.flatMap { row in
      grid.rows[row].cells.enumerated().filter { $1.count > longestLabel }
        .map { column, cell in .labelTooLong(cell.count, at: grid.location(row, column)) }
    }
  }

  private static func titles(_ lines: [Sourced<String>]) -> [Diagnostic] {
    if let name = TitleLines(lines: lines).department, name.value.count > longestLabel {
      return [.officeTooLong(name.value.count, at: name.location)]
    }
    let count = lines.reduce(0) { $0 + $1.value.count }
    guard count > longestTitles, let longest = lines.max(by: { $0.value.count < $1.value.count }) else { return [] }
    return [.titlesTooLong(count, at: longest.location)]
  }
}
