import Pages
import ReportModel

/// The words of the running head.
struct HeadLines {
  struct Line {
    let text: String
    let font: (face: FontFace, size: Length)
    let color: Color
    let part: Part
    /// Whether it is the rest of the line above.
    var isContinued = false
  }

  /// Which element of the first page a line belongs to.
  enum Part {
    case title
    case municipality
    case office
    case lines
  }

  /// Left lines, from the top.
  private(set) var left: [Line]
  /// The document's title, and below it what the periods are.
  let right: [Line]

  /// More are never set, but where a name takes two lines.
  static let most = 3

  init(_ report: Report, _ options: LayoutOptions, _ words: Words, _ theme: Theme) {
    let page = theme.page
    let title = options.title ?? words.documentTitle(year: report.year?.value)
    right = [
      Line(text: title, font: page.title, color: theme.ink.text, part: .title),
      Line(text: words.progress(report.scheme), font: page.line, color: theme.ink.quiet, part: .lines),
    ]
    let department = options.department ?? report.department?.value
    let rest = HeadLines.rest(report, options).joined(separator: " \u{B7} ")
    var lines: [Line] = []
    if let municipality = options.municipality {
      lines.append(Line(text: municipality, font: page.office, color: theme.ink.text, part: .municipality))
    }
    if let department {
      let font = lines.isEmpty ? page.office : page.department
      lines.append(Line(text: department, font: font, color: theme.ink.text, part: .office))
    }
    if !rest.isEmpty { lines.append(Line(text: rest, font: page.line, color: theme.ink.quiet, part: .lines)) }
    left = lines
  }

  /// Of a volume's own pages.
  /// - Parameters:
  ///   - title: the volume's.
  ///   - section: what the page is.
  ///   - scope: what the volume binds.
  init(title: String, section: String, scope: String, _ options: LayoutOptions, _ theme: Theme) {
    let page = theme.page
    right = [
      Line(text: title, font: page.title, color: theme.ink.text, part: .title),
      Line(text: scope, font: page.line, color: theme.ink.quiet, part: .lines),
    ]
    let names = [options.municipality, options.department].compactMap { $0 }
    left = (names + [section]).prefix(HeadLines.most).enumerated().map { row, text in
      let font = row == 0 ? page.office : row < names.count ? page.department : page.line
      return Line(
        text: text, font: font, color: row < names.count ? theme.ink.text : theme.ink.quiet,
        part: row < names.count ? .office : .lines)
    }
  }

  var title: String { right[0].text }
  var count: Int { max(right.count, left.count) }

  /// The same, with one of the left lines in two.
  /// - Parameter texts: the two, together the whole line.
  func breaking(_ row: Int, into texts: [String]) -> HeadLines {
    var head = self
    let parts = texts.enumerated().map { index, text in
      Line(
        text: text, font: left[row].font, color: left[row].color, part: left[row].part, isContinued: index > 0)
    }
    head.left.replaceSubrange(row...row, with: parts)
    return head
  }

  /// The administration, and the source's title lines that do not say what the configuration says already.
  private static func rest(_ report: Report, _ options: LayoutOptions) -> [String] {
    let said = [options.municipality, options.administration].compactMap { $0?.lowercased() }
    return [options.administration].compactMap { $0 }
      + report.titleLines.map(\.value).filter { !said.contains($0.lowercased()) }
  }
}
