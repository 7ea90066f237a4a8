import ReportModel

/// A report as comma-separated values (RFC 4180) for spreadsheets: a row for each activity and period, and one for each
/// activity's year.
enum CanonicalCSV {
  /// Begins with a byte order mark, without which Excel takes the accents for something else.
  static func text(_ report: Report) -> String {
    var text = "\u{FEFF}"
    append(DataColumn.allCases.map(\.rawValue), to: &text)
    append(report, area: report.department?.value, to: &text)
    return text
  }

  /// The same of a volume, each area under its name there.
  static func text(_ areas: [(name: String, report: Report)]) -> String {
    var text = "\u{FEFF}"
    append(DataColumn.allCases.map(\.rawValue), to: &text)
    for area in areas { append(area.report, area: area.name, to: &text) }
    return text
  }

  private static func append(_ report: Report, area: String?, to text: inout String) {
    for activity in report.activities {
      let first = leading(activity, report, area: area)
      for (period, figures) in zip(report.periods, activity.periods) {
        let months = [period.months?.lowerBound, period.months?.upperBound].map { $0.map(String.init) ?? "" }
        let values = [figures.programmed, figures.real, figures.variance, figures.percent]
        append(
          first + [DataColumn.Scope.period.rawValue, guarded(period.label)] + months + values.map(cell), to: &text)
      }
      let annual = activity.annual
      let values = [annual.goal, annual.real, annual.variation, annual.percent]
      append(first + [DataColumn.Scope.year.rawValue, "", "", ""] + values.map(cell), to: &text)
    }
  }

  private static func leading(_ activity: Activity, _ report: Report, area: String?) -> [String] {
    let texts = [
      activity.number?.value, activity.name.value, activity.objective?.value, activity.unit?.value,
      activity.responsible?.value, activity.remarks?.value,
    ]
    return [guarded(area ?? ""), report.year.map { String($0.value) } ?? ""]
      + texts.map { guarded($0 ?? "") }
  }

  /// What stands where a number would, as the file has it: each once, in the order of their characters.
  static func texts(inPlaceOfNumbers reports: [Report]) -> [String] {
    var texts: Set<String> = []
    for activity in reports.flatMap(\.activities) {
      let annual = activity.annual
      var figures = [annual.goal, annual.real, annual.variation, annual.percent].compactMap { $0 }
      for period in activity.periods {
        figures += [period.programmed, period.real, period.variance, period.percent].compactMap { $0 }
      }
      texts.formUnion(figures.filter { $0.quantity == nil }.map(cell))
    }
    return texts.subtracting([""]).sorted()
  }

  /// A number by its digits; for want of one, what the source has in its place.
  private static func cell(_ figure: Figure?) -> String {
    guard let figure else { return "" }
    return figure.quantity?.description ?? guarded(figure.text)
  }

  /// Spreadsheets take a text for a formula when it begins so; an apostrophe keeps it a text. One in front of a text
  /// that has its own makes the rule reversible: take one away and the source's words are left.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first,
      "=+-@\t\r\n'\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private static func append(_ cells: [String], to text: inout String) {
    text += cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: isSpecial) else { return cell }
    let doubled = cell.utf8.contains(UInt8(ascii: "\"")) ? doubled(cell) : cell
    return "\"" + doubled + "\""
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 9, 10, 13: true
    default: false
    }
  }

  private static func doubled(_ cell: String) -> String {
    cell.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) }
  }
}
