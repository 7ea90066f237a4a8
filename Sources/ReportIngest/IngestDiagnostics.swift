import ReportModel

/// What reading may have to say, each with its stable code, words and remedy.
extension Diagnostic {
  private static func error(
    _ code: String, _ location: SourceLocation, es: String, en: String, hintES: String, hintEN: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, message: LocalizedText(es: es, en: en),
      hint: LocalizedText(es: hintES, en: hintEN), at: location)
  }

  // Files
  static func emptyFile(at location: SourceLocation) -> Diagnostic {
    error(
      "empty-file", location, es: "el archivo está vacío", en: "the file is empty",
      hintES: "Exporte la tabla de nuevo como texto separado por tabuladores.",
      hintEN: "Export the table again as tab-separated text.")
  }

  static func notText(_ kind: FileKind, at location: SourceLocation) -> Diagnostic {
    error(
      "not-text", location, es: "no es una tabla de texto, es un archivo \(kind.rawValue)",
      en: "this is no text table but a \(kind.rawValue) file",
      hintES: "Abra la tabla en su hoja de cálculo y guárdela como texto separado por tabuladores (UTF-8).",
      hintEN: "Open the table in your spreadsheet and save it as tab-separated text (UTF-8).")
  }

  static func binary(line: Int, _ file: String) -> Diagnostic {
    error(
      "binary-data", SourceLocation(file: file, row: line), es: "hay bytes nulos: no es texto UTF-8",
      en: "there are zero bytes: this is not UTF-8 text",
      hintES: "Guarde la tabla como texto separado por tabuladores en UTF-8, no en UTF-16.",
      hintEN: "Save the table as tab-separated text in UTF-8, not UTF-16.")
  }

  static func notUTF8(line: Int, _ file: String) -> Diagnostic {
    error(
      "not-utf8", SourceLocation(file: file, row: line), es: "el texto no está en UTF-8",
      en: "the text is not UTF-8", hintES: "Guarde la tabla con la codificación UTF-8.",
      hintEN: "Save the table with UTF-8 encoding.")
  }

  // Headers
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

  static func ambiguousDecimal(_ text: String, read: Quantity, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: "ambiguous-separator", severity: .warning,
      message: LocalizedText(
        es: "«\(text)» se leyó como \(read) (en México el punto separa decimales)",
        en: "“\(text)” was read as \(read) (in Mexico the point is the decimal separator)"),
      hint: LocalizedText(
        es: "Si son millares, escriba la cifra con coma o sin separador.",
        en: "If it means thousands, write the figure with a comma or without a separator."),
      at: location)
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
