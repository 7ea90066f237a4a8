import ReportModel

/// What is wrong with a header, or worth knowing of it.
extension Diagnostic {
  static func headerSlip(_ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      "header-slip", location, es: "el encabezado «\(text.shortened)» se entendió, aunque está mal escrito",
      en: "the header “\(text.shortened)” was understood, though misspelt",
      hintES: "Corríjalo en la fuente.", hintEN: "Correct it in the source.")
  }

  static func ambiguousPeriods(_ units: [Int], at location: SourceLocation) -> Diagnostic {
    let names = [
      1: ("meses", "months"), 2: ("bimestres", "two-month periods"), 3: ("trimestres", "quarters"),
      4: ("cuatrimestres", "four-month periods"), 6: ("semestres", "half-years"),
    ]
    let es = units.compactMap { names[$0]?.0 }.joined(separator: " o ")
    let en = units.compactMap { names[$0]?.1 }.joined(separator: " or ")
    return error(
      "ambiguous-periods", location, es: "los periodos pueden leerse de varias maneras: \(es)",
      en: "the periods can be read in several ways: \(en)",
      hintES: "Escriba en el encabezado qué meses abarca cada periodo.",
      hintEN: "Write in the header which months each period covers.")
  }

  static func unreadablePeriod(_ label: String, at location: SourceLocation) -> Diagnostic {
    error(
      "unreadable-period", location, es: "no se entiende de qué periodo es la columna «\(label.shortened)»",
      en: "of which period the column “\(label.shortened)” is cannot be told",
      hintES: "Escriba los meses o el número del periodo: ENE-MAR PROG, 1ER TRIM REAL.",
      hintEN: "Write the months or the period's number: ENE-MAR PROG, 1ER TRIM REAL.")
  }

  static func unknownPeriod(_ label: String, at location: SourceLocation) -> Diagnostic {
    warning(
      "unknown-period", location, es: "el encabezado «\(label.shortened)» no dice qué meses abarca",
      en: "the header “\(label.shortened)” does not say which months it covers",
      hintES: "Escriba los meses o el número del periodo: ENE-MAR, 1ER TRIMESTRE.",
      hintEN: "Write the months or the period's number: ENE-MAR, 1ER TRIMESTRE.")
  }

  static func subtotalColumns(_ label: String, at location: SourceLocation) -> Diagnostic {
    note(
      "subtotal-columns", location,
      es: "las columnas de «\(label.shortened)» suman otros periodos y no se incluyen",
      en: "the columns of “\(label.shortened)” are sums of other periods and are left out",
      hintES: "Si son un periodo aparte, corrija el encabezado.",
      hintEN: "If they are a period of their own, correct the header.")
  }

  static func overlappingPeriods(_ label: String, _ other: String, at location: SourceLocation) -> Diagnostic {
    error(
      "overlapping-periods", location, es: "los periodos «\(other)» y «\(label)» comparten meses",
      en: "the periods “\(other)” and “\(label)” share months",
      hintES: "Si las columnas son acumuladas, ponga las cifras de cada periodo; si no, corrija el encabezado.",
      hintEN: "If the columns are cumulative, put the figures of each period; else correct the header.")
  }

  static func reorderedPeriods(at location: SourceLocation) -> Diagnostic {
    note(
      "reordered-periods", location, es: "los periodos no están en el orden del año; el informe los ordena",
      en: "the periods are not in the order of the year; the report puts them in order",
      hintES: "Revise que los encabezados sean los correctos.", hintEN: "Check that the headers are the right ones.")
  }

  static func repeatedHeader(at location: SourceLocation) -> Diagnostic {
    note(
      "repeated-header", location, es: "el encabezado se repite; la tabla continúa debajo",
      en: "the header is repeated; the table goes on below it",
      hintES: "Si debajo empieza otra tabla, póngale su título.",
      hintEN: "If another table begins below, give it its title.")
  }

  static func restartedTable(_ number: String, at location: SourceLocation) -> Diagnostic {
    error(
      "restarted-table", location,
      es: "debajo del encabezado repetido la actividad \(number) aparece otra vez: puede ser otra tabla o la misma",
      en: "below the repeated header activity \(number) comes again: this may be another table or the same one",
      hintES: "Ponga sobre cada tabla el nombre de su área, o quite el encabezado repetido.",
      hintEN: "Put the office's name above each table, or remove the repeated header.")
  }

  static func noHeader(at location: SourceLocation) -> Diagnostic {
    error(
      "no-header", location, es: "no se encontró un encabezado con columnas PROG y REAL",
      en: "no header with PROG and REAL columns was found",
      hintES: "Ponga sobre las cifras un renglón con PROG y REAL para cada periodo.",
      hintEN: "Put a row with PROG and REAL for each period above the figures.")
  }

  static func missingColumn(_ word: String, at location: SourceLocation) -> Diagnostic {
    error(
      "missing-column", location, es: "falta la columna \(word)", en: "the column \(word) is missing",
      hintES: "Agregue la columna o corrija su encabezado.", hintEN: "Add the column or correct its header.")
  }

  static func incompletePeriod(_ label: String, _ word: String, at location: SourceLocation) -> Diagnostic {
    error(
      "incomplete-period", location, es: "el periodo «\(label)» no tiene una columna \(word)",
      en: "the period “\(label)” has no \(word) column",
      hintES: "Cada periodo necesita PROG y REAL; corrija el encabezado.",
      hintEN: "Each period needs PROG and REAL; correct the header.")
  }

  static func duplicateColumn(_ label: String, at location: SourceLocation) -> Diagnostic {
    error(
      "duplicate-column", location, es: "la columna «\(label)» está dos veces",
      en: "the column “\(label)” is there twice",
      hintES: "Quite la columna repetida o corrija su encabezado.",
      hintEN: "Remove the repeated column or correct its header.")
  }

  static func unnamedColumn(at location: SourceLocation) -> Diagnostic {
    error(
      "unnamed-column", location, es: "hay datos en una columna sin encabezado",
      en: "there are data in a column without a header",
      hintES: "Ponga un encabezado a la columna o quite los datos.",
      hintEN: "Give the column a header or remove the data.")
  }

  static func unknownColumn(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: "unknown-column", severity: .warning,
      message: LocalizedText(
        es: "la columna «\(label)» no se reconoce y no se incluye", en: "the column “\(label)” is unknown and left out"),
      hint: LocalizedText(
        es: "Si contiene cifras del informe, corrija su encabezado.",
        en: "If it holds figures of the report, correct its header."),
      at: location)
  }
}
