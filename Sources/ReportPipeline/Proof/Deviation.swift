import PDFReading
import ReportModel

/// One way in which a report differs from what it should be, in words.
enum Deviation: Hashable {
  case of(PDFDifference)
  /// Pages that say the same but are drawn otherwise, as another version of the program may.
  case drawings(pages: [Int])
  case damagedAttachment(String)
  /// The source carried is not the file it is compared with.
  case otherSource(String)
  /// A table of the folder it is compared with is not among those it carries, or the other way round.
  case notCarried(String)
  case notInFolder(String)
  /// No report can be made of the source carried.
  case unusableSource(String)
  /// The source or the options are missing.
  case incomplete
  /// It could not be made again.
  case broken(String)
  /// A later revision was appended.
  case revision
  /// Nothing that a reader sees differs, only how the file is written.
  case bytes(offset: Int)

  /// Whether what is said is the same, and only drawn otherwise.
  var isDrawing: Bool { if case .drawings = self { true } else { false } }

  func diagnostic(_ severity: Diagnostic.Severity, at path: String) -> Diagnostic {
    let (code, message) = words
    return Diagnostic(
      code: code, severity: severity, message: message, hint: hint, at: SourceLocation(file: path))
  }

  private var words: (code: DiagnosticCode, message: LocalizedText) {
    switch self {
    case .of(let difference): difference.words
    case .drawings(let pages):
      (
        .drawingDiffers,
        LocalizedText(
          es: "dice lo mismo, pero está dibujado de otro modo en: \(Deviation.list(pages))",
          en: "says the same, but is drawn otherwise on: \(Deviation.list(pages))")
      )
    case .damagedAttachment(let name):
      (
        .damagedAttachment,
        LocalizedText(
          es: "el adjunto «\(name)» no coincide con su suma de comprobación",
          en: "the attached file “\(name)” does not match its checksum")
      )
    case .otherSource(let input):
      (
        .sourceDiffers,
        LocalizedText(
          es: "la tabla que lleva adjunta no es «\(input)»", en: "the table it carries is not “\(input)”")
      )
    case .notCarried(let name):
      (
        .sourceNotCarried,
        LocalizedText(es: "no lleva la tabla «\(name)»", en: "it does not carry the table “\(name)”")
      )
    case .notInFolder(let name):
      (
        .sourceNotFound,
        LocalizedText(
          es: "lleva la tabla «\(name)», que no está en la carpeta",
          en: "it carries the table “\(name)”, which is not in the folder")
      )
    case .unusableSource(let name):
      (
        .sourceUnusable,
        LocalizedText(
          es: "de «\(name)» no sale este informe", en: "this report cannot be made of “\(name)”")
      )
    case .incomplete:
      (
        .attachmentMissing,
        LocalizedText(
          es: "faltan la tabla original o las opciones con que se hizo",
          en: "the original table, or the options it was made with, are missing")
      )
    case .broken(let what):
      (.internalError, LocalizedText(es: "error interno: \(what)", en: "internal error: \(what)"))
    case .revision:
      (
        .revisionAppended,
        LocalizedText(
          es: "el archivo lleva una revisión posterior añadida al final",
          en: "a later revision was appended to the file")
      )
    case .bytes(let offset):
      (
        .bytesDiffer,
        LocalizedText(
          es: "nada de lo que se lee cambia, pero el archivo no es el mismo desde el byte \(offset)",
          en: "nothing that is read differs, but the file is not the same from byte \(offset)")
      )
    }
  }

  private var hint: LocalizedText {
    if case .broken = self {
      return LocalizedText(es: "Repórtelo con este archivo.", en: "Report it with this file.")
    }
    if case .drawings = self {
      return LocalizedText(
        es: "Para comparar byte por byte use la versión con que se hizo.",
        en: "Use the version it was made with to compare byte by byte.")
    }
    return LocalizedText(
      es: "Pida el informe original a quien lo emitió.", en: "Ask whoever issued the report for the original.")
  }

  /// `1, 3–6`.
  static func list(_ pages: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for page in pages.sorted() {
      if let last = ranges.last, last.upperBound + 1 == page {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

extension PDFDifference {
  fileprivate var words: (code: DiagnosticCode, message: LocalizedText) {
    switch self {
    case .pageCount(let expected, let found):
      (
        .pageCountDiffers,
        LocalizedText(
          es: "tiene \(found) páginas; deben ser \(expected)", en: "it has \(found) pages; there should be \(expected)")
      )
    case .text(let page, let expected, let found):
      (
        .textDiffers,
        LocalizedText(
          es: "página \(page): dice «\(found)»; debe decir «\(expected)»",
          en: "page \(page): says “\(found)”; should say “\(expected)”")
      )
    case .drawing(let page):
      (
        .drawingDiffers,
        LocalizedText(
          es: "página \(page): el dibujo cambió", en: "page \(page): the drawing differs")
      )
    case .fonts:
      (
        .fontsDiffer,
        LocalizedText(
          es: "cambió cómo se ven las letras, o qué se lee de ellas",
          en: "how letters look, or what they are read as, differs")
      )
    case .resources:
      (.resourcesDiffer, LocalizedText(es: "los colores o las imágenes cambiaron", en: "colours or pictures differ"))
    case .page(let page, let entry):
      (
        .pageDiffers,
        LocalizedText(
          es: "página \(page): cambió su tamaño o cómo se muestra (\(entry))",
          en: "page \(page): its size, or how it is shown, differs (\(entry))")
      )
    case .annotations(let page, let kinds):
      (
        .annotationsDiffer,
        LocalizedText(
          es: "página \(page): los enlaces o las notas cambiaron" + PDFDifference.list(kinds, "hay de más"),
          en: "page \(page): the links or the notes differ" + PDFDifference.list(kinds, "there are more"))
      )
    case .actions:
      (
        .actionsDiffer,
        LocalizedText(
          es: "cambió lo que el documento hace por sí mismo (programas o acciones)",
          en: "what the document does of itself differs (scripts or actions)")
      )
    case .form: (.formDiffers, LocalizedText(es: "tiene otro formulario", en: "it has another form"))
    case .colourProfile:
      (
        .colourProfileDiffers,
        LocalizedText(es: "cambió el perfil que define los colores", en: "the profile that defines the colours differs")
      )
    case .structure:
      (
        .structureDiffers,
        LocalizedText(
          es: "lo que leen los lectores de pantalla cambió", en: "what screen readers read aloud differs")
      )
    case .outline: (.outlineDiffers, LocalizedText(es: "los marcadores cambiaron", en: "the outline differs"))
    case .metadata: (.metadataDiffers, LocalizedText(es: "los metadatos cambiaron", en: "the metadata differ"))
    case .attachment(""):
      (
        .attachmentDiffers,
        LocalizedText(es: "la lista de adjuntos cambió", en: "the list of attached files differs")
      )
    case .attachment(let name):
      (
        .attachmentDiffers,
        LocalizedText(
          es: "el adjunto «\(name)» cambió, falta o sobra",
          en: "the attached file “\(name)” differs, is missing or is extra")
      )
    case .catalog:
      (
        .catalogDiffers,
        LocalizedText(
          es: "cambió cómo se abre o se muestra el documento", en: "how the document opens or is shown differs")
      )
    }
  }

  private static func list(_ kinds: [String], _ words: String) -> String {
    kinds.isEmpty ? "" : " (\(words): \(kinds.prefix(5).joined(separator: ", ")))"
  }

  /// Whether what is said may be the same.
  var isDrawing: Bool {
    switch self {
    case .drawing, .fonts, .resources: true
    default: false
    }
  }
}
