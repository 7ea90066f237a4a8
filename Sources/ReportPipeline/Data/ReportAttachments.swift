import Pages
import ReportConfiguration
import ReportLayout
import ReportModel

/// The files a report carries: its source, its data, and how it was made.
struct ReportAttachments {
  var source: Source
  let report: Report
  let data: CanonicalData
  var renderOptions: RenderOptions

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
            es: "De qué tabla y con qué programa se hizo el informe",
            en: "Which table the report was made of, and by which program")), bytes: renderOptions.json),
    ] + configuration
  }

  /// With which the report can be made again.
  private var configuration: [Attachment] {
    renderOptions.files.map { file in
      Attachment(
        name: file.name, mediaType: ReportAttachments.mediaType(ofName: file.name), relationship: .supplement,
        description: text(
          file.name == ConfigurationFile.name
            ? LocalizedText(es: "Configuración del informe", en: "The report's configuration")
            : ReportAttachments.description(ofName: file.name)), bytes: file.bytes)
    }
  }

  /// Of what a configuration names.
  static func description(ofName name: String) -> LocalizedText {
    name.hasSuffix(".json")
      ? LocalizedText(
        es: "Datos del año anterior, con que se compara", en: "The data of the year before, compared with")
      : LocalizedText(es: "Logotipo del encabezado", en: "Logo of the running head")
  }

  static func mediaType(ofName name: String) -> String {
    switch name.split(separator: ".").last {
    case "yml": "application/yaml"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "jpeg": "image/jpeg"
    default: "image/png"
    }
  }

  /// A file may hold several reports; this one is told by its sheet and by its place among the tables.
  private var sourceDescription: LocalizedText {
    let number = renderOptions.table + 1
    guard let sheet = report.activities.first?.name.location.sheet else {
      return LocalizedText(
        es: "Tabla original; este informe es su tabla \(number)", en: "The original; this report is its table \(number)"
      )
    }
    return LocalizedText(
      es: "Libro original; este informe es la tabla \(number), hoja «\(sheet)»",
      en: "The original workbook; this report is table \(number), sheet “\(sheet)”")
  }

  private func text(_ text: LocalizedText) -> String { text[renderOptions.configuration.layout.language] }

  /// Our name, or `datos-2.csv` where the source has it.
  private func own(_ name: String) -> String {
    guard name == source.name.lowercased() else { return name }
    return name.split(separator: ".").joined(separator: "-2.")
  }
}
