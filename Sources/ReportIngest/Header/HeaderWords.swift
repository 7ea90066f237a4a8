/// Every word a header may use, in one table; compared by `HeaderKey`, so accents, case, stops and spaces do not matter.
enum HeaderWords {
  /// What a column holds, as its header says.
  enum Meaning: Hashable, Sendable {
    case number
    case name
    case objective
    case programmed
    case real
    case variance
    case goal
    case annualReal
    case variation
  }

  static let words: [Meaning: [String]] = [
    .number: [
      "Núm.", "Núm. Prog.", "No.", "No. Prog.", "Nº", "N", "#", "Número", "Número progresivo", "Núm. progresivo",
      "Consecutivo", "Cons.", "No. de actividad", "Núm. de actividad",
    ],
    .name: [
      "Actividad", "Actividades", "Nombre de la actividad", "Descripción de la actividad", "Actividad programada",
      "Actividades programadas", "Acción", "Acciones", "Concepto", "Programa", "Proyecto",
    ],
    .objective: ["Objetivo", "Objetivos", "Objetivo general", "Objetivo de la actividad", "Objetivo específico"],
    .programmed: [
      "Prog.", "Progr.", "Programado", "Programada", "Programados", "Programadas", "P", "Planeado", "Planeada",
      "Meta", "Programación",
    ],
    .real: [
      "Real", "Reales", "Realizado", "Realizada", "Realizados", "Realizadas", "R", "Alcanzado", "Alcanzada", "Logrado",
      "Ejecutado", "Avance",
    ],
    .variance: ["Var.", "Variación", "V", "Dif.", "Diferencia", "Desviación"],
    .goal: [
      "Meta programada", "Meta anual", "Meta programada anual", "Meta anual programada", "Programado anual",
      "Total programado", "Programado total", "Meta", "Meta prog.",
    ],
    .annualReal: [
      "Meta real", "Meta realizada", "Meta alcanzada", "Real anual", "Total real", "Total realizado", "Realizado anual",
      "Realizado total", "Meta anual real", "Meta real anual",
    ],
    .variation: [
      "Variación", "Variación anual", "Variación total", "Diferencia", "Diferencia anual", "Var. anual", "Var.", "Dif.",
    ],
  ]

  /// Headings over programmed, real and variance that mean the whole year.
  static let annualGroups: [String] = [
    "Anual", "Total", "Total anual", "Acumulado anual", "Meta anual", "Metas", "Meta",
  ]

  private static let keys: [Meaning: Set<HeaderKey>] = words.mapValues { Set($0.map(HeaderKey.init)) }
  private static let annualKeys = Set(annualGroups.map(HeaderKey.init))

  /// Whether `text` means `meaning`; a year at the end does not count.
  static func means(_ text: String, _ meaning: Meaning) -> Bool {
    keys[meaning]?.contains(HeaderKey(YearText.removing(from: text))) ?? false
  }

  /// What stands under a period: programmed, real or variance.
  static func figure(_ text: String) -> Meaning? {
    [.programmed, .real, .variance].first { means(text, $0) }
  }

  /// What stands by itself: number, name, objective or one of the annual columns.
  static func column(_ text: String) -> Meaning? {
    [.number, .name, .objective, .goal, .annualReal, .variation].first { means(text, $0) }
  }

  static func isAnnualGroup(_ text: String) -> Bool {
    annualKeys.contains(HeaderKey(YearText.removing(from: text)))
  }
}

/// Years in headers and titles.
enum YearText {
  /// The only number from 1900 to 2199 in `text`; nil when there is none, or there are several different ones.
  static func year(in text: String) -> Int? {
    let years = Set(numbers(in: text).compactMap { Int($0) }.filter { (1900...2199).contains($0) })
    return years.count == 1 ? years.first : nil
  }

  static func removing(from text: String) -> String {
    guard let year = year(in: text) else { return text }
    return text.split(separator: String(year), omittingEmptySubsequences: false).joined(separator: " ")
  }

  private static func numbers(in text: String) -> [Substring] {
    text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
  }
}
