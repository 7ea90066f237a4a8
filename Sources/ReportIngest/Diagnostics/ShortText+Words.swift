import ReportModel

extension ShortText {
  /// What the text is, as a message calls it.
  var name: LocalizedText {
    switch self {
    case .header: LocalizedText(es: "el encabezado", en: "the header")
    case .office: LocalizedText(es: "el nombre del área", en: "the office's name")
    case .unit: LocalizedText(es: "la unidad de medida", en: "the unit of measure")
    case .totalLabel: LocalizedText(es: "el rótulo del total", en: "the total's label")
    case .signature: LocalizedText(es: "la firma", en: "the signature")
    case .note: LocalizedText(es: "la nota", en: "the note")
    case .titles: LocalizedText(es: "el texto sobre la tabla", en: "the text above the table")
    }
  }

  var hint: LocalizedText {
    switch self {
    case .header:
      LocalizedText(
        es: "Acórtelo; lo que explica la columna va debajo de la tabla, como nota.",
        en: "Shorten it; what explains the column goes below the table, as a note.")
    case .office:
      LocalizedText(
        es: "Deje en esa línea solo el nombre del área.", en: "Leave only the office's name in that line.")
    case .unit, .totalLabel, .signature:
      LocalizedText(
        es: "Deje solo lo necesario; lo demás va debajo de la tabla, como nota.",
        en: "Keep only what is needed; the rest goes below the table, as a note.")
    case .note:
      LocalizedText(
        es: "Acórtela o divídala en varios renglones.", en: "Shorten it, or divide it into several rows.")
    case .titles:
      LocalizedText(
        es: "Deje sobre la tabla solo su título; lo demás va debajo, como nota.",
        en: "Leave only its title above the table; the rest goes below it, as a note.")
    }
  }
}
