import ReportModel

/// Text with a separator between cells, as spreadsheets export it (RFC 4180, with tabs as well).
///
/// A cell that begins with a quote runs to the closing quote, a doubled quote inside standing for one; in such a cell
/// line breaks are text. A quote without a closing one before the next separator or line end is an ordinary character.
/// Works on bytes of UTF-8, in which separators, quotes and line ends are always themselves: a carriage return with a line
/// feed, and a separator with a combining mark, are one `Character`.
struct DelimitedText {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line: Int

  /// The separator is the one a first line `sep=;` states, as Excel writes it, else the first that shows a header.
  static func grid(_ text: String, file: String) -> Grid {
    let bytes = Array(text.utf8)
    if let stated = statedSeparator(bytes) {
      return grid(bytes, separator: stated.separator, from: stated.end, line: 2, file)
    }
    let grids = separators.lazy.filter(bytes.contains).map { grid(bytes, separator: $0, from: 0, line: 1, file) }
    return grids.first(where: showsHeader) ?? grids.first ?? grid(bytes, separator: tab, from: 0, line: 1, file)
  }

  /// Near the top; a file of other text is not searched to its end for each separator.
  private static func showsHeader(_ grid: Grid) -> Bool {
    var top = grid
    top.rows = Array(grid.rows.prefix(500))
    return UsualLayout.hasTable(top)
  }

  /// In the order they are tried.
  private static let separators: [UInt8] = [tab, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]

  private static let (tab, quote) = (UInt8(ascii: "\t"), UInt8(ascii: "\""))
  private static let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  private static func grid(
    _ bytes: [UInt8], separator: UInt8, from position: Int, line: Int, _ file: String
  ) -> Grid {
    var reader = DelimitedText(bytes: bytes, separator: separator, position: position, line: line)
    return Grid(file: file, sheet: nil, rows: reader.rows(), separator: Unicode.Scalar(separator))
  }

  /// Of ASCII, as Excel's are; a line end behind it.
  private static func statedSeparator(_ bytes: [UInt8]) -> (separator: UInt8, end: Int)? {
    guard bytes.count > 5, String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "sep=", bytes[4] < 0x80
    else { return nil }
    var end = 5
    guard bytes[end] == lineFeed || bytes[end] == carriageReturn else { return nil }
    if bytes[end] == carriageReturn, end + 1 < bytes.count, bytes[end + 1] == lineFeed { end += 1 }
    return (bytes[4], end + 1)
  }

  private mutating func rows() -> [Grid.Row] {
    var rows: [Grid.Row] = []
    while position < bytes.count {
      let number = line
      var cells = [cell()]
      while position < bytes.count, bytes[position] == separator {
        position += 1
        cells.append(cell())
      }
      endLine()
      rows.append(Grid.Row(number: number, cells: cells))
    }
    return rows
  }

  private mutating func cell() -> String {
    if position < bytes.count, bytes[position] == Self.quote, let end = closingQuote() {
      return withoutFormula(quoted(until: end))
    }
    let start = position
    while position < bytes.count, !isEnd(position) { position += 1 }
    return withoutFormula(text(bytes[start..<position]))
  }

  /// `="10"`: how programs keep a spreadsheet from changing a text; it is the text.
  private func withoutFormula(_ cell: String) -> String {
    guard cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 3 else { return cell }
    let inner = cell.dropFirst(2).dropLast()
    return inner.contains("\"") ? cell : String(inner)
  }

  private func isEnd(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == separator || bytes[index] == Self.lineFeed
      || bytes[index] == Self.carriageReturn
  }

  /// Where the quote closes that opens here: behind it the cell must end. In a table with tabs, a stretch over several
  /// lines with many tabs in it is no cell but whole rows between two quotes that are meant as they stand.
  private func closingQuote() -> Int? {
    var (index, tabs, hasBreak) = (position + 1, 0, false)
    while index < bytes.count {
      switch bytes[index] {
      case Self.quote:
        guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { return isEnd(index + 1) ? index : nil }
        index += 1
      case Self.tab: tabs += separator == Self.tab ? 1 : 0
      case Self.lineFeed, Self.carriageReturn: hasBreak = true
      default: break
      }
      if tabs > 5, hasBreak { return nil }
      index += 1
    }
    return nil
  }

  private mutating func quoted(until end: Int) -> String {
    var content: [UInt8] = []
    var index = position + 1
    while index < end {
      if bytes[index] == Self.quote { index += 1 }
      if bytes[index] == Self.lineFeed || bytes[index] == Self.carriageReturn && bytes[index + 1] != Self.lineFeed {
        line += 1
      }
      content.append(bytes[index])
      index += 1
    }
    position = end + 1
    return text(content[...])
  }

  private mutating func endLine() {
    guard position < bytes.count else { return }
    if bytes[position] == Self.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == Self.lineFeed {
      position += 1
    }
    position += 1
    line += 1
  }

  private func text(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
}
