import ReportModel

/// The lines above a table: which of them names the office.
struct TitleLines {
  let lines: [Sourced<String>]

  /// The last line that begins with a word for an office; else the last that is no title of a document.
  var department: Sourced<String>? {
    guard let index = departmentIndex else { return nil }
    return Sourced(TitleLines.withoutLabel(lines[index].value), at: lines[index].location)
  }

  var others: [Sourced<String>] {
    let department = departmentIndex
    return lines.indices.filter { $0 != department }.map { lines[$0] }
  }

  var years: [Sourced<Int>] {
    lines.compactMap { line in YearText.reportYear(in: line.value).map { Sourced($0, at: line.location) } }
  }

  private var departmentIndex: Int? {
    lines.lastIndex { TitleLines.namesOffice($0.value, isPlace: false) }
      ?? lines.lastIndex { TitleLines.namesOffice($0.value) }
      ?? lines.lastIndex { !TitleLines.namesDocument($0.value) }
  }

  /// - Parameter isPlace: whether words count that name parts of a municipality, or all of it, more often than an office:
  ///   beside a line that names an office they do not.
  static func namesOffice(_ text: String, isPlace: Bool = true) -> Bool {
    if withoutLabel(text) != text { return true }
    let all = words(text)
    let words = all.last.map(YearText.isYear) ?? false ? all.dropLast() : all[...]
    guard let first = words.first, let last = words.last else { return false }
    // `SISTEMA DE EVALUACIÓN DEL DESEMPEÑO` keeps records of offices and is none.
    if records.contains(first), words.contains(where: papers.union(recorded).contains) { return false }
    return offices.contains(first) || englishOffices.contains(last) || isPlace && partsOfPlaces.contains(first)
  }

  private static func namesDocument(_ text: String) -> Bool {
    guard let first = words(text).first else { return true }
    return documents.contains(first) || PeriodLabel.months(text) != nil
      || HeaderKey(text).description.allSatisfy(\.isNumber)
  }

  /// A line above a table; a label in a cell of its own is parted from what it stands for by a colon.
  static func text(_ row: Grid.Row) -> String {
    let first = row.firstText.collapsed
    guard labels.contains(HeaderKey(first)), !first.contains(":"), row.text != first else { return row.text }
    return first + ":" + row.text.dropFirst(first.count)
  }

  /// `INFORME ANUAL 2023`: the name of a document, which no header of columns is.
  static func isTitle(_ text: String) -> Bool {
    words(text).first.map { papers.contains($0) } ?? false
  }

  /// `Hoja 2 de 3`, `Continuación`: of a printed page, and no title.
  static func isPageMark(_ text: String) -> Bool {
    words(text).first.map { ["HOJA", "PAGINA", "PAG", "CONTINUACION", "CONTINUA"].contains($0) } ?? false
  }

  /// `DEPENDENCIA: Obras Públicas` names Obras Públicas.
  private static func withoutLabel(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":"), labels.contains(HeaderKey(String(text[..<colon]))) else { return text }
    let rest = String(text[text.index(after: colon)...]).trimmed
    return rest.isEmpty ? text : rest
  }

  private static func words(_ text: String) -> [String] {
    text.prefix(200).split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
  }

  private static let offices: Set<String> = [
    "DIRECCION", "SUBDIRECCION", "COORDINACION", "DEPARTAMENTO", "SECRETARIA", "JEFATURA", "UNIDAD", "TESORERIA",
    "CONTRALORIA", "OFICIALIA", "INSTITUTO", "SINDICATURA", "REGIDURIA", "COMISARIA", "PRESIDENCIA", "DEFENSORIA",
    "SUBSECRETARIA", "AREA", "CONSEJERIA", "REGISTRO", "ORGANISMO", "COMISION", "OFICINA", "SUBCOORDINACION",
    "SUBTESORERIA", "SUBJEFATURA", "PROCURADURIA", "GERENCIA", "SUBGERENCIA", "SISTEMA", "JUZGADO", "PATRONATO",
  ]
  private static let partsOfPlaces: Set<String> = [
    "DELEGACION", "SUBDELEGACION", "ALCALDIA", "AGENCIA", "JUNTA", "AYUDANTIA", "CONSEJO", "COMITE", "CENTRO", "CASA",
  ]
  private static let records: Set<String> = ["SISTEMA", "REGISTRO"]
  private static let recorded: Set<String> = [
    "INDICADORES", "INFORMACION", "PLANEACION", "MONITOREO", "GESTION", "DESEMPENO", "METAS", "PRESUPUESTO",
  ]
  private static let englishOffices: Set<String> = [
    "DEPARTMENT", "OFFICE", "DIVISION", "DIRECTORATE", "UNIT", "BUREAU", "AGENCY",
  ]
  private static let papers: Set<String> = [
    "REPORT", "ANNUAL", "QUARTERLY", "MONTHLY", "PROGRESS", "FORM",
    "INFORME", "REPORTE", "PROGRAMA", "CEDULA", "FORMATO", "PLAN", "SEGUIMIENTO", "EVALUACION", "RESUMEN",
    "ACTIVIDADES", "POA", "PBRM", "AVANCE",
  ]
  private static let documents = papers.union([
    "EJERCICIO", "PERIODO", "ANO", "TABLA", "ANEXO", "FECHA", "CORRESPONDIENTE", "ENERO", "METAS", "HOJA", "PAGINA",
    "MES", "MESES", "DEL", "PRIMER", "SEGUNDO", "TERCER", "CUARTO", "AL", "BIMESTRE", "TRIMESTRE", "CUATRIMESTRE",
    "SEMESTRE", "ELABORO", "FISCAL",
  ])
  private static let labels: Set<HeaderKey> = Set(
    [
      "Dependencia", "Área", "Dirección", "Departamento", "Unidad administrativa", "Unidad responsable", "Oficina",
      "Nombre de la dependencia", "Área responsable", "Dependencia general", "Dependencia auxiliar", "Coordinación",
    ]
    .map(HeaderKey.init))
}
