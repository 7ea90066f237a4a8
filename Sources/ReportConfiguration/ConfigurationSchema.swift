import Pages
import ReportLayout
public import ReportModel

/// What a value of the configuration may be, for programs that help to write one. A test holds it against the reader.
public indirect enum ConfigurationShape: Sendable {
  /// A line of text, of so many characters at most; numbers are taken as they are written.
  case text(longest: Int)
  case flag
  case number(ClosedRange<Int>, isWhole: Bool)
  case oneOf([String])
  /// A text of a form (ECMA 262).
  case form(String)
  case list(of: ConfigurationShape)
  case mapping([ConfigurationEntry])
  /// Keys of the user's own, each with a line of text.
  case pairs
  case either([ConfigurationShape])
}

/// A key with what it may hold.
public struct ConfigurationEntry: Sendable {
  public let key: String
  public let shape: ConfigurationShape
  public let words: LocalizedText
  public let isRequired: Bool

  init(_ key: ConfigurationKey, _ shape: ConfigurationShape, es: String, en: String, isRequired: Bool = false) {
    self.key = key.rawValue
    self.shape = shape
    words = LocalizedText(es: es, en: en)
    self.isRequired = isRequired
  }
}

/// Every key of `informe.yml`.
public enum ConfigurationSchema {
  public static let entries: [ConfigurationEntry] = head + foot + sheet + looks + yearBefore + volume

  private static let line = ConfigurationShape.text(longest: 200)

  private static let head: [ConfigurationEntry] = [
    .init(.municipality, line, es: "Municipio", en: "Municipality"),
    .init(.department, line, es: "Área, en lugar de la que diga la tabla", en: "Office, in place of the table's own"),
    .init(.administration, line, es: "Administración", en: "Administration"),
    .init(.title, line, es: "Título del informe", en: "Title of the report"),
    .init(
      .logos,
      .mapping([
        .init(.left, logo, es: "Escudo, a la izquierda", en: "Coat of arms, left"),
        .init(.right, logo, es: "Logotipo, a la derecha", en: "Logo, right"),
      ]), es: "PNG, JPEG o SVG", en: "PNG, JPEG or SVG"),
  ]

  private static let logo = ConfigurationShape.either([
    .text(longest: 1000),
    .mapping([
      .init(.file, .text(longest: 1000), es: "Archivo", en: "File", isRequired: true),
      .init(.description, line, es: "Descripción, para quien no lo ve", en: "Description, for those who cannot see it"),
    ]),
  ])

  private static let foot: [ConfigurationEntry] = [
    .init(.place, .text(longest: 80), es: "Lugar", en: "Place"),
    .init(.date, .form("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), es: "Fecha, AAAA-MM-DD", en: "Date, YYYY-MM-DD"),
    .init(.code, .text(longest: 40), es: "Código del formato", en: "Code of the form"),
    .init(
      .signers,
      .list(
        of: .mapping([
          .init(
            .role, line, es: "Elaboró, Revisó, Autorizó, Vo. Bo. u otra", en: "Prepared by, Reviewed by, or another",
            isRequired: true),
          .init(.name, line, es: "Nombre", en: "Name", isRequired: true),
          .init(.post, line, es: "Cargo", en: "Post"),
        ])), es: "Quiénes firman", en: "Who signs"),
  ]

  private static let sheet: [ConfigurationEntry] = [
    .init(
      .paper,
      .either([
        .oneOf(["carta", "oficio", "legal", "a4", "a3", "tabloide"]), .form("^[0-9]+(\\.[0-9]+)?x[0-9]+(\\.[0-9]+)?$"),
      ]), es: "Papel, o ANCHOxALTO en milímetros", en: "Paper, or WIDTHxHEIGHT in millimetres"),
    .init(
      .margins,
      .mapping([
        .init(.top, edge, es: "Superior", en: "Top"), .init(.bottom, edge, es: "Inferior", en: "Bottom"),
        .init(.left, edge, es: "Izquierdo", en: "Left"), .init(.right, edge, es: "Derecho", en: "Right"),
      ]), es: "Márgenes, en milímetros", en: "Margins, in millimetres"),
    .init(
      .binding,
      .mapping([
        .init(
          .edge, .oneOf(Binding.Edge.allCases.map(\.rawValue)), es: "Borde por el que se encuaderna",
          en: "Edge at which sheets are bound", isRequired: true),
        .init(.margin, .number(10...60, isWhole: false), es: "Margen, en milímetros", en: "Margin, in millimetres"),
      ]), es: "Encuadernación", en: "Binding"),
    .init(.duplex, .flag, es: "Impreso por ambas caras", en: "Printed on both sides"),
    .init(
      .stamp, .number(15...30, isWhole: false), es: "Milímetros libres para el sello, al pie de cada hoja",
      en: "Millimetres kept free for a stamp, at the foot of each sheet"),
  ]

  private static let yearBefore: [ConfigurationEntry] = [
    .init(
      .previous, .text(longest: 1000),
      es: "El año anterior: el PDF de su informe o tomo, sus datos, su tabla o la carpeta de sus tablas",
      en: "The year before: its report's or volume's PDF, its data, its table or the folder of its tables"),
    matches,
  ]

  private static let matches = ConfigurationEntry(
    .matches, .pairs, es: "Número de cada actividad y el que tenía el año anterior, o new",
    en: "Number of each activity and the one it had the year before, or new")

  private static let volume: [ConfigurationEntry] = [
    .init(
      .cover,
      .mapping([
        .init(.text, line, es: "Línea de la portada", en: "A line of the cover"),
        .init(
          .crest, .oneOf(VolumeCover.Crest.allCases.map(\.rawValue)), es: "Logotipo que va en grande",
          en: "The logo that stands large"),
      ]), es: "Portada del tomo", en: "Cover of the volume"),
    .init(
      .areas,
      .list(
        of: .either([
          .text(longest: 1000),
          .mapping([
            .init(.file, .text(longest: 1000), es: "Archivo de la tabla", en: "File of the table", isRequired: true),
            .init(.sheet, .text(longest: 1000), es: "Hoja", en: "Sheet"),
            .init(.name, line, es: "Nombre del área", en: "Name of the area"),
            .init(.omit, .flag, es: "Si se deja fuera", en: "Whether it is left out"),
            .init(
              .previous, line, es: "Nombre que tenía el área el año anterior, o new si no estaba",
              en: "What the area was called the year before, or new if it was not there"), matches,
          ]),
        ])), es: "Áreas del tomo, en su orden", en: "Areas of the volume, in their order"),
  ]

  private static let edge = ConfigurationShape.number(5...60, isWhole: false)

  private static let looks: [ConfigurationEntry] = [
    .init(
      .ink, .oneOf(Printing.allCases.map(\.rawValue)), es: "A color o solo negro", en: "Colour, or black alone"),
    .init(.accent, .form("^#[0-9A-Fa-f]{6}$"), es: "Color de lo realizado", en: "Colour of what was carried out"),
    .init(
      .bands,
      .mapping([
        .init(.lower, .number(1...100, isWhole: true), es: "Por debajo, en % de la meta", en: "Below, % of the goal"),
        .init(
          .upper, .number(100...100_000, isWhole: true), es: "Por encima, en % de la meta", en: "Above, % of the goal"),
      ]), es: "Rango de lo cumplido", en: "Range of what is fulfilled"),
    .init(.language, .oneOf(Language.allCases.map(\.rawValue)), es: "Idioma del informe", en: "Language of the report"),
    .init(.signs, .oneOf(SignDisplay.names.map(\.0)), es: "Signo de las variaciones", en: "Sign of variations"),
    .init(.summary, .flag, es: "Si el resumen del año va primero", en: "Whether the summary of the year comes first"),
    .init(.standard, .oneOf(PDFStandard.allCases.map(\.rawValue)), es: "Norma de archivo", en: "Standard for archives"),
  ]
}
