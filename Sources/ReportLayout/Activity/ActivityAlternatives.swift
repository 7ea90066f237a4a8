import ReportModel

/// The charts told in words: their data and what follows from them, for those who do not see them
/// (ISO 14289-1, 7.3).
struct ActivityAlternatives {
  /// Of the report's periods, as they are shown.
  let periodLabels: [String]
  let activity: Activity
  let words: Words

  private func pick(_ es: String, _ en: String) -> String { words.language == .es ? es : en }

  /// What the bars show at a glance; the figures are in the table behind them.
  var bars: String {
    let compared = activity.periods.indices.compactMap { index -> (label: String, real: Quantity, isReached: Bool)? in
      let figures = activity.periods[index]
      guard !figures.isAbsent, let programmed = figures.programmed.quantity, let real = figures.real.quantity
      else { return nil }
      return (periodLabels[index], real, real >= programmed)
    }
    let chart = pick("Gráfica de barras de lo programado y lo realizado", "Bar chart of programmed and carried out")
    guard let most = compared.max(by: { $0.real < $1.real }) else {
      return chart + pick(": sin datos que comparar.", ": no data to compare.")
    }
    let reached = compared.count { $0.isReached }
    let figure = number(most.real)
    return chart
      + pick(
        ": en \(reached) de \(compared.count) periodos con datos se realizó lo programado o más; "
          + "lo más alto, \(figure) en \(most.label).",
        ": in \(reached) of \(compared.count) periods with data as much as programmed or more was carried out; "
          + "the most, \(figure), in \(most.label).") + " " + pointer
  }

  /// Where the lines end, and when the goal was reached.
  func steps(_ totals: CumulativeTotals) -> String {
    let chart = pick("Gráfica de los totales acumulados", "Chart of the cumulative totals")
    guard let real = totals.real.compactMap({ $0 }).last else {
      return chart + pick(": sin avance que mostrar.", ": no progress to show.")
    }
    let end = pick(": lo realizado llega a \(number(real))", ": carried out comes to \(number(real))")
    guard let goal = activity.annual.goal.quantity else { return chart + end + ". " + pointer }
    let target = pick(" y la meta es \(number(goal))", " and the goal is \(number(goal))")
    return chart + end + target + whenReached(goal, totals) + ". " + pointer
  }

  /// Says nothing where the running totals and the stated total do not agree whether the goal was reached.
  private func whenReached(_ goal: Quantity, _ totals: CumulativeTotals) -> String {
    guard let gap = Verdict(of: activity).goalGap else { return "" }
    let period = totals.real.firstIndex { $0.map { $0 >= goal } ?? false }
    if gap.isNegative { return period == nil ? pick(", que no se alcanzó", ", which was not reached") : "" }
    return period.map { pick(", alcanzada en \(periodLabels[$0])", ", reached in \(periodLabels[$0])") } ?? ""
  }

  private func number(_ quantity: Quantity) -> String { Numerals.text(quantity, decimals: activity.mostDecimals) }

  private var pointer: String {
    pick("Las cifras están en la tabla que sigue.", "The figures are in the table that follows.")
  }
}

extension PeriodFigures {
  /// Nothing programmed and nothing done: neither 0 % nor 100 %.
  var isAbsent: Bool { programmed.quantity?.isZero == true && real.quantity?.isZero == true }
}
