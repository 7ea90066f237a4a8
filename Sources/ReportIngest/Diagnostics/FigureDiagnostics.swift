import ReportModel

/// What is wrong with a figure, or worth knowing of it.
extension Diagnostic {
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
      code: DiagnosticCode.ambiguousSeparator, severity: isProved ? .note : .warning, message: message,
      hint: LocalizedText(
        es: "Si no es así, escriba las cifras sin separador de millares.",
        en: "If that is wrong, write the figures without a thousands separator."),
      at: location)
  }

  static func rateNotAdded(_ count: Int, at location: SourceLocation) -> Diagnostic {
    note(
      .rateNotAdded, location,
      es:
        "los porcentajes no se suman: la fuente no da la cifra anual de \(count == 1 ? "una actividad" : "\(count) actividades")",
      en:
        "percentages are not added up: the source gives no annual figure for \(count == 1 ? "one activity" : "\(count) activities")",
      hintES: "Agregue las columnas META ANUAL y REAL ANUAL con la cifra del año.",
      hintEN: "Add columns for the annual goal and the annual real figure.")
  }

  /// - Parameters:
  ///   - sum: what the activity's real figures add up to.
  ///   - last: the last of them.
  static func cumulativeFigures(
    _ activity: LocalizedText, _ sum: Quantity, _ last: Quantity, at location: SourceLocation
  ) -> Diagnostic {
    error(
      .cumulativeFigures, location,
      es:
        "las cifras parecen acumuladas; \(activity.es): si cada una es solo de su periodo, el año da \(sum); si cada una "
        + "incluye las anteriores, \(last)",
      en: "the figures seem cumulative; \(activity.en): if each is of its period alone, the year makes \(sum); if each "
        + "holds those before it, \(last)",
      hintES: "Agregue las columnas META ANUAL y REAL ANUAL, que lo prueban, o ponga en cada periodo solo lo suyo.",
      hintEN:
        "Add the columns META ANUAL and REAL ANUAL, which prove it, or put in each period only what belongs to it.")
  }

  static func runningFigures(at location: SourceLocation) -> Diagnostic {
    note(
      .runningFigures, location,
      es: "las cifras son acumuladas: la última es la del año; la de cada periodo es la diferencia con la anterior",
      en: "the figures are cumulative: the last is the year's; each period's own is the difference to the one before",
      hintES: "Si no es así, corrija las columnas del año.", hintEN: "If that is wrong, correct the year's columns.")
  }

  static func ambiguousFigure(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      .ambiguousFigure, location,
      es: "«\(text.shortened)» puede ser millares o decimales: la tabla usa el punto y la coma de las dos maneras",
      en: "“\(text.shortened)” may be thousands or decimals: the table uses point and comma both ways",
      hintES: "Escriba la cifra sin separador de millares.", hintEN: "Write the figure without a thousands separator.")
  }

  static func dateForFigure(_ text: String, at location: SourceLocation) -> Diagnostic {
    error(
      .dateForFigure, location, es: "la celda contiene la fecha «\(text.shortened)» en lugar de un número",
      en: "the cell holds the date “\(text.shortened)” instead of a number",
      hintES: "La hoja de cálculo pudo cambiarla: dé a la celda formato de número o de texto y escríbala de nuevo.",
      hintEN: "The spreadsheet may have changed it: format the cell as number or text and write it again.")
  }

  static func uncomputed(at location: SourceLocation) -> Diagnostic {
    error(
      .uncomputedFormula, location, es: "la fórmula no tiene resultado guardado",
      en: "the formula has no stored result",
      hintES: "Abra el libro en su hoja de cálculo y guárdelo una vez.",
      hintEN: "Open the workbook in your spreadsheet and save it once.")
  }

  static func footnoteMark(_ mark: String, _ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      .footnoteMark, location, es: "«\(text.shortened)» lleva la llamada «\(mark)»",
      en: "“\(text.shortened)” has the note mark “\(mark)”",
      hintES: "Si es parte de la cifra, escríbala sin la marca.",
      hintEN: "If it is part of the figure, write it without the mark.")
  }

  static func unitInCell(_ unit: String, _ text: String, at location: SourceLocation) -> Diagnostic {
    note(
      .unitInCell, location, es: "«\(text.shortened)» lleva la unidad «\(unit.shortened)»",
      en: "“\(text.shortened)” has the unit “\(unit.shortened)”",
      hintES: "Ponga la unidad en una columna UNIDAD DE MEDIDA.", hintEN: "Put the unit in a column UNIDAD DE MEDIDA.")
  }
}
