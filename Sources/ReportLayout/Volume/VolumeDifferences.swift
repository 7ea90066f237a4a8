public import ReportModel

/// What must be known before areas are read side by side: they may report other years, or other periods of the year.
extension Volume {
  /// A warning for each way in which the areas differ, at the file of the first that differs from most.
  public var differences: [Diagnostic] {
    let years = groups { $0.report.year?.value }
    let schemes = groups { $0.report.scheme }
    return [
      difference(.differentYears, years, es: "las áreas no informan el mismo año", en: "the areas report other years") {
        year, words in year.map(String.init) ?? words.noYear
      },
      difference(
        .differentPeriods, schemes, es: "las áreas no informan por los mismos periodos",
        en: "the areas report by other periods"
      ) { scheme, words in words.progress(scheme).lowercasedFirst },
    ].compactMap { $0 }
  }

  /// The areas by a value of theirs, the value of most first; of as many, the one that comes first.
  private func groups<Value: Hashable>(_ value: (Area) -> Value) -> [(value: Value, areas: [Area])] {
    var groups: [(value: Value, areas: [Area])] = []
    for area in areas {
      if let index = groups.firstIndex(where: { $0.value == value(area) }) {
        groups[index].areas.append(area)
      } else {
        groups.append((value(area), [area]))
      }
    }
    return groups.enumerated().sorted { ($1.element.areas.count, $0.offset) < ($0.element.areas.count, $1.offset) }
      .map(\.element)
  }

  private func difference<Value>(
    _ code: DiagnosticCode, _ groups: [(value: Value, areas: [Area])], es: String, en: String,
    _ name: (Value, Words) -> String
  ) -> Diagnostic? {
    guard groups.count > 1 else { return nil }
    func text(_ lead: String, _ language: Language) -> String {
      let words = Words(language: language)
      return lead + ": "
        + groups.enumerated().map { index, group in
          // Most areas are counted; those that differ are named.
          name(group.value, words) + " ("
            + (index == 0 || group.areas.count > 3
              ? words.areas(group.areas.count) : group.areas.map(\.name).joined(separator: ", ")) + ")"
        }.joined(separator: "; ")
    }
    return Diagnostic(
      code: code, severity: .warning, message: LocalizedText(es: text(es, .es), en: text(en, .en)),
      hint: LocalizedText(
        es: "Revise si alguna tabla es de otro ejercicio; el tomo cuenta actividades, nunca suma sus cifras.",
        en: "See whether a table is another year's; the volume counts activities, and never adds their figures."),
      at: SourceLocation(file: groups[1].areas[0].source))
  }
}
