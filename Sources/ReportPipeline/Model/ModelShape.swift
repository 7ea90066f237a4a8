import ReportModel

/// The shape of what `ModelJSON` and `CanonicalData` write, for programs that read it. A test holds it against what is
/// written.
indirect enum ModelShape: Sendable {
  case text
  case number
  /// Counted from so much on, to so much at most.
  case integer(from: Int, to: Int? = nil)
  case oneOf([String])
  case list(of: ModelShape)
  /// What may be null even within a list.
  case nullable(ModelShape)
  /// A shape of `ModelShape.named`.
  case named(String)
  case object([Member])

  /// A member of an object.
  struct Member: Sendable {
    let key: String
    let shape: ModelShape
    /// Whether it may be unknown: then it is null in the model, and left out of the canonical data.
    let isOptional: Bool
    let words: LocalizedText?

    init(_ key: String, _ shape: ModelShape, isOptional: Bool = false, es: String? = nil, en: String? = nil) {
      self.key = key
      self.shape = shape
      self.isOptional = isOptional
      words = es.flatMap { es in en.map { LocalizedText(es: es, en: $0) } }
    }
  }
}

// The shapes, in the order in which they are written
extension ModelShape {
  static let named: [(name: String, shape: ModelShape)] = [
    ("report", report), ("activity", activity), ("periodFigures", periodFigures), ("annualFigures", annualFigures),
    ("figure", figure),
  ]

  private static let report = ModelShape.object([
    Member("department", .text, isOptional: true, es: "Área", en: "Office"),
    Member("titleLines", .list(of: .text), es: "Renglones sobre el del área", en: "Lines above the office's"),
    Member("year", .integer(from: 1), isOptional: true, es: "Año que se informa", en: "The year reported"),
    Member("scheme", .oneOf(PeriodScheme.allCases.map(\.rawValue)), es: "División del año", en: "Division of the year"),
    Member(
      "signs", .object([Member("period", signs, isOptional: true), Member("annual", signs, isOptional: true)]),
      es: "Cómo escribe la tabla las variaciones", en: "How the table writes variations"),
    Member("periods", .list(of: period)),
    Member("notes", .list(of: .text), es: "Renglones bajo la tabla", en: "Lines below the table"),
    Member("activities", .list(of: .named("activity"))),
    Member(
      "extraColumns", .list(of: .text), isOptional: true, es: "Encabezados de columnas ajenas al informe",
      en: "Headers of columns that are none of the report's own"),
    Member(
      "subtotals", .list(of: subtotal), isOptional: true, es: "Columnas que suman periodos", en: "Sums of periods"),
    Member("totals", .list(of: total), isOptional: true, es: "Filas que suman actividades", en: "Sums of activities"),
    Member("signers", .list(of: signer), isOptional: true, es: "Quiénes firman la tabla", en: "Who signs the table"),
  ])

  private static let signs = ModelShape.oneOf(SignConvention.allCases.map(\.rawValue))

  private static let period = ModelShape.object([
    Member("label", .text), Member("firstMonth", .integer(from: 1, to: 12), isOptional: true),
    Member("lastMonth", .integer(from: 1, to: 12), isOptional: true),
  ])

  private static let subtotal = ModelShape.object([
    Member("label", .text), Member("kind", .oneOf(["subtotal", "accumulated"])),
    Member("periods", .list(of: .integer(from: 1)), es: "Lugares de los periodos, desde 1", en: "Places from 1"),
  ])

  private static let total = ModelShape.object([
    Member("label", .text), Member("firstActivity", .integer(from: 1), es: "Lugar, desde 1", en: "Place from 1"),
    Member("lastActivity", .integer(from: 0)), Member("row", .integer(from: 1), isOptional: true),
    Member("periods", .list(of: .named("periodFigures"))), Member("annual", .named("annualFigures")),
  ])

  private static let signer = ModelShape.object([
    Member("role", .text, isOptional: true), Member("name", .text), Member("post", .text, isOptional: true),
  ])

  private static let activity = ModelShape.object([
    Member("number", .text, isOptional: true), Member("name", .text), Member("objective", .text, isOptional: true),
    Member("unit", .text, isOptional: true), Member("responsible", .text, isOptional: true),
    Member("remarks", .text, isOptional: true), Member("sheet", .text, isOptional: true),
    Member("row", .integer(from: 1), isOptional: true),
    Member("periods", .list(of: .named("periodFigures")), es: "Uno por periodo", en: "One for each period"),
    Member("annual", .named("annualFigures")),
    Member(
      "measure", .oneOf(Measure.allCases.filter { $0 != .count }.map(\.rawValue)), isOptional: true,
      es: "Lo que no se cuenta: dinero o tasas", en: "What is not counted: money or rates"),
    Member("extras", .list(of: .nullable(.text)), isOptional: true),
    Member("subtotals", .list(of: .named("periodFigures")), isOptional: true),
  ])

  private static let periodFigures = ModelShape.object([
    Member("programmed", .named("figure")), Member("real", .named("figure")), Member("variance", .named("figure")),
    Member("percent", .named("figure"), isOptional: true),
  ])

  private static let annualFigures = ModelShape.object([
    Member("goal", .named("figure")), Member("real", .named("figure")), Member("variation", .named("figure")),
    Member("percent", .named("figure"), isOptional: true),
  ])

  private static let figure = ModelShape.object([
    Member("kind", .oneOf(["number", "blank"] + Absence.allCases.map(\.rawValue))),
    Member("value", .number, isOptional: true, es: "El número exacto", en: "The exact number"),
    Member("text", .text, es: "Lo que dice la tabla", en: "What the table says"),
    Member("mark", .text, isOptional: true, es: "Llamada a una nota", en: "Mark of a note"),
    Member("unit", .text, isOptional: true), Member("origin", .oneOf(["stated", "computed"])),
    Member("row", .integer(from: 1), isOptional: true), Member("column", .integer(from: 1), isOptional: true),
    Member("cell", .text, isOptional: true),
  ])

  /// What `informe model` tells besides.
  static let diagnostic = ModelShape.object([
    Member("code", .text), Member("severity", .oneOf(Diagnostic.Severity.allCases.map(\.rawValue))),
    Member("message", .text), Member("hint", .text), Member("file", .text),
    Member("row", .integer(from: 1), isOptional: true), Member("column", .integer(from: 1), isOptional: true),
    Member("sheet", .text, isOptional: true), Member("cell", .text, isOptional: true),
  ])
}
