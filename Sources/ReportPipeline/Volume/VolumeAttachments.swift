import Pages
import ReportConfiguration
import ReportLayout
import ReportModel

/// The files a volume carries: the tables of all areas, the data of all, and how it was made.
struct VolumeAttachments {
  let sources: [Source]
  let data: CanonicalData
  var renderOptions: VolumeRenderOptions

  private static let ownNames = ["datos.json", "datos.csv", "opciones.json"]

  init(_ reading: VolumeReading, program: String) {
    sources = reading.sources
    data = CanonicalData(reading.volume.areas.map { ($0.name, $0.report) })
    let configuration = [ConfigurationFile.name] + reading.options.files.map(\.name)
    // Tables of one name in several folders get numbers; so do those that have a name of ours.
    let own = VolumeAttachments.ownNames + configuration
    let names = SafeName.names(for: own + sources.map(\.name)).dropFirst(own.count)
    renderOptions = VolumeRenderOptions(
      program: program, files: zip(names, sources).map { VolumeRenderOptions.File(attachment: $0, path: $1.path) },
      configuration: reading.options)
  }

  var all: [Attachment] {
    tables + [
      attachment(
        "datos.json", "application/json", .data, data.json,
        es: "Datos de todas las áreas; su SHA-256 es el impreso al pie",
        en: "The data of all areas; their SHA-256 is printed at the foot"),
      attachment(
        "datos.csv", "text/csv", .data, data.csv, es: "Datos de todas las áreas para hoja de cálculo",
        en: "The data of all areas for spreadsheets"),
      attachment(
        "opciones.json", "application/json", .supplement, renderOptions.json,
        es: "De qué tablas y con qué programa se hizo el tomo",
        en: "Which tables the volume was made of, and by which program"),
    ]
      + configuration.map { file in
        let text =
          file.name == ConfigurationFile.name
          ? LocalizedText(es: "Configuración del tomo", en: "The volume's configuration")
          : ReportAttachments.description(ofName: file.name)
        return attachment(
          file.name, ReportAttachments.mediaType(ofName: file.name), .supplement, file.bytes, es: text.es, en: text.en)
      }
  }

  /// With which the volume can be made again.
  private var configuration: [(name: String, bytes: [UInt8])] {
    let options = renderOptions.configuration
    return [(ConfigurationFile.name, Array(options.text.utf8))] + options.files
  }

  private var tables: [Attachment] {
    zip(renderOptions.files, sources).map { file, source in
      attachment(
        file.attachment, source.mediaType, .source, source.bytes, es: "Tabla original: \(file.path)",
        en: "The original table: \(file.path)")
    }
  }

  private func attachment(
    _ name: String, _ type: String, _ relationship: Attachment.Relationship, _ bytes: [UInt8], es: String, en: String
  ) -> Attachment {
    Attachment(
      name: name, mediaType: type, relationship: relationship,
      description: LocalizedText(es: es, en: en)[renderOptions.configuration.layout.language], bytes: bytes)
  }
}

extension VolumeAttachments {
  /// What the volume is made from, as `ReportAttachments` tells it of a report: where nothing is carried, names of files and
  /// of papers make no difference.
  var origin: Origin {
    guard !renderOptions.configuration.standard.carriesFiles else { return Origin(all) }
    var files = self
    files.renderOptions.files = files.renderOptions.files.map { _ in VolumeRenderOptions.File(attachment: "", path: "")
    }
    files.renderOptions.configuration = files.renderOptions.configuration.withoutPaperName
    return Origin(files.all)
  }
}
