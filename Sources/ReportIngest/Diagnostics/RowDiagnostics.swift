import ReportModel

/// What is wrong with a row, or worth knowing of it.
extension Diagnostic {
  static func shifted(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      .shiftedRow, location, es: "«\(text.shortened)» no corresponde a esta columna: el renglón parece recorrido",
      en: "“\(text.shortened)” does not belong in this column: the row seems to have shifted",
      hintES: "Revise que no falte ni sobre una celda en el renglón.",
      hintEN: "Check that no cell is missing or extra in the row.")
  }

  static func joinedRows(_ count: Int, at location: SourceLocation) -> Diagnostic {
    note(
      .joinedRows, location, es: "\(count) líneas se leyeron como un renglón: un salto de línea partía una celda",
      en: "\(count) lines were read as one row: a line break had torn a cell",
      hintES: "Exporte la tabla con comillas en las celdas de varias líneas.",
      hintEN: "Export the table with quotes around cells of several lines.")
  }

  static func continued(_ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      .rowContinued, location, es: "«\(text.shortened)» continúa la actividad de arriba",
      en: "“\(text.shortened)” continues the activity above",
      hintES: "Si es otra actividad, escriba su número y sus cifras.",
      hintEN: "If it is another activity, write its number and figures.")
  }

  static func noActivities(at location: SourceLocation) -> Diagnostic {
    error(
      .noActivities, location, es: "no hay actividades debajo del encabezado",
      en: "there are no activities under the header",
      hintES: "Agregue un renglón por actividad.", hintEN: "Add a row for each activity.")
  }

  static func missingName(at location: SourceLocation) -> Diagnostic {
    error(
      .missingName, location, es: "el renglón tiene cifras pero no el nombre de la actividad",
      en: "the row has figures but no name of an activity",
      hintES: "Escriba el nombre de la actividad o quite el renglón.",
      hintEN: "Write the activity's name or remove the row.")
  }

  static func cellCount(_ count: Int, expected: Int, at location: SourceLocation) -> Diagnostic {
    error(
      .cellCount, location, es: "el renglón tiene \(count) celdas en lugar de \(expected)",
      en: "the row has \(count) cells instead of \(expected)",
      hintES: "Revise que no falte ni sobre una celda: las cifras podrían estar recorridas.",
      hintEN: "Check that no cell is missing or extra: the figures may have shifted.")
  }

  static func notAFigure(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      .notAFigure, location, es: "«\(text.shortened)» no es una cifra", en: "“\(text.shortened)” is not a figure",
      hintES: "Escriba un número, deje la celda en blanco o ponga N/A.",
      hintEN: "Write a number, leave the cell blank or put N/A.")
  }

  static func overflow(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      .figureTooLarge, location, es: "«\(text.shortened)» es demasiado grande",
      en: "“\(text.shortened)” is too large",
      hintES: "Use a lo más 18 dígitos.", hintEN: "Use 18 digits at most.")
  }

  static func spreadsheetError(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      .spreadsheetError, location, es: "la celda contiene el error «\(text.shortened)» de la hoja de cálculo",
      en: "the cell holds the spreadsheet's error “\(text.shortened)”",
      hintES: "Corrija la fórmula y exporte de nuevo.", hintEN: "Correct the formula and export again.")
  }

  /// What a row is that is no activity.
  enum RowKind {
    case total
    case note
    case signature
    case other
  }

  static func setAside(_ text: String, _ kind: RowKind, at location: SourceLocation) -> Diagnostic {
    let (es, en) =
      switch kind {
      case .total: ("suma otros: se revisa y no es una actividad", "is a sum of others: it is checked and no activity")
      case .note: ("es una nota: se conserva como tal", "is a note: it is kept as such")
      case .signature: ("es de quienes firman y no es una actividad", "is of those who sign and no activity")
      case .other: ("no es una actividad y no se incluye", "is no activity and is left out")
      }
    return note(
      .rowSetAside, location, es: "el renglón «\(text.shortened)» \(es)", en: "the row “\(text.shortened)” \(en)",
      hintES: "Si es una actividad, escriba su nombre y sus cifras.",
      hintEN: "If it is an activity, write its name and figures.")
  }
}
