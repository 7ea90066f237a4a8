/// What cells mean by their type, style and stored text (ECMA-376-1, 18.18.11, ST_CellType).
struct XLSXValues {
  let strings: [String]
  let formats: [NumberFormat]
  let epoch1904: Bool

  enum Kind {
    case number
    case shared
    case inline
    case string
    case error
    case boolean
    case date
  }

  /// - Parameter stored: nil when the cell has no value element.
  /// - Returns: nil for a cell that holds nothing; `damaged` is for the caller to say.
  func content(
    _ kind: Kind, style: Int, stored: String?, hasFormula: Bool, part: String
  ) throws(SpreadsheetFailure) -> Cell.Content? {
    guard let stored, !stored.isEmpty else {
      if hasFormula, !(kind == .string && stored != nil) { return .uncomputed }
      return nil
    }
    switch kind {
    case .number:
      if let content = number(stored, style) { return content }
      throw .damaged(part: part)
    case .shared:
      guard let index = Int(stored), strings.indices.contains(index) else { throw .damaged(part: part) }
      return .text(strings[index])
    case .inline, .string: return .text(XLSXStrings.unescaped(stored))
    case .error: return .error(stored)
    case .boolean: return .text(stored == "1" ? "VERDADERO" : "FALSO")
    case .date: return .date(DateText.text(iso: stored, shown: shownDate(style)) ?? stored)
    }
  }

  private func format(_ style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .plain }

  private func shownDate(_ style: Int) -> NumberFormat.DateParts {
    if case .date(let parts) = format(style) {
      parts
    } else {
      NumberFormat.DateParts(year: true, month: true, day: true)
    }
  }

  private func number(_ stored: String, _ style: Int) -> Cell.Content? {
    switch format(style) {
    case .number(let digits): NumberText.decimal(stored, digits: digits).map { .number($0) }
    case .percent(let digits): NumberText.decimal(stored, isPercent: true, digits: digits).map { .number($0) }
    case .date(let parts):
      if let text = DateText.text(serial: stored, shown: parts, epoch1904: epoch1904) {
        .date(text)
      } else {
        NumberText.decimal(stored).map { .number($0) }
      }
    }
  }
}
