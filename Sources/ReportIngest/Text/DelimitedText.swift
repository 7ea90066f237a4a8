import ReportModel

/// Text with a separator between cells, as spreadsheets export it (RFC 4180, with tabs as well).
///
/// A cell that begins with a quote runs to the closing quote, a doubled quote inside standing for one; in such a cell
/// line breaks are text. A quote without a closing one before the next separator or line end is an ordinary character.
/// Works on scalars: a carriage return with a line feed, and a separator with a combining mark, are one `Character`.
struct DelimitedText {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var position: Int
  private var line: Int

  /// The separator is the one a first line `sep=;` states, as Excel writes it, else the first that shows a header.
  static func grid(_ text: String, file: String) -> Grid {
    let scalars = Array(text.unicodeScalars)
    if let stated = statedSeparator(scalars) {
      return grid(scalars, separator: stated.separator, from: stated.end, line: 2, file)
    }
    let grids = separators.lazy.filter(scalars.contains).map { grid(scalars, separator: $0, from: 0, line: 1, file) }
    return grids.first(where: showsHeader) ?? grids.first
      ?? grid(scalars, separator: "\t", from: 0, line: 1, file)
  }

  /// Near the top; a file of other text is not searched to its end for each separator.
  private static func showsHeader(_ grid: Grid) -> Bool {
    HeaderLocator.isHeader(in: grid.rows.prefix(500))
  }

  /// In the order they are tried.
  private static let separators: [Unicode.Scalar] = ["\t", ";", ",", "|"]

  private static func grid(
    _ scalars: [Unicode.Scalar], separator: Unicode.Scalar, from position: Int, line: Int, _ file: String
  ) -> Grid {
    var reader = DelimitedText(scalars: scalars, separator: separator, position: position, line: line)
    return Grid(file: file, sheet: nil, rows: reader.rows(), separator: separator)
  }

  private static func statedSeparator(_ scalars: [Unicode.Scalar]) -> (separator: Unicode.Scalar, end: Int)? {
    guard String(String.UnicodeScalarView(scalars.prefix(4))).lowercased() == "sep=", scalars.count > 5 else {
      return nil
    }
    var end = 5
    guard scalars[end] == "\n" || scalars[end] == "\r" else { return nil }
    if scalars[end] == "\r", end + 1 < scalars.count, scalars[end + 1] == "\n" { end += 1 }
    return (scalars[4], end + 1)
  }

  private mutating func rows() -> [Grid.Row] {
    var rows: [Grid.Row] = []
    while position < scalars.count {
      let number = line
      var cells = [cell()]
      while position < scalars.count, scalars[position] == separator {
        position += 1
        cells.append(cell())
      }
      endLine()
      rows.append(Grid.Row(number: number, cells: cells))
    }
    return rows
  }

  private mutating func cell() -> String {
    if position < scalars.count, scalars[position] == "\"", let end = closingQuote() { return quoted(until: end) }
    let start = position
    while position < scalars.count, !isEnd(position) { position += 1 }
    return text(scalars[start..<position])
  }

  private func isEnd(_ index: Int) -> Bool {
    index >= scalars.count || scalars[index] == separator || scalars[index] == "\n" || scalars[index] == "\r"
  }

  /// Where the quote closes that opens here: behind it the cell must end. In a table with tabs, a stretch over several
  /// lines with many tabs in it is no cell but whole rows between two quotes that are meant as they stand.
  private func closingQuote() -> Int? {
    var (index, tabs, hasBreak) = (position + 1, 0, false)
    while index < scalars.count {
      switch scalars[index] {
      case "\"":
        guard index + 1 < scalars.count, scalars[index + 1] == "\"" else { return isEnd(index + 1) ? index : nil }
        index += 1
      case "\t": tabs += separator == "\t" ? 1 : 0
      case "\n", "\r": hasBreak = true
      default: break
      }
      if tabs > 5, hasBreak { return nil }
      index += 1
    }
    return nil
  }

  private mutating func quoted(until end: Int) -> String {
    var content: [Unicode.Scalar] = []
    var index = position + 1
    while index < end {
      if scalars[index] == "\"" { index += 1 }
      if scalars[index] == "\n" || scalars[index] == "\r" && scalars[index + 1] != "\n" { line += 1 }
      content.append(scalars[index])
      index += 1
    }
    position = end + 1
    return text(content[...])
  }

  private mutating func endLine() {
    guard position < scalars.count else { return }
    if scalars[position] == "\r", position + 1 < scalars.count, scalars[position + 1] == "\n" { position += 1 }
    position += 1
    line += 1
  }

  private func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: part)
    return String(text)
  }
}
