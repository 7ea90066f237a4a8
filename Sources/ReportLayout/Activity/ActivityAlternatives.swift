import ReportModel

/// The charts told in words: their data and what follows from them, for those who do not see them
/// (ISO 14289-1, 7.3).
struct ActivityAlternatives {
  /// Of the report's periods, as they are shown.
  let periodLabels: [String]
  let activity: Activity
  let words: Words

  private func pick(_ es: String, _ en: String) -> String { words.language == .es ? es : en }

  var bullet: String {
    let goal = FigureText(activity.annual.goal).text
    let real = FigureText(activity.annual.real).text
    return pick(
      "Barra: realizado \(real) contra meta \(goal). ", "Bar: \(real) carried out against a goal of \(goal). ")
      + words.outcome(activity.annual)
  }

  var bars: String {
    let parts = zip(periodLabels, activity.periods).map { label, figures in
      if figures.isAbsent { return label + ": " + pick("sin programación", "nothing programmed") }
      let programmed = spoken(figures.programmed)
      let real = spoken(figures.real)
      return label + ": "
        + pick("programado \(programmed), realizado \(real)", "programmed \(programmed), carried out \(real)")
    }
    return pick("Gráfica de barras. ", "Bar chart. ") + parts.joined(separator: "; ") + "."
  }

  func steps(_ totals: CumulativeTotals) -> String {
    let parts = periodLabels.indices.compactMap { index -> String? in
      guard !activity.periods[index].isAbsent else { return nil }
      let label = periodLabels[index]
      let programmed = totals.programmed[index].map { Numerals.text($0) } ?? words.noData
      let real = totals.real[index].map { Numerals.text($0) } ?? words.noData
      return label + ": "
        + pick("programado \(programmed), realizado \(real)", "programmed \(programmed), carried out \(real)")
    }
    let goal = FigureText(activity.annual.goal).text
    let told = parts.isEmpty ? [pick("sin avance", "no progress")] : parts
    return pick("Totales acumulados. ", "Cumulative totals. ") + told.joined(separator: "; ")
      + pick(". Meta anual: \(goal).", ". Annual goal: \(goal).")
  }

  private func spoken(_ figure: Figure) -> String {
    let text = FigureText(figure).text
    return text.isEmpty ? pick("sin dato", "no data") : text
  }
}

extension PeriodFigures {
  /// Nothing programmed and nothing done: neither 0 % nor 100 %.
  var isAbsent: Bool { programmed.quantity?.isZero == true && real.quantity?.isZero == true }
}
