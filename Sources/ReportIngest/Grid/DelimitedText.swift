import ReportModel

/// Text with a separator between cells, as spreadsheets export it (RFC 4180, with tabs as well).
///
/// A cell that begins with a quote runs to the closing quote, a doubled quote inside standing for one; in such a cell
/// line breaks are text. A quote without a closing one before the next separator or line end is an ordinary character.
/// Works on scalars: a carriage return with a line feed, and a separator with a combining mark, are one `Character`.
struct DelimitedText {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var position = 0
  private var line = 1

  static func grid(_ text: String, file: String) -> Grid {
    var reader = DelimitedText(text)
    return Grid(file: file, sheet: nil, rows: reader.rows())
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    separator = DelimitedText.separator(of: scalars)
  }

  /// A tab if there is one anywhere; else whichever of `;` and `,` makes the most cells.
  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    if scalars.contains("\t") { return "\t" }
    let semicolons = scalars.count { $0 == ";" }
    return semicolons > 0 && semicolons >= scalars.count { $0 == "," } / 2 ? ";" : ","
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

  /// Where the quote closes that opens here: behind it the cell must end.
  private func closingQuote() -> Int? {
    var index = position + 1
    while index < scalars.count {
      if scalars[index] == "\"" {
        guard index + 1 < scalars.count, scalars[index + 1] == "\"" else { return isEnd(index + 1) ? index : nil }
        index += 1
      }
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
