/// Every word a header may use, in one table; compared by `HeaderKey`, so accents, case, stops and spaces do not matter.
enum HeaderWords {
  /// What a column holds, as its header says.
  enum Meaning: Hashable, Sendable, CaseIterable {
    case number
    case name
    case objective
    case unit
    case responsible
    case remarks
    case programmed
    case real
    case variance
    case percent
    case goal
    case annualReal
    case variation
  }

  /// Where two columns may be meant, the earlier word is the better one.
  static let words: [Meaning: [String]] = [
    .number: [
      "Núm.", "Núm. Prog.", "No.", "No. Prog.", "Nº", "N", "#", "Número", "Número progresivo", "Núm. progresivo",
      "Consecutivo", "Cons.", "No. de actividad", "Núm. de actividad", "Número de actividad", "No. Act.", "Clave",
      "No. de acción", "ID", "No. progresivo", "Folio", "Código",
      "Nro.", "NP", "N.P.", "CVE.", "Núm. Act.", "Act. No.", "No. Cons.", "Núm. cons.", "No. de meta",
      "Clave de actividad", "Ref.", "Clave MIR", "Clave del indicador", "Clave programática", "Cód.", "Code", "Number",
      "COD", "Act.",
    ],
    .name: [
      "Actividad", "Actividades", "Nombre de la actividad", "Descripción de la actividad", "Actividad programada",
      "Actividades programadas", "Actividades realizadas", "Actividad institucional", "Descripción de actividades",
      "Acción", "Acciones", "Acciones realizadas", "Nombre de la acción", "Descripción de la acción", "Descripción",
      "Meta de actividad", "Metas de actividad", "Actividad (es)", "Actividad / meta", "Meta / actividad",
      "Meta o actividad", "Nombre de la meta de actividad", "Descripción de las metas de actividad",
      "Descripción de la meta de actividad", "Actividad operativa", "Nombre AO", "Acción u obra", "Tarea", "Tareas",
      "Obra", "Obras", "Nombre de la obra", "Descripción de la meta", "Nombre de la meta", "Meta de producto",
      "Metas de producto", "Meta de resultado", "Concepto", "Nombre", "Servicio", "Servicios", "Producto", "Productos",
      "Nombre del indicador", "Indicador", "Nombre del proyecto", "Proyecto", "Componente", "Componentes",
      "Nombre del programa", "Programa", "Línea de acción", "Líneas de acción", "Estrategia", "Estrategias",
      "Activity", "Activities", "Action", "Task", "Tasks", "Output", "Deliverable", "Output indicator", "Indicator",
      "KPI", "Service", "Project", "Program", "Programme", "Description",
    ],
    .objective: [
      "Objetivo", "Objetivos", "Objetivo general", "Objetivo de la actividad", "Objetivo específico",
      "Objetivos específicos", "Propósito", "Finalidad", "Objective", "Objectives", "Purpose",
    ],
    .unit: [
      "Unidad de medida", "Unidad", "U. de M.", "U.M.", "Unidades", "Unidad medida", "Unid. de medida", "Medida",
      "U. medida", "Unidades de medida",
      "U. de medida", "Unid. med.", "Unidad de med.", "UDM", "U/M", "Unid.", "Unidad med.", "Tipo de unidad",
      "Unit", "Unit of measure", "Units", "Unit of measurement", "Measure",
    ],
    .responsible: [
      "Responsable", "Responsables", "Área responsable", "Unidad responsable", "Responsable de la actividad",
      "Encargado",
      "Servidor público responsable", "Área", "Persona responsable", "Unidad administrativa",
      "Unidad ejecutora", "Área ejecutora", "Enlace", "Resp.", "Unidad operativa", "Ejecutor", "Titular responsable",
      "Dependencia responsable", "Responsible", "Owner", "Responsible unit",
    ],
    .remarks: [
      "Observaciones", "Observación", "Comentarios", "Notas", "Justificación", "Justificaciones", "Evidencia",
      "Medio de verificación", "Medios de verificación", "Obs.", "Evidencias", "Remarks", "Comments", "Notes",
    ],
    .programmed: [
      "Prog.", "Progr.", "Programado", "Programada", "Programados", "Programadas", "P", "Planeado", "Planeada",
      "Meta", "Programación", "Metas", "Planeación", "Planificado", "Previsto", "Proyectado", "Programad", "Progra.",
      "Prog", "Calendarizado", "Estimado", "Planned", "Programmed", "Target", "Plan", "Goal", "Scheduled", "Expected",
    ],
    .real: [
      "Real", "Reales", "Realizado", "Realizada", "Realizados", "Realizadas", "R", "Alcanzado", "Alcanzada", "Logrado",
      "Ejecutado", "Avance", "Alc.", "Lograda", "Logro", "Cumplido", "Ejecutada", "Realiz.", "Alcanz.", "Obtenido",
      "Actual", "Achieved", "Ejercido", "Delivered", "Done", "Completed", "Accomplished", "Result", "Results",
    ],
    .variance: [
      "Var.", "Variación", "V", "Dif.", "Diferencia", "Desviación", "Variaciones", "Diferencias", "Desv.", "Variance",
      "+/-", "Varianza", "Brecha", "Variac.", "Difference",
    ],
    .percent: [
      "%", "Porcentaje", "% de cumplimiento", "% cumplimiento", "Cumplimiento", "% avance", "% de avance", "Avance %",
      "% alcanzado", "% anual", "Porcentaje de cumplimiento", "Porcentaje de avance", "Eficacia", "% eficacia",
      "Cumplimiento %", "% real", "Cumpl.", "% cumpl.", "Porc.", "% logrado", "Porcentaje alcanzado", "% total",
      "% de avance anual", "% cumplimiento anual", "Avance porcentual", "Percent", "Percentage", "% achieved",
      "% complete", "% completed", "% done", "% of target", "% of goal", "Cump.", "% cump.",
    ],
    .goal: [
      "Meta programada", "Meta anual", "Meta programada anual", "Meta anual programada", "Programado anual",
      "Total programado", "Programado total", "Meta prog.", "Total prog.", "Prog. anual", "Meta", "Metas programadas",
      "Programación anual", "Meta total", "Total anual programado", "Suma programado", "Prog. total", "Total de meta",
      "Meta del año", "Meta planeada", "Programado acumulado", "Acumulado programado", "Annual goal",
      "Annual target", "Total planned", "Year target", "Annual planned", "Target", "Goal",
    ],
    .annualReal: [
      "Meta real", "Meta realizada", "Meta alcanzada", "Real anual", "Total real", "Total realizado", "Realizado anual",
      "Realizado total", "Meta anual real", "Meta real anual", "Real total", "Alcanzado anual", "Total alcanzado",
      "Avance anual", "Meta anual alcanzada", "Meta anual realizada", "Metas alcanzadas", "Total anual real",
      "Meta lograda", "Meta cumplida", "Logro anual", "Suma real", "Avance total", "Alcanzado total", "Real acumulado",
      "Acumulado real", "Avance acumulado", "Annual real", "Total actual", "Annual actual", "Annual result",
      "Year actual", "Total achieved", "Annual achieved", "Actual", "Achieved", "Completed", "Result",
      "Real", "Realizado", "Alcanzado", "Logrado", "Ejecutado", "Avance",
    ],
    .variation: [
      "Variación", "Variación anual", "Variación total", "Diferencia", "Diferencia anual", "Var. anual", "Var.", "Dif.",
      "Desviación", "Variación de la meta", "Diferencia total", "Desviación anual", "Total variación", "Var. total",
      "Dif. anual", "Variaciones", "Annual variation", "Annual variance", "Variance", "Difference",
    ],
  ]

  /// Headings over programmed, real and variance that mean the whole year.
  static let annualGroups: [String] = [
    "Anual", "Total", "Total anual", "Acumulado anual", "Meta anual", "Metas", "Meta", "Acumulado", "Totales",
    "Total del año", "Resultado anual", "Avance anual", "Suma", "Metas anuales", "Resumen anual", "Anual acumulado",
    "Year", "Full year", "Year total", "Annual", "Annual total", "Total for the year",
  ]

  /// Words of a group that sums up others; those that say "up to here" are `accumulating`.
  static let sums: Set<String> = [
    "SUBTOTAL", "SUBTOT", "SUBTOTALES", "TOTAL", "TOTALES", "SUMA", "SUMAS", "SUMATORIA", "CONSOLIDADO", "RESUMEN",
    "GLOBAL",
  ]
  static let accumulating: Set<String> = [
    "ACUM", "ACUMULADO", "ACUMULADA", "ACUMULADOS", "ACUMULADAS", "ACUMULACION", "AC", "CUMULATIVE", "YTD", "HASTA",
  ]

  /// Words of money: what they head is not counted with the activity's figures.
  static let money: Set<String> = [
    "FINANCIERO", "FINANCIERA", "FINANCIEROS", "FINANCIERAS", "PRESUPUESTO", "PRESUPUESTOS", "PRESUPUESTAL",
    "PRESUPUESTARIO", "PRESUPUESTADO", "RECURSO", "RECURSOS", "INVERSION", "GASTO", "GASTOS", "IMPORTE", "IMPORTES",
    "MONTO", "MONTOS", "PESOS", "COSTO", "COSTOS", "AUTORIZADO", "MODIFICADO", "DEVENGADO", "EJERCIDO", "PAGADO",
    "COMPROMETIDO", "APROBADO", "ASIGNADO", "MINISTRADO", "INVERTIDO", "PPTO", "EROGADO",
    "EROGACION", "EROGACIONES", "BUDGET", "COST", "SPENT", "SPENDING",
  ]

  /// How a group sums up others, as its label says.
  enum Sum: Hashable, Sendable {
    case total
    /// Of all periods up to the one named, or up to the group's place.
    case accumulated
  }

  /// nil where a label has no word of a sum. `AL 2DO. TRIMESTRE` says it by its preposition.
  static func sum(_ label: String) -> Sum? {
    let words = plainWords(label)
    // FECHA alone heads dates.
    let isToDate = zip(words, words.dropFirst()).contains { ["LAFECHA", "TODATE"].contains($0 + $1) }
    if words.contains(where: accumulating.contains) || isToDate || words.first == "AL"
      || label.uppercased().contains("AL PERIODO")
    {
      return .accumulated
    }
    return words.contains(where: sums.contains) ? .total : nil
  }

  /// What is left of a label without its words of sums: the months it sums up, where it names them.
  static func withoutSum(_ label: String) -> String {
    label.split { $0 == " " || $0 == "\n" }
      .filter { !sums.contains(HeaderKey($0).description) && !accumulating.contains(HeaderKey($0).description) }
      .joined(separator: " ")
  }

  /// Between a figure's word and what says that it is a share of something: `Programada: %`.
  static let shareMark = ": "

  /// A per cent of programmed or of a variation, which no column of the report is.
  static func isShare(_ text: String) -> Bool {
    if let mark = text.firstRange(of: shareMark),
      ["%", "PORCENTAJE", "RELATIVA", "RELATIVO", "PORC", "REL"].contains(
        HeaderKey(text[mark.upperBound...]).description)
    {
      return true
    }
    let key = HeaderKey(text).description
    guard key.contains("%") || key.contains("PORCENTAJE") else { return false }
    let rest = text.split { !$0.isLetter }.map { HeaderKey($0).description }.filter { $0 != "PORCENTAJE" && $0 != "DE" }
    let meanings = Set(rest.map { HeaderWords.figure($0) })
    return meanings == [.variance] || meanings == [.programmed]
  }

  /// META, METAS, with nothing that says which.
  static func isGoalAlone(_ text: String) -> Bool {
    ["META", "METAS", "TARGET", "GOAL", "GOALS"].contains(key(text).description)
  }

  /// `AVANCE`, which may be what was done or how much of it.
  static func isProgress(_ text: String) -> Bool { plainWords(text).contains("AVANCE") }

  static func isMoney(_ text: String) -> Bool {
    text.contains("$") || plainWords(text).contains(where: money.contains)
  }

  private static func plainWords(_ text: String) -> [String] {
    text.prefix(80).split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
  }

  /// What each word may mean: `META` heads programmed figures, and goals.
  private static let meanings: [HeaderKey: Set<Meaning>] = words.reduce(into: [:]) { meanings, entry in
    for word in entry.value { meanings[HeaderKey(word), default: []].insert(entry.key) }
  }
  /// A slip changes a word's length by one letter at the most.
  private static let wordsByLength = Dictionary(grouping: meanings.keys) { $0.description.utf8.count }
  private static let annualKeys = Set(annualGroups.map(HeaderKey.init))

  /// What stands under a period.
  static let underPeriods: [Meaning] = [.programmed, .real, .variance, .percent]
  /// What stands by itself.
  private static let alone: [Meaning] = [
    .number, .name, .objective, .unit, .responsible, .remarks, .percent, .goal, .annualReal, .variation,
  ]

  /// Programmed, real, variance or per cent of a period; a year at the end does not count, nor does a slip of one
  /// letter in a longer word.
  static func figure(_ text: String) -> Meaning? { meaning(of: text, among: underPeriods, HeaderPhrase.figure) }

  /// What stands by itself: number, name, objective … or one of the annual columns.
  static func column(_ text: String) -> Meaning? { meaning(of: text, among: alone, HeaderPhrase.column) }

  /// The word by which a figure is called where the source has none in its place.
  static func shortest(_ meaning: Meaning) -> String {
    switch meaning {
    case .programmed: "PROG"
    case .real: "REAL"
    case .variance: "VAR."
    default: "%"
    }
  }

  static func isAnnualGroup(_ text: String) -> Bool { annualKeys.contains(key(text)) }

  /// Whether a text is one of the words, letter for letter, or put together of such words.
  static func isExact(_ text: String) -> Bool {
    isListed(text) || HeaderPhrase.figure(text) != nil || HeaderPhrase.column(text) != nil
  }

  /// Whether a text is one of the words above, letter for letter.
  static func isListed(_ text: String) -> Bool {
    isListed(key(text))
  }

  private static func isListed(_ key: HeaderKey) -> Bool { meanings[key] != nil || annualKeys.contains(key) }

  /// How early in its list a word stands; 0 is the best.
  static func rank(_ text: String, _ meaning: Meaning) -> Int {
    // META over words heads what is to be done, as DESCRIPCIÓN DE LA META does.
    let key = meaning == .name && isGoalAlone(text) ? HeaderKey("Descripción de la meta") : key(text)
    return words[meaning]?.firstIndex { HeaderKey($0) == key } ?? .max
  }

  private static func key(_ text: String) -> HeaderKey { HeaderKey(YearText.removing(from: text)) }

  private static func meaning(
    of text: String, among candidates: [Meaning], _ phrase: (String) -> Meaning?
  ) -> Meaning? {
    guard text.utf8.count <= 80 else { return nil }
    let key = key(text)
    guard !key.isEmpty else { return nil }
    if let listed = meanings[key], let exact = candidates.first(where: listed.contains) { return exact }
    if let meaning = phrase(text) { return meaning }
    // A sign is no slip of the keyboard: a variation in per cent is no variation.
    // Nor is a month: NOVBRE. is one letter away from NOMBRE.
    // PROGRAMA is a word of its own and no PROGRAMADO.
    guard !key.description.contains("%"), let close = closest(key, candidates), !isListed(key),
      PeriodLabel.months(text) == nil
    else { return nil }
    return close
  }

  /// The only meaning whose words include one that is a slip away; nil where there are several, or none.
  private static func closest(_ key: HeaderKey, _ candidates: [Meaning]) -> Meaning? {
    var close: Set<Meaning> = []
    let length = key.description.utf8.count
    for word in (length - 1...length + 1).lazy.flatMap({ wordsByLength[$0] ?? [] }) where word.isSlip(of: key) {
      close.formUnion(meanings[word] ?? [])
    }
    close.formIntersection(candidates)
    return close.count == 1 ? close.first : nil
  }
}

// Words that headers are put together of
extension HeaderWords {
  /// What one word says in a header of several, compared in the singular and in the masculine.
  enum Word: Hashable, Sendable, CaseIterable {
    case programmed
    case real
    case variation
    case percent
    /// `META`, `TOTAL`, `ANUAL`: of the whole year.
    case year
    /// `AVANCE`: real, unless another word says otherwise.
    case progress
    /// Says nothing about what the column holds.
    case neutral
  }

  static let parts: [Word: Set<String>] = [
    .programmed: [
      "PROG", "PROGR", "PROGRAMADO", "PROGRAMACION", "PLANEADO", "PLANEACION", "PLANIFICADO", "PREVISTO", "PROYECTADO",
      "CALENDARIZADO", "ESTIMADO", "ESPERADO", "PLAN", "ESTABLECIDO", "PLANTEADO",
    ],
    .real: [
      "REAL", "REALIZADO", "REALIZ", "ALCANZADO", "ALCANZ", "ALC", "LOGRADO", "LOGRO", "EJECUTADO", "CUMPLIDO",
      "OBTENIDO", "EFECTUADO", "ATENDIDO", "RESULTADO", "CONCLUIDO",
    ],
    .variation: ["VAR", "VARIACION", "VARIAC", "VARIANZA", "DIF", "DIFERENCIA", "DESVIACION", "DESV", "BRECHA"],
    .percent: ["%", "PORCENTAJE", "PORCENTUAL", "PORC", "CUMPLIMIENTO", "CUMPL", "EFICACIA", "EFICIENCIA"],
    .year: ["META", "TOTAL", "ANUAL", "ACUMULADO", "SUMA", "ANO", "EJERCICIO", "GLOBAL", "FINAL"],
    .progress: ["AVANCE"],
    .neutral: ["CANTIDAD", "FISICO", "ABSOLUTO", "ABS", "NUMERO", "DE", "DEL", "LA", "LAS", "LOS", "EL", "EN"],
  ]

  /// Words that decide what a column of words holds, whatever follows: `JUSTIFICACIÓN DE LA VARIACIÓN`.
  static let heads: [Meaning: Set<String>] = [
    .name: ["ACTIVIDAD", "ACCION", "TAREA", "PROYECTO"],
    .objective: ["OBJETIVO", "PROPOSITO", "FINALIDAD"],
    .responsible: ["RESPONSABLE", "EJECUTOR", "ENCARGADO"],
    .remarks: [
      "OBSERVACION", "COMENTARIO", "JUSTIFICACION", "CAUSA", "MOTIVO", "EVIDENCIA", "VERIFICACION", "EXPLICACION",
    ],
  ]

  /// Words before the one that decides: `NOMBRE DEL RESPONSABLE`.
  static let beforeHeads: Set<String> = [
    "NOMBRE", "DESCRIPCION", "DENOMINACION", "DETALLE", "AREA", "UNIDAD", "DE", "DEL", "LA", "EL", "LAS", "LOS",
    "MEDIO", "PERSONA", "SERVIDOR", "PUBLICO", "PRINCIPAL", "DESGLOSE", "META",
  ]
}
