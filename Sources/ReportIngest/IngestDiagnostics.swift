import ReportModel
import Spreadsheets

/// What reading may have to say, each with its stable code, words and remedy.
extension Diagnostic {
  private static func error(
    _ code: String, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }

  private static func warning(
    _ code: String, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .warning, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }

  private static func note(
    _ code: String, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .note, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }

  // Files
  static func notText(_ kind: String, at location: SourceLocation) -> Diagnostic {
    error(
      "not-a-table", location, es: "no es una tabla, es un archivo \(kind)", en: "this is no table but a \(kind) file",
      hintES: "Abra la tabla en su hoja de cálculo y guárdela como .xlsx, .ods o texto separado por tabuladores.",
      hintEN: "Open the table in your spreadsheet and save it as .xlsx, .ods or tab-separated text.")
  }

  static func binary(line: Int, _ file: String) -> Diagnostic {
    error(
      "binary-data", SourceLocation(file: file, row: line), es: "hay caracteres de control: no es texto",
      en: "there are control characters: this is no text",
      hintES: "Quite esos caracteres o guarde la tabla de nuevo desde su hoja de cálculo.",
      hintEN: "Remove those characters, or save the table again from your spreadsheet.")
  }

  static func unknownEncoding(line: Int, _ file: String) -> Diagnostic {
    error(
      "unknown-encoding", SourceLocation(file: file, row: line),
      es: "no se puede saber en qué codificación está el texto", en: "the text's encoding cannot be told",
      hintES: "Guarde la tabla con la codificación UTF-8.", hintEN: "Save the table with UTF-8 encoding.")
  }

  static func lostCharacters(line: Int, _ file: String) -> Diagnostic {
    error(
      "lost-characters", SourceLocation(file: file, row: line),
      es: "hay letras perdidas (�): otro programa ya dañó el texto",
      en: "there are lost letters (�): another program has damaged the text",
      hintES: "Exporte la tabla de nuevo desde el original, en UTF-8.",
      hintEN: "Export the table again from the original, as UTF-8.")
  }

  static func damagedUTF16(at location: SourceLocation) -> Diagnostic {
    error(
      "damaged-encoding", location, es: "el texto UTF-16 está dañado", en: "the UTF-16 text is damaged",
      hintES: "Guarde la tabla de nuevo; el archivo puede estar cortado.",
      hintEN: "Save the table again; the file may be truncated.")
  }

  static func encoding(_ name: String, at location: SourceLocation) -> Diagnostic {
    note(
      "encoding", location, es: "el texto se leyó como \(name)", en: "the text was read as \(name)",
      hintES: "Si ve letras equivocadas, guarde la tabla en UTF-8.",
      hintEN: "If letters are wrong, save the table as UTF-8.")
  }

  static func repairedEncoding(_ example: String, at location: SourceLocation) -> Diagnostic {
    warning(
      "repaired-encoding", location, es: "el texto estaba codificado dos veces y se reparó: «\(example)»",
      en: "the text was encoded twice and has been repaired: “\(example)”",
      hintES: "Revise los acentos y guarde la tabla en UTF-8.", hintEN: "Check the accents and save the table as UTF-8."
    )
  }

  static func tooLarge(_ part: String, at location: SourceLocation) -> Diagnostic {
    error(
      "too-large", location,
      es: "«\(part.shortened)» es demasiado grande: a lo más 64 MB descomprimidos, 1,500,000 celdas y 1,024 columnas",
      en: "“\(part.shortened)” is too large: at most 64 MB unpacked, 1,500,000 cells and 1,024 columns",
      hintES: "Deje en el archivo solo la tabla.", hintEN: "Leave only the table in the file.")
  }

  static func tooLargeText(at location: SourceLocation) -> Diagnostic {
    error(
      "too-large", location, es: "el texto pasa de 12 MB", en: "the text is larger than 12 MB",
      hintES: "Deje en el archivo solo la tabla.", hintEN: "Leave only the table in the file.")
  }

  static func spreadsheet(_ failure: SpreadsheetFailure, _ file: String) -> Diagnostic {
    let place = SourceLocation(file: file)
    switch failure {
    case .tooLarge(let part): return tooLarge(part, at: place)
    case .unsupported(let kind): return notText(kind, at: place)
    case .encrypted:
      return error(
        "encrypted", place, es: "el libro está protegido con contraseña", en: "the workbook is protected by a password",
        hintES: "Quite la contraseña y guárdelo de nuevo.", hintEN: "Remove the password and save it again.")
    case .damaged(let part):
      return error(
        "damaged-file", place, es: "el archivo está dañado o cortado (\(part.shortened))",
        en: "the file is damaged or truncated (\(part.shortened))",
        hintES: "Ábralo en su hoja de cálculo y guárdelo de nuevo.",
        hintEN: "Open it in your spreadsheet and save it again.")
    case .documentType(let part):
      return error(
        "forbidden-markup", place, es: "«\(part.shortened)» declara entidades XML, que no se leen",
        en: "“\(part.shortened)” declares XML entities, which are not read",
        hintES: "Guarde el libro de nuevo desde su hoja de cálculo.",
        hintEN: "Save the workbook again from your spreadsheet.")
    }
  }

  // Sheets
  static func noSuchSheet(_ name: String, among names: [String], at location: SourceLocation) -> Diagnostic {
    let list = names.map { "«\($0)»" }.joined(separator: ", ")
    return error(
      "no-such-sheet", location, es: "no hay una hoja «\(name)»", en: "there is no sheet “\(name)”",
      hintES: names.isEmpty ? "Quite --sheet: es un archivo de texto." : "Elija una de estas: \(list).",
      hintEN: names.isEmpty ? "Leave out --sheet: this is a text file." : "Choose one of these: \(list).")
  }

  static func hiddenSheet(at location: SourceLocation) -> Diagnostic {
    warning(
      "hidden-sheet", location, es: "la hoja «\(location.sheet ?? "")» está oculta y no se lee",
      en: "the sheet “\(location.sheet ?? "")” is hidden and not read",
      hintES: "Si es parte del informe, muéstrela o elíjala con --sheet.",
      hintEN: "If it belongs to the report, unhide it or choose it with --sheet.")
  }

  static func sheetWithoutTable(at location: SourceLocation) -> Diagnostic {
    note(
      "sheet-without-table", location, es: "la hoja «\(location.sheet ?? "")» no tiene una tabla con PROG y REAL",
      en: "the sheet “\(location.sheet ?? "")” has no table with PROG and REAL",
      hintES: "Si debía tenerla, revise su encabezado.", hintEN: "If it should have one, check its header.")
  }

  static func hiddenRows(_ count: Int, at location: SourceLocation) -> Diagnostic {
    warning(
      "hidden-row", location, es: "hay renglones ocultos (\(count)); se incluyen",
      en: "there are hidden rows (\(count)); they are included",
      hintES: "Bórrelos si no son parte del informe.", hintEN: "Delete them if they do not belong to the report.")
  }

  static func hiddenColumns(_ count: Int, at location: SourceLocation) -> Diagnostic {
    warning(
      "hidden-column", location, es: "hay columnas ocultas (\(count)); se incluyen",
      en: "there are hidden columns (\(count)); they are included",
      hintES: "Bórrelas si no son parte del informe.", hintEN: "Delete them if they do not belong to the report.")
  }

  static func emptyFile(at location: SourceLocation) -> Diagnostic {
    error(
      "empty-file", location, es: "el archivo está vacío", en: "the file is empty",
      hintES: "Exporte la tabla de nuevo como texto separado por tabuladores.",
      hintEN: "Export the table again as tab-separated text.")
  }

  // Headers
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

  // Rows and figures
  static func ambiguousSeparator(
    _ text: String, _ decimal: DecimalSeparator, isProved: Bool, at location: SourceLocation
  ) -> Diagnostic {
    let read: String
    if case .cell(let cell) = FigureGrammar.read(text, decimal: decimal), case .number(let quantity) = cell.value {
      read = "\(quantity)"
    } else {
      read = text
    }
    let why =
      isProved
      ? (es: "así cuadran las sumas", en: "so the sums agree") : (es: "nada lo confirma", en: "nothing confirms it")
    let message = LocalizedText(
      es: "«\(text)» y las cifras parecidas se leyeron como \(read) (\(why.es))",
      en: "“\(text)” and figures like it were read as \(read) (\(why.en))")
    return Diagnostic(
      code: "ambiguous-separator", severity: isProved ? .note : .warning, message: message,
      hint: LocalizedText(
        es: "Si no es así, escriba las cifras sin separador de millares.",
        en: "If that is wrong, write the figures without a thousands separator."),
      at: location)
  }

  static func ambiguousFigure(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      "ambiguous-figure", location,
      es: "«\(text.shortened)» puede ser millares o decimales: la tabla usa el punto y la coma de las dos maneras",
      en: "“\(text.shortened)” may be thousands or decimals: the table uses point and comma both ways",
      hintES: "Escriba la cifra sin separador de millares.", hintEN: "Write the figure without a thousands separator.")
  }

  static func dateForFigure(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      "date-for-figure", location, es: "la celda contiene la fecha «\(text.shortened)» en lugar de un número",
      en: "the cell holds the date “\(text.shortened)” instead of a number",
      hintES: "La hoja de cálculo pudo cambiarla: dé a la celda formato de número o de texto y escríbala de nuevo.",
      hintEN: "The spreadsheet may have changed it: format the cell as number or text and write it again.")
  }

  static func uncomputed(at location: SourceLocation) -> Diagnostic {
    error(
      "uncomputed-formula", location, es: "la fórmula no tiene resultado guardado",
      en: "the formula has no stored result",
      hintES: "Abra el libro en su hoja de cálculo y guárdelo una vez.",
      hintEN: "Open the workbook in your spreadsheet and save it once.")
  }

  static func footnoteMark(_ mark: String, _ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      "footnote-mark", location, es: "«\(text.shortened)» lleva la llamada «\(mark)»",
      en: "“\(text.shortened)” has the note mark “\(mark)”",
      hintES: "Si es parte de la cifra, escríbala sin la marca.",
      hintEN: "If it is part of the figure, write it without the mark.")
  }

  static func unitInCell(_ unit: String, _ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      "unit-in-cell", location, es: "«\(text.shortened)» lleva la unidad «\(unit.shortened)»",
      en: "“\(text.shortened)” has the unit “\(unit.shortened)”",
      hintES: "Ponga la unidad en una columna UNIDAD DE MEDIDA.", hintEN: "Put the unit in a column UNIDAD DE MEDIDA.")
  }

  static func shifted(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      "shifted-row", location, es: "«\(text.shortened)» no corresponde a esta columna: el renglón parece recorrido",
      en: "“\(text.shortened)” does not belong in this column: the row seems to have shifted",
      hintES: "Revise que no falte ni sobre una celda en el renglón.",
      hintEN: "Check that no cell is missing or extra in the row.")
  }

  static func joinedRows(_ count: Int, at location: SourceLocation) -> Diagnostic {
    note(
      "joined-rows", location, es: "\(count) líneas se leyeron como un renglón: un salto de línea partía una celda",
      en: "\(count) lines were read as one row: a line break had torn a cell",
      hintES: "Exporte la tabla con comillas en las celdas de varias líneas.",
      hintEN: "Export the table with quotes around cells of several lines.")
  }

  static func continued(_ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      "row-continued", location, es: "«\(text.shortened)» continúa la actividad de arriba",
      en: "“\(text.shortened)” continues the activity above",
      hintES: "Si es otra actividad, escriba su número y sus cifras.",
      hintEN: "If it is another activity, write its number and figures.")
  }

  static func noActivities(at location: SourceLocation) -> Diagnostic {
    error(
      "no-activities", location, es: "no hay actividades debajo del encabezado",
      en: "there are no activities under the header",
      hintES: "Agregue un renglón por actividad.", hintEN: "Add a row for each activity.")
  }

  static func missingName(at location: SourceLocation) -> Diagnostic {
    error(
      "missing-name", location, es: "el renglón tiene cifras pero no el nombre de la actividad",
      en: "the row has figures but no name of an activity",
      hintES: "Escriba el nombre de la actividad o quite el renglón.",
      hintEN: "Write the activity's name or remove the row.")
  }

  static func cellCount(_ count: Int, expected: Int, at location: SourceLocation) -> Diagnostic {
    error(
      "cell-count", location, es: "el renglón tiene \(count) celdas en lugar de \(expected)",
      en: "the row has \(count) cells instead of \(expected)",
      hintES: "Revise que no falte ni sobre una celda: las cifras podrían estar recorridas.",
      hintEN: "Check that no cell is missing or extra: the figures may have shifted.")
  }

  static func notAFigure(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      "not-a-figure", location, es: "«\(text.shortened)» no es una cifra", en: "“\(text.shortened)” is not a figure",
      hintES: "Escriba un número, deje la celda en blanco o ponga N/A.",
      hintEN: "Write a number, leave the cell blank or put N/A.")
  }

  static func overflow(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      "figure-too-large", location, es: "«\(text.shortened)» es demasiado grande",
      en: "“\(text.shortened)” is too large",
      hintES: "Use a lo más 18 dígitos.", hintEN: "Use 18 digits at most.")
  }

  static func spreadsheetError(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      "spreadsheet-error", location, es: "la celda contiene el error «\(text.shortened)» de la hoja de cálculo",
      en: "the cell holds the spreadsheet's error “\(text.shortened)”",
      hintES: "Corrija la fórmula y exporte de nuevo.", hintEN: "Correct the formula and export again.")
  }

  static func setAside(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: "row-set-aside", severity: .note,
      message: LocalizedText(
        es: "el renglón «\(text.shortened)» no es una actividad y no se incluye",
        en: "the row “\(text.shortened)” is no activity and is left out"),
      hint: LocalizedText(
        es: "Si es una actividad, escriba sus cifras.", en: "If it is an activity, write its figures."),
      at: location)
  }
}

extension String {
  /// At most 40 characters, for messages.
  fileprivate var shortened: String { count <= 40 ? self : prefix(39) + "…" }
}
