import Pages
import ReportLayout
import ReportModel

/// The files a report carries: its source, its data, and how it was made.
struct ReportAttachments {
  var source: Source
  let report: Report
  let data: CanonicalData
  var recipe: Recipe

  var all: [Attachment] {
    [
      Attachment(
        name: source.name, mediaType: source.mediaType, relationship: .source, description: text(sourceDescription),
        bytes: source.bytes),
      Attachment(
        name: own("datos.json"), mediaType: "application/json", relationship: .data,
        description: text(
          LocalizedText(
            es: "Datos del informe; su SHA-256 es el impreso al pie",
            en: "The report's data; their SHA-256 is printed at the foot")), bytes: data.json),
      Attachment(
        name: own("datos.csv"), mediaType: "text/csv", relationship: .data,
        description: text(
          LocalizedText(es: "Datos del informe para hoja de cálculo", en: "The report's data for spreadsheets")),
        bytes: data.csv),
      Attachment(
        name: own("opciones.json"), mediaType: "application/json", relationship: .supplement,
        description: text(
          LocalizedText(
            es: "Opciones con que se hizo el informe", en: "The options the report was made with")), bytes: recipe.json),
    ]
  }

  /// A file may hold several reports; this one is told by its sheet and by its place among the tables.
  private var sourceDescription: LocalizedText {
    let number = recipe.table + 1
    guard let sheet = report.activities.first?.name.location.sheet else {
      return LocalizedText(
        es: "Tabla original; este informe es su tabla \(number)", en: "The original; this report is its table \(number)"
      )
    }
    return LocalizedText(
      es: "Libro original; este informe es la tabla \(number), hoja «\(sheet)»",
      en: "The original workbook; this report is table \(number), sheet “\(sheet)”")
  }

  private func text(_ text: LocalizedText) -> String { text[recipe.options.layout.language] }

  /// Our name, or `datos-2.csv` where the source has it.
  private func own(_ name: String) -> String {
    guard name == source.name.lowercased() else { return name }
    return name.split(separator: ".").joined(separator: "-2.")
  }
}
