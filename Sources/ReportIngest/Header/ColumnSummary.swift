import ReportModel

/// What the columns of a table were taken for, in one line: `16 columns: 4 quarters of PROG/REAL, 3 of words, 3 of the
/// year, 2 of sums`.
struct ColumnSummary {
  let count: Int
  let text: LocalizedText

  init(_ header: TableHeader) {
    count = header.roles.count
    let parts = [
      ColumnSummary.periods(header),
      ColumnSummary.part(header, ("de textos", "of words")) { $0.isText && !ColumnSummary.isExtra($0) },
      ColumnSummary.part(header, ("del año", "of the year")) {
        [.goal, .annualReal, .variation, .percent].contains($0)
      },
      ColumnSummary.part(header, ("que suman otras", "that sum up others")) { role in
        if case .subtotal = role { true } else { false }
      },
      ColumnSummary.part(header, ("adicionales", "additional"), isSuch: ColumnSummary.isExtra),
    ].compactMap { $0 }
    text = LocalizedText(
      es: parts.map(\.es).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
  }

  private static func isExtra(_ role: TableHeader.Role) -> Bool { if case .extra = role { true } else { false } }

  private static func part(
    _ header: TableHeader, _ words: (es: String, en: String), isSuch: (TableHeader.Role) -> Bool
  ) -> LocalizedText? {
    let count = header.roles.values.count(where: isSuch)
    return count == 0 ? nil : LocalizedText(es: "\(count) \(words.es)", en: "\(count) \(words.en)")
  }

  private static func periods(_ header: TableHeader) -> LocalizedText? {
    let count = header.periods.count
    let kinds = HeaderWords.underPeriods.filter { meaning in
      header.roles.values.contains { role in
        if case .figure(_, meaning) = role { true } else { false }
      }
    }
    let words = kinds.map(HeaderWords.shortest).joined(separator: "/")
    let length = Set(header.periods.map { $0.months?.count ?? 0 })
    let names: (es: String, en: String) =
      switch length {
      case [1]: ("mes", "month")
      case [2]: ("bimestre", "two-month period")
      case [3]: ("trimestre", "quarter")
      case [4]: ("cuatrimestre", "four-month period")
      case [6]: ("semestre", "half-year")
      case [12]: ("año", "year")
      default: ("periodo", "period")
      }
    let plural = (es: count == 1 ? "" : length == [1] ? "es" : "s", en: count == 1 ? "" : "s")
    return LocalizedText(
      es: "\(count) \(names.es)\(plural.es) de \(words)", en: "\(count) \(names.en)\(plural.en) of \(words)")
  }
}
