import ReportModel

/// The words of the summary page and the correction sheet.
extension Words {
  private func pick(_ es: String, _ en: String) -> String { language == .es ? es : en }

  func summaryTitle(_ count: Int) -> String {
    let noun = count == 1 ? pick("actividad", "activity") : pick("actividades", "activities")
    return summary + ": \(count) \(noun)"
  }
  var summary: String { pick("Resumen del año", "The year in brief") }

  /// `a, b y c`.
  func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + pick(beginsWithI(last) ? " e " : " y ", " and ") + last
  }

  /// Before the sound i Spanish says `e` for `y`, though not before `hia` and `hie` (Diccionario panhispánico de dudas, y²).
  private func beginsWithI(_ text: String) -> Bool {
    text.lowercased().prefixMatch(of: /[ií](?![aeo])|h[ií](?![aeo])/) != nil
  }

  func doubtfulSentence(_ count: Int) -> String {
    count == 1
      ? pick("1 cifra de la tabla no cuadra.", "1 figure of the table does not add up.")
      : pick("\(count) cifras de la tabla no cuadran.", "\(count) figures of the table do not add up.")
  }
  var stripTitle: String {
    pick("Todas las actividades, de la más lejana de su meta a la que más la superó", "All activities, worst to best")
  }
  var belowHeading: String {
    pick("Por debajo del rango, primero la más lejana de su meta", "Below range, furthest from the goal first")
  }
  var withinHeading: String { pick("En rango, de menor a mayor", "In range, lowest first") }
  var aboveHeading: String { pick("Por encima del rango, primero la más lejana", "Above range, furthest first") }
  func farAbove(_ percent: Int) -> String {
    let limit = self.percent(Quantity(percent))
    return pick(
      "Muy por encima (más de \(limit)): ¿meta baja o trabajo extraordinario?",
      "Far above (over \(limit)): a low goal or extraordinary work?")
  }
  var wrongFigures: String { pick("Cifras que no cuadran", "Figures that do not add up") }
  func more(_ count: Int, page: Int) -> String {
    pick("y \(count) más: página \(page)", "and \(count) more: page \(page)")
  }
  func moreOnSheet(_ count: Int, page: Int) -> String {
    pick(
      "y \(count) más en la hoja de corrección, página \(page)",
      "and \(count) more on the correction sheet, page \(page)")
  }

  // When it was done
  func whenTitle(_ scheme: PeriodScheme) -> String {
    pick("Cuándo se cumplió, por \(periodName(scheme))", "When it was done, period by period")
  }
  func whenLegend(_ bands: Verdict.Bands) -> String {
    let high = percent(Quantity(bands.upper))
    return pick(
      "Recuadro: lo programado. Relleno: la parte realizada. Raya encima: más de \(high) de lo programado. Punto: nada "
        + "programado. Guion: sin dato.",
      "Box: what was programmed. Fill: the part carried out. Bar above: over \(high) of what was programmed. Dot: nothing "
        + "programmed. Dash: no data.")
  }
  /// `Ene`, for month 1…12.
  func monthShort(_ month: Int) -> String {
    let es = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic"]
    let en = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return (language == .es ? es : en)[(month - 1) % 12]
  }
  var nothingInPeriod: String { pick("nada programado", "nothing programmed") }
  func unplanned(_ real: String) -> String {
    pick("nada programado, \(real) realizado", "nothing programmed, \(real) carried out")
  }
  var noDataInPeriod: String { pick("sin dato", "no data") }

  // Correction sheet
  var sheetTitle: String { pick("Hoja de corrección", "Correction sheet") }
  func sheetIntroduction(_ count: Int) -> String {
    pick(
      "\(doubtfulSentence(count)) Por cada una, anote la cifra corregida y ponga su rúbrica.",
      "\(doubtfulSentence(count)) For each, write the corrected figure and your initials.")
  }
  var sheetColumns: [String] {
    pick(
      "Nota|Actividad|Columna|La fuente dice|El cálculo da|Página|Cifra corregida|Rúbrica",
      "Note|Activity|Column|The source says|The sum gives|Page|Corrected figure|Initials"
    ).split(separator: "|").map(String.init)
  }
}
