import ReportModel

/// What is short in every table: a longer text is no label and no name, and would leave a page no room for the table.
enum ShortText {
  /// A cell of a header, or a column's header of several cells.
  case header
  case office
  case unit
  case totalLabel
  /// What a signer does, is called, or holds as post.
  case signature
  case note
  /// All lines above a table together.
  case titles

  /// The most characters.
  var longest: Int {
    switch self {
    case .header, .office, .totalLabel, .signature: 500
    // It stands in the sentence that says what was achieved.
    case .unit: 200
    case .note: 3_000
    case .titles: 4_000
    }
  }

  /// An error where it is longer; nil where it is not.
  private func diagnostic(_ text: Sourced<String>) -> Diagnostic? {
    text.value.count > longest ? .tooLong(self, text.value.count, at: text.location) : nil
  }
}

// Of a table
extension ShortText {
  /// What is too long above the figures.
  static func diagnostics(_ grid: Grid, _ table: TableRegion) -> [Diagnostic] {
    let cells = table.block.rows.flatMap { row in
      grid.rows[row].cells.enumerated().map { Sourced($1, at: grid.location(row, $0)) }
    }
    return cells.compactMap(header.diagnostic) + diagnostics(table.titles)
  }

  /// What is too long of a header that stands in several cells.
  static func diagnostics(_ header: TableHeader) -> [Diagnostic] {
    header.extras.map(\.header).compactMap(ShortText.header.diagnostic)
  }

  /// What is too long beside the figures and below them.
  static func diagnostics(_ report: Report) -> [Diagnostic] {
    let signers = report.sourceSigners.flatMap { [$0.role, $0.name, $0.post] }
    return report.activities.compactMap(\.unit).compactMap(unit.diagnostic)
      + report.totals.map(\.label).compactMap(totalLabel.diagnostic)
      + signers.compactMap { $0 }.compactMap(signature.diagnostic)
      + report.notes.compactMap(note.diagnostic)
  }

  private static func diagnostics(_ lines: [Sourced<String>]) -> [Diagnostic] {
    if let name = TitleLines(lines: lines).department, let tooLong = office.diagnostic(name) { return [tooLong] }
    let count = lines.reduce(0) { $0 + $1.value.count }
    guard count > titles.longest, let longest = lines.max(by: { $0.value.count < $1.value.count }) else { return [] }
    return [.tooLong(titles, count, at: longest.location)]
  }
}
