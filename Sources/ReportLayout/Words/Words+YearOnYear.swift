import ReportModel

/// The words of the comparison with the year before.
extension Words {
  private func pick(_ es: String, _ en: String) -> String { language == .es ? es : en }

  /// The earlier year, or what stands for it where its table names none.
  func previousYear(_ year: Int?) -> String { year.map(String.init) ?? pick("año anterior", "year before") }

  func comparisonTitle(_ year: Int?) -> String {
    year.map { pick("Comparación con \($0)", "Compared with \($0)") }
      ?? pick("Comparación con el año anterior", "Compared with the year before")
  }

  func comparisonSentence(_ years: YearOnYear, of count: Int) -> String {
    let decided = Set(years.undecided.map(\.current)).count
    let goingOn = pick(
      "\(years.pairs.count) de \(activities(count)) continúan", "\(years.pairs.count) of \(activities(count)) go on")
    let others = [
      years.ended.isEmpty ? nil : pick("terminaron \(years.ended.count)", "\(years.ended.count) ended"),
      years.new.isEmpty ? nil : pick("son nuevas \(years.new.count)", "\(years.new.count) are new"),
      decided == 0 ? nil : pick("por decidir: \(decided)", "to be decided: \(decided)"),
    ].compactMap { $0 }
    return ([goingOn] + others).joined(separator: "; ") + ". "
      + pick(
        "Se compara el por ciento de la meta de cada año.", "Compared is the per cent of each year's own goal.")
  }

  var goesOn: String { pick("Actividad que continúa", "Activity that goes on") }
  var shareOfGoal: String { pick("Por ciento de la meta de cada año", "Per cent of each year's goal") }
  var difference: String { pick("Diferencia", "Difference") }
  var endedHeading: String { pick("Terminaron", "Ended") }
  var newHeading: String { pick("Nuevas", "New") }
  var undecidedHeading: String { pick("Por decidir", "To be decided") }

  /// `2022: 35 de 40 (87.5 %)`.
  func previousFigures(_ activity: PreviousActivity, year: Int?) -> String {
    let figures = amount(
      activity.real.map { Numerals.text($0) } ?? noData, of: activity.goal.map { Numerals.text($0) } ?? noData)
    let share = activity.percentage.map { " (" + percent($0.quantity) + ")" } ?? ""
    return previousYear(year) + ": " + figures + share
  }

  func previousName(_ activity: PreviousActivity) -> String {
    [activity.number.map { pick("núm. \($0)", "no. \($0)") }, "«\(activity.name)»"].compactMap { $0 }
      .joined(separator: ", ")
  }
  func otherUnit(_ old: String, _ new: String) -> String {
    pick("otra unidad: antes «\(old)», ahora «\(new)»", "another unit: before “\(old)”, now “\(new)”")
  }
  func otherGoal(_ old: Quantity, _ new: Quantity) -> String {
    pick(
      "la meta era \(Numerals.text(old)) y es \(Numerals.text(new))",
      "the goal was \(Numerals.text(old)) and is \(Numerals.text(new))")
  }
  func undecided(_ new: String, _ old: String, likeness: Int, key: String, value: String) -> String {
    pick(
      "«\(new)» y, antes, «\(old)»: se parecen en \(percent(Quantity(likeness))). {\(key): \(value)}",
      "“\(new)” and, before, “\(old)”: alike by \(percent(Quantity(likeness))). {\(key): \(value)}")
  }
  /// - Parameter file: the area's table; nil for a report that stands alone.
  func undecidedAdvice(file: String?) -> String {
    guard let file else {
      return pick(
        "Si son la misma, escriba en informe.yml, en matches, lo que va entre llaves; si no, new en lugar del segundo número.",
        "If they are the same, write what stands in braces into informe.yml, at matches; if not, new in place of the second number."
      )
    }
    return pick(
      "Si son la misma, escriba en informe.yml, en areas, en el matches de \(file), lo que va entre llaves; si no, new en lugar del segundo número.",
      "If they are the same, write what stands in braces into informe.yml, at areas, into matches of \(file); if not, new in place of the second number."
    )
  }
}
