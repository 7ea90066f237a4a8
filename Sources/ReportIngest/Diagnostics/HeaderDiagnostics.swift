import ReportModel

/// What is wrong with a header, or worth knowing of it.
extension Diagnostic {
  static func headerSlip(_ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      .headerSlip, location, es: "el encabezado «\(text.shortened)» se entendió, aunque está mal escrito",
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
      .ambiguousPeriods, location, es: "los periodos pueden leerse de varias maneras: \(es)",
      en: "the periods can be read in several ways: \(en)",
      hintES: "Escriba en el encabezado qué meses abarca cada periodo.",
      hintEN: "Write in the header which months each period covers.")
  }

  static func unreadablePeriod(_ label: String, at location: SourceLocation) -> Diagnostic {
    error(
      .unreadablePeriod, location, es: "no se entiende de qué periodo es la columna «\(label.shortened)»",
      en: "of which period the column “\(label.shortened)” is cannot be told",
      hintES: "Escriba los meses o el número del periodo: ENE-MAR PROG, 1ER TRIM REAL.",
      hintEN: "Write the months or the period's number: ENE-MAR PROG, 1ER TRIM REAL.")
  }

  static func unprovenGroup(_ label: String, among count: Int, at location: SourceLocation) -> Diagnostic {
    error(
      .unprovenGroup, location,
      es:
        "las columnas de «\(label.shortened)» pueden ser un periodo más, otra medida o una suma de las demás: nada lo prueba",
      en:
        "the columns of “\(label.shortened)” may be one more period, another measure or a sum of the others: nothing proves it",
      hintES:
        "Si son un periodo, escriba sus meses (ENE-MAR, 1ER TRIMESTRE); si suman, escriba SUBTOTAL o TOTAL; si miden otra cosa, quite PROG y REAL.",
      hintEN:
        "If they are a period, write its months (ENE-MAR, 1ER TRIMESTRE); if they are a sum, write SUBTOTAL or TOTAL; if they measure something else, take PROG and REAL away."
    )
  }

  static func moneyColumn(_ label: String, at location: SourceLocation) -> Diagnostic {
    note(
      .moneyColumn, location,
      es:
        "la columna «\(label.shortened)» es de dinero: se conserva aparte y no se suma con las cifras de la actividad",
      en: "the column “\(label.shortened)” is of money: it is kept apart and not added to the activity's figures",
      hintES: "Si es una cifra de la actividad, corrija su encabezado.",
      hintEN: "If it is a figure of the activity, correct its header.")
  }

  static func otherYear(_ label: String, _ year: Int, report: Int, at location: SourceLocation) -> Diagnostic {
    note(
      .otherYear, location,
      es: "la columna «\(label.shortened)» es de \(year) y el informe de \(report): se conserva aparte",
      en: "the column “\(label.shortened)” is of \(year) and the report of \(report): it is kept apart",
      hintES: "Si el año está mal escrito, corríjalo.", hintEN: "If the year is a slip, correct it.")
  }

  static func severalYears(_ years: [Int], at location: SourceLocation) -> Diagnostic {
    let list = years.map(String.init).joined(separator: ", ")
    return error(
      .severalYears, location, es: "la tabla tiene varios años: \(list)", en: "the table has several years: \(list)",
      hintES: "Cada año es un informe: ponga cada uno en su propia tabla, o nombre el año del informe en el título.",
      hintEN: "Each year is a report: put each into a table of its own, or name the report's year in the title.")
  }

  static func secondColumn(_ label: String, at location: SourceLocation) -> Diagnostic {
    note(
      .secondColumn, location,
      es: "otra columna dice ya lo que «\(label.shortened)»: esta se conserva aparte",
      en: "another column says what “\(label.shortened)” says already: this one is kept apart",
      hintES: "Deje una sola de las dos, o revise sus encabezados.",
      hintEN: "Keep only one of the two, or check their headers.")
  }

  static func subtotalColumns(_ label: String, at location: SourceLocation) -> Diagnostic {
    note(
      .subtotalColumns, location,
      es: "las columnas de «\(label.shortened)» suman otros periodos: se revisan y no se vuelven a sumar",
      en: "the columns of “\(label.shortened)” are sums of other periods: they are checked and not added again",
      hintES: "Si son un periodo aparte, corrija el encabezado.",
      hintEN: "If they are a period of their own, correct the header.")
  }

  static func overlappingPeriods(_ label: String, _ other: String, at location: SourceLocation) -> Diagnostic {
    error(
      .overlappingPeriods, location, es: "los periodos «\(other)» y «\(label)» comparten meses",
      en: "the periods “\(other)” and “\(label)” share months",
      hintES: "Si las columnas son acumuladas, ponga las cifras de cada periodo; si no, corrija el encabezado.",
      hintEN: "If the columns are cumulative, put the figures of each period; else correct the header.")
  }

  static func reorderedPeriods(at location: SourceLocation) -> Diagnostic {
    note(
      .reorderedPeriods, location, es: "los periodos no están en el orden del año; el informe los ordena",
      en: "the periods are not in the order of the year; the report puts them in order",
      hintES: "Revise que los encabezados sean los correctos.", hintEN: "Check that the headers are the right ones.")
  }

  static func repeatedHeader(at location: SourceLocation) -> Diagnostic {
    note(
      .repeatedHeader, location, es: "el encabezado se repite; la tabla continúa debajo",
      en: "the header is repeated; the table goes on below it",
      hintES: "Si debajo empieza otra tabla, póngale su título.",
      hintEN: "If another table begins below, give it its title.")
  }

  static func restartedTable(_ number: String, at location: SourceLocation) -> Diagnostic {
    error(
      .restartedTable, location,
      es: "debajo del encabezado repetido la actividad \(number) aparece otra vez: puede ser otra tabla o la misma",
      en: "below the repeated header activity \(number) comes again: this may be another table or the same one",
      hintES: "Ponga sobre cada tabla el nombre de su área, o quite el encabezado repetido.",
      hintEN: "Put the office's name above each table, or remove the repeated header.")
  }

  static func tooLong(_ text: ShortText, _ count: Int, at location: SourceLocation) -> Diagnostic {
    let (name, hint) = (text.name, text.hint)
    return error(
      .labelTooLong, location, es: "\(name.es) tiene \(count) caracteres, más de \(text.longest)",
      en: "\(name.en) has \(count) characters, more than \(text.longest)", hintES: hint.es, hintEN: hint.en)
  }

  static func noHeader(at location: SourceLocation) -> Diagnostic {
    error(
      .noHeader, location, es: "no se encontró un encabezado con columnas PROG y REAL",
      en: "no header with PROG and REAL columns was found",
      hintES: "Ponga sobre las cifras un renglón con PROG y REAL para cada periodo.",
      hintEN: "Put a row with PROG and REAL for each period above the figures.")
  }

  static func missingColumn(_ word: String, at location: SourceLocation) -> Diagnostic {
    error(
      .missingColumn, location, es: "falta la columna \(word)", en: "the column \(word) is missing",
      hintES: "Agregue la columna o corrija su encabezado.", hintEN: "Add the column or correct its header.")
  }

  static func incompletePeriod(_ label: String, _ word: String, at location: SourceLocation) -> Diagnostic {
    error(
      .incompletePeriod, location, es: "el periodo «\(label)» no tiene una columna \(word)",
      en: "the period “\(label)” has no \(word) column",
      hintES: "Cada periodo necesita PROG y REAL; corrija el encabezado.",
      hintEN: "Each period needs PROG and REAL; correct the header.")
  }

  static func duplicateColumn(
    _ label: String, _ other: String, _ otherPlace: SourceLocation, at location: SourceLocation
  ) -> Diagnostic {
    let place = otherPlace.cell ?? "\(otherPlace.row ?? 0):\(otherPlace.column ?? 0)"
    return error(
      .duplicateColumn, location,
      es: "las columnas «\(label.shortened)» y «\(other.shortened)» (\(place)) dicen lo mismo",
      en: "the columns “\(label.shortened)” and “\(other.shortened)” (\(place)) mean the same",
      hintES: "Quite una de las dos o corrija su encabezado.",
      hintEN: "Remove one of the two or correct its header.")
  }

  static func unnamedColumn(at location: SourceLocation) -> Diagnostic {
    error(
      .unnamedColumn, location, es: "hay datos en una columna sin encabezado",
      en: "there are data in a column without a header",
      hintES: "Ponga un encabezado a la columna o quite los datos.",
      hintEN: "Give the column a header or remove the data.")
  }

  static func unknownColumn(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.unknownColumn, severity: .warning,
      message: LocalizedText(
        es: "la columna «\(label.shortened)» no se reconoce: se conserva como dato adicional",
        en: "the column “\(label.shortened)” is unknown: it is kept as an additional one"),
      hint: LocalizedText(
        es: "Si contiene cifras del informe, corrija su encabezado.",
        en: "If it holds figures of the report, correct its header."),
      at: location)
  }

  static func shareColumn(_ label: String, at location: SourceLocation) -> Diagnostic {
    note(
      .shareColumn, location,
      es: "la columna «\(label.shortened)» es un porcentaje que el informe no usa: se conserva como dato adicional",
      en: "the column “\(label.shortened)” is a per cent that the report does not use: it is kept as an additional one",
      hintES: "Si es el cumplimiento, escriba % DE CUMPLIMIENTO.",
      hintEN: "If it is what was met, write % DE CUMPLIMIENTO.")
  }

  static func noDepartment(at location: SourceLocation) -> Diagnostic {
    note(
      .noDepartment, location, es: "ninguna línea sobre la tabla nombra el área",
      en: "no line above the table names the office",
      hintES: "Escriba el nombre del área sobre la tabla, o «department» en informe.yml.",
      hintEN: "Write the office's name above the table, or “department” in informe.yml.")
  }

  static func noYear(at location: SourceLocation) -> Diagnostic {
    note(
      .noYear, location, es: "nada nombra el año del informe", en: "nothing names the report's year",
      hintES: "Escríbalo sobre la tabla (INFORME ANUAL 2024) o en el encabezado.",
      hintEN: "Write it above the table (ANNUAL REPORT 2024) or in the header.")
  }

  static func noRealFigures(_ year: Int, at location: SourceLocation) -> Diagnostic {
    error(
      .noRealFigures, location,
      es: "la tabla no tiene nada realizado de \(year): solo lo programado, y lo realizado de otro año",
      en: "the table has nothing real of \(year): only what is programmed, and real figures of another year",
      hintES: "Agregue las columnas de lo realizado en \(year), o nombre en el título el año del informe.",
      hintEN: "Add the columns of what was done in \(year), or name the report's year in the title.")
  }

  static func sideBySide(_ label: String, at location: SourceLocation) -> Diagnostic {
    error(
      .sideBySideTables, location,
      es: "hay dos tablas una al lado de la otra: aquí empieza otra columna «\(label.shortened)»",
      en: "two tables stand side by side: another column “\(label.shortened)” begins here",
      hintES: "Ponga cada tabla en su hoja, o una debajo de la otra con su título.",
      hintEN: "Put each table on a sheet of its own, or one below the other with its title.")
  }
}

/// How a table is arranged.
extension Diagnostic {
  static func readAs(_ columns: ColumnSummary, at location: SourceLocation) -> Diagnostic {
    note(
      .readAs, location, es: "\(columns.count) columnas se leyeron como \(columns.text.es)",
      en: "\(columns.count) columns were read as \(columns.text.en)",
      hintES: "Si no es así, corrija el encabezado.", hintEN: "If that is wrong, correct the header.")
  }

  static func alternatingRows(_ rows: Int, _ activities: Int, at location: SourceLocation) -> Diagnostic {
    note(
      .alternatingRows, location,
      es:
        "PROG y REAL son renglones: \(rows) renglones se leyeron como \(activities == 1 ? "una actividad" : "\(activities) actividades")",
      en:
        "PROG and REAL are rows: \(rows) rows were read as \(activities == 1 ? "one activity" : "\(activities) activities")",
      hintES: "Revise que cada actividad tenga los suyos.", hintEN: "Check that each activity has its own.")
  }

  static func alternatingLayout(at location: SourceLocation) -> Diagnostic {
    error(
      .alternatingLayout, location,
      es: "PROG y REAL son renglones en lugar de columnas, y no se puede saber a qué actividad o periodo va cada uno",
      en: "PROG and REAL are rows instead of columns, and to which activity or period each belongs cannot be told",
      hintES:
        "Dé a cada actividad un renglón PROG y uno REAL juntos, con los periodos arriba, o ponga PROG y REAL como columnas.",
      hintEN:
        "Give each activity one row PROG and one REAL together, with the periods above, or make PROG and REAL columns.")
  }

  static func alternatingRowMissing(_ word: String, at location: SourceLocation) -> Diagnostic {
    error(
      .alternatingLayout, location,
      es: "PROG y REAL son renglones en lugar de columnas, y a esta actividad le falta el de \(word)",
      en: "PROG and REAL are rows instead of columns, and this activity has none of \(word)",
      hintES: "Agregue el renglón, en blanco si no hay nada que decir.",
      hintEN: "Add the row, blank if there is nothing to say.")
  }

  static func longForm(
    _ rows: Int, _ activities: Int, _ header: String, at location: SourceLocation
  ) -> Diagnostic {
    note(
      .longForm, location,
      es:
        "cada renglón es un periodo de una actividad («\(header.shortened)»): \(rows) renglones se leyeron como \(activities == 1 ? "una actividad" : "\(activities) actividades")",
      en:
        "each row is one period of an activity (“\(header.shortened)”): \(rows) rows were read as \(activities == 1 ? "one activity" : "\(activities) activities")",
      hintES: "Revise que las actividades sean esas.", hintEN: "Check that these are the activities.")
  }

  static func longLayout(_ header: String, at location: SourceLocation) -> Diagnostic {
    error(
      .longLayout, location,
      es: "cada renglón es un periodo («\(header.shortened)») y no una actividad, y no se pueden reunir sin duda",
      en: "each row is a period (“\(header.shortened)”) and no activity, and they cannot be put together without doubt",
      hintES: "Deje PROG y REAL una vez y un solo renglón por actividad y periodo, o ponga los periodos como columnas.",
      hintEN: "Have PROG and REAL once and one row for each activity and period, or make the periods columns.")
  }

  static func longLayoutRow(_ row: String, at location: SourceLocation) -> Diagnostic {
    error(
      .longLayout, location,
      es: "cada renglón es un periodo de una actividad, y de qué periodo es «\(row.shortened)» no se puede saber",
      en: "each row is one period of an activity, and of which period “\(row.shortened)” is cannot be told",
      hintES: "Escriba el periodo del renglón en su columna.", hintEN: "Write the row's period in its column.")
  }

  static func longLayoutSum(_ row: String, at location: SourceLocation) -> Diagnostic {
    error(
      .longLayout, location,
      es: "«\(row.shortened)» no es la suma de los periodos de su actividad ni la de todas: o es otra cosa, o está mal",
      en: "“\(row.shortened)” is not the sum of its activity's periods, nor of all: it is something else, or wrong",
      hintES: "Corrija las cifras del renglón o quítelo.", hintEN: "Correct the row's figures or remove it.")
  }

  static func missingFigureRowRead(at location: SourceLocation) -> Diagnostic {
    warning(
      .figureRowInferred, location,
      es:
        "falta el renglón de PROG, REAL y VAR.: se dedujo de que la tercera columna es siempre la primera menos la segunda",
      en:
        "the row of PROG, REAL and VAR. is missing: it follows from the third column, always the first less the second",
      hintES: "Agregue el renglón debajo de los periodos.", hintEN: "Add the row below the periods.")
  }

  static func missingFigureRow(at location: SourceLocation) -> Diagnostic {
    error(
      .missingFigureRow, location, es: "falta el renglón de PROG y REAL debajo de los periodos",
      en: "the row of PROG and REAL is missing below the periods",
      hintES: "Escriba debajo de cada periodo PROG y REAL sobre sus columnas.",
      hintEN: "Write PROG and REAL below each period over its columns.")
  }

  static func collapsedHeader(_ width: Int, at location: SourceLocation) -> Diagnostic {
    note(
      .collapsedHeader, location,
      es: "las celdas combinadas del encabezado se perdieron: sus etiquetas se repartieron entre las \(width) columnas",
      en: "the header's merged cells were lost: its labels were spread over the \(width) columns",
      hintES: "Revise que cada columna tenga su etiqueta.", hintEN: "Check that each column has its label.")
  }
}
