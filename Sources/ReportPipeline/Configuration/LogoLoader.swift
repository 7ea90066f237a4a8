import CairoBackend
import ReportConfiguration
import ReportLayout
import ReportModel

/// A logo that cannot be used; the place is where the configuration names it.
struct LogoFailure: Error {
  let diagnostic: Diagnostic
}

/// Reads and looks through the logos a configuration names.
enum LogoLoader {
  static func load(
    _ reference: LogoReference, _ read: (String) throws(FileFailure) -> [UInt8]
  ) throws(LogoFailure) -> Logo {
    let name = reference.file.value
    let bytes: [UInt8]
    do {
      bytes = try read(name)
    } catch {
      throw failure(.logoUnreadable, name, error.diagnostic.message, error.diagnostic.hint, reference)
    }
    do throws(ImageFault) {
      // librsvg and Cairo end the process at some drawings.
      let drawing = failure(
        .logoUnusable, name, LocalizedText(es: "no se puede dibujar", en: "it cannot be drawn"),
        ImageFault.tooManyElements.hint, reference)
      let image = try LastWords.during(drawing.diagnostic) { () throws(ImageFault) in try ImageFile.read(bytes) }
      return Logo(image, description: reference.description)
    } catch {
      if case .noLibrary(let fault) = error {
        throw LogoFailure(diagnostic: fault.diagnostic(at: reference.file.location))
      }
      throw failure(.logoUnusable, name, error.message, error.hint, reference)
    }
  }

  private static func failure(
    _ code: DiagnosticCode, _ name: String, _ message: LocalizedText, _ hint: LocalizedText, _ reference: LogoReference
  ) -> LogoFailure {
    LogoFailure(
      diagnostic: Diagnostic(
        code: code, severity: .error,
        message: LocalizedText(es: "\(name): \(message.es)", en: "\(name): \(message.en)"), hint: hint,
        at: reference.file.location))
  }
}

extension ImageFault {
  var message: LocalizedText {
    switch self {
    case .unknownFormat: LocalizedText(es: "no es PNG, JPEG ni SVG", en: "it is no PNG, JPEG or SVG")
    case .tooLarge: LocalizedText(es: "pasa de 8 MB", en: "it is larger than 8 MB")
    case .tooManyPixels(let width, let height):
      LocalizedText(
        es: "\(width) × \(height) puntos son más de 16 millones",
        en: "\(width) × \(height) pixels are more than 16 million")
    case .tooManyElements:
      LocalizedText(es: "el SVG tiene más de 50,000 elementos", en: "the SVG has more than 50,000 elements")
    case .tooManyAttributes:
      LocalizedText(
        es: "un elemento del SVG tiene más de 200 atributos", en: "an element of the SVG has more than 200 attributes")
    case .tooManyScans:
      LocalizedText(es: "el JPEG viene en más de 100 capas", en: "the JPEG comes in more than 100 scans")
    case .broken: LocalizedText(es: "el archivo está dañado o incompleto", en: "the file is damaged or incomplete")
    case .notRGB:
      LocalizedText(
        es: "el JPEG es para imprenta (CMYK) o de un tipo que el PDF no admite",
        en: "the JPEG is for presses (CMYK) or of a kind that PDF does not take")
    case .turned:
      LocalizedText(
        es: "la cámara guardó el JPEG girado, y no todos los programas lo enderezan",
        en: "the camera stored the JPEG turned, and not every program puts it upright")
    case .compressed: LocalizedText(es: "está comprimido (.svgz)", en: "it is compressed (.svgz)")
    case .noLibrary(let fault): fault.diagnostic(at: SourceLocation(file: "")).message
    case .noSize: LocalizedText(es: "el SVG no dice su tamaño", en: "the SVG does not say its size")
    case .empty: LocalizedText(es: "el SVG no dibuja nada", en: "the SVG draws nothing")
    case .text:
      LocalizedText(
        es: "el SVG tiene texto, que pediría otra tipografía", en: "the SVG has text, which would need other fonts")
    case .picture: LocalizedText(es: "el SVG tiene una imagen dentro", en: "the SVG has a picture inside")
    case .external(let name):
      LocalizedText(es: "el SVG depende de algo externo: \(name)", en: "the SVG depends on something outside: \(name)")
    case .active(let name):
      LocalizedText(
        es: "el SVG usa «\(name)», que no es para papel", en: "the SVG uses “\(name)”, which is not for paper")
    }
  }

  var hint: LocalizedText {
    switch self {
    case .unknownFormat: LocalizedText(es: "Guárdelo como PNG, JPEG o SVG.", en: "Save it as PNG, JPEG or SVG.")
    case .tooLarge, .tooManyPixels:
      LocalizedText(
        es: "Redúzcalo: 1,200 puntos de lado bastan.", en: "Make it smaller: 1,200 pixels a side are enough.")
    case .tooManyElements, .tooManyAttributes:
      LocalizedText(es: "Simplifíquelo o guárdelo como PNG.", en: "Simplify it or save it as PNG.")
    case .broken: LocalizedText(es: "Vuelva a guardarlo o a descargarlo.", en: "Save or download it again.")
    case .notRGB, .turned, .tooManyScans:
      LocalizedText(es: "Ábralo y guárdelo de nuevo como PNG.", en: "Open it and save it again as PNG.")
    case .compressed, .noSize, .external, .active, .empty:
      LocalizedText(
        es: "Guárdelo como «SVG simple» (por ejemplo, en Inkscape) o como PNG.",
        en: "Save it as “plain SVG” (in Inkscape, for instance) or as PNG.")
    case .noLibrary(let fault): fault.diagnostic(at: SourceLocation(file: "")).hint
    case .text:
      LocalizedText(
        es: "Convierta el texto en contornos (en Inkscape: Trayecto > Objeto a trayecto).",
        en: "Convert the text to outlines (in Inkscape: Path > Object to Path).")
    case .picture:
      LocalizedText(
        es: "Use la imagen misma como logotipo, en PNG o JPEG.",
        en: "Use the picture itself as the logo, as PNG or JPEG.")
    }
  }
}
