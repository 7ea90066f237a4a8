import ReportModel

/// A column of `datos.csv`, in the order of the file: its name there, and what a data package says of it.
enum DataColumn: String, CaseIterable {
  case area
  case year = "ejercicio"
  case number = "numero"
  case activity = "actividad"
  case objective = "objetivo"
  case unit = "unidad"
  case responsible = "responsable"
  case remarks = "observaciones"
  case scope = "alcance"
  case period = "periodo"
  case firstMonth = "mes_inicial"
  case lastMonth = "mes_final"
  case programmed = "programado"
  case real
  case variation = "variacion"
  case percent = "porcentaje"

  /// What `alcance` may say: a row of one period, or of the whole year.
  enum Scope: String, CaseIterable {
    case period = "periodo"
    case year = "anual"
  }

  /// Whether it holds numbers, or what the source has in their place.
  var isFigure: Bool { [.programmed, .real, .variation, .percent].contains(self) }

  /// As Table Schema calls the types of values (Data Package 2.0).
  var type: String {
    switch self {
    case .year: "year"
    case .firstMonth, .lastMonth: "integer"
    case _ where isFigure: "number"
    default: "string"
    }
  }

  var constraints: [(String, JSONValue)] {
    switch self {
    case .activity: [("required", .flag(true))]
    case .scope: [("required", .flag(true)), ("enum", .array(Scope.allCases) { .string($0.rawValue) })]
    case .firstMonth, .lastMonth: [("minimum", JSONValue(1)), ("maximum", JSONValue(12))]
    default: []
    }
  }
}

// What they are called and what they mean
extension DataColumn {
  var title: LocalizedText {
    switch self {
    case .area: LocalizedText(es: "Área", en: "Area")
    case .year: LocalizedText(es: "Ejercicio", en: "Year")
    case .number: LocalizedText(es: "Número", en: "Number")
    case .activity: LocalizedText(es: "Actividad", en: "Activity")
    case .objective: LocalizedText(es: "Objetivo", en: "Objective")
    case .unit: LocalizedText(es: "Unidad de medida", en: "Unit of measure")
    case .responsible: LocalizedText(es: "Responsable", en: "Responsible")
    case .remarks: LocalizedText(es: "Observaciones", en: "Remarks")
    case .scope: LocalizedText(es: "Alcance", en: "Scope")
    case .period: LocalizedText(es: "Periodo", en: "Period")
    case .firstMonth: LocalizedText(es: "Mes inicial", en: "First month")
    case .lastMonth: LocalizedText(es: "Mes final", en: "Last month")
    case .programmed: LocalizedText(es: "Programado", en: "Programmed")
    case .real: LocalizedText(es: "Real", en: "Real")
    case .variation: LocalizedText(es: "Variación", en: "Variation")
    case .percent: LocalizedText(es: "Porcentaje", en: "Per cent")
    }
  }

  var meaning: LocalizedText {
    switch self {
    case .area: LocalizedText(es: "Área que informa", en: "The office that reports")
    case .year: LocalizedText(es: "Año que se informa", en: "The year reported")
    case .number: LocalizedText(es: "Número de la actividad en la tabla", en: "The activity's number in the table")
    case .activity: LocalizedText(es: "Nombre de la actividad", en: "Name of the activity")
    case .objective: LocalizedText(es: "Objetivo de la actividad", en: "The activity's objective")
    case .unit: LocalizedText(es: "Lo que cuentan las cifras", en: "What the figures count")
    case .responsible: LocalizedText(es: "Responsable de la actividad", en: "Who is responsible for the activity")
    case .remarks: LocalizedText(es: "Observaciones de la tabla", en: "The table's remarks")
    case .scope:
      LocalizedText(
        es: "«periodo» en la fila de un periodo; «anual» en la del año",
        en: "“periodo” in the row of one period; “anual” in that of the year")
    case .period: LocalizedText(es: "Periodo, como lo llama la tabla", en: "The period, as the table calls it")
    case .firstMonth:
      LocalizedText(es: "Primer mes del periodo, de 1 a 12", en: "The period's first month, from 1 to 12")
    case .lastMonth: LocalizedText(es: "Último mes del periodo, de 1 a 12", en: "The period's last month, from 1 to 12")
    case .programmed:
      LocalizedText(es: "Lo programado en el periodo, o la meta del año", en: "Programmed, or the year's goal")
    case .real: LocalizedText(es: "Lo realizado", en: "What was carried out")
    case .variation:
      LocalizedText(es: "Variación, con el signo que usa la tabla", en: "Variation, with the sign the table uses")
    case .percent:
      LocalizedText(
        es: "Lo realizado en % de lo programado, si la tabla lo dice",
        en: "Real in % of programmed, where the table states it")
    }
  }
}
