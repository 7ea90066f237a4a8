/// Years in headers and titles.
enum YearText {
  /// The only number from 1900 to 2199 in `text`; nil when there is none, or there are several different ones.
  static func year(in text: String) -> Int? {
    let years = Set(numbers(in: text).compactMap { Int($0) }.filter { (1900...2199).contains($0) })
    return years.count == 1 ? years.first : nil
  }

  /// `2023` and nothing else.
  static func isYear(_ text: String) -> Bool { Int(text.trimmed).map { (1900...2199).contains($0) } ?? false }

  /// The year that a line above a table gives its report: `INFORME ANUAL 2023`, `EJERCICIO FISCAL 2023`, `ENERO-DICIEMBRE
  /// 2023`. Dates of issue, agreements, plans of several years and laws name years, too, but not the report's.
  static func reportYear(in text: String) -> Int? {
    guard let year = year(in: text) else { return nil }
    let words = text.prefix(200).split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
    let others = words.filter { $0 != String(year) }
    if others.isEmpty { return year }
    let hasDay = zip(words, words.dropFirst()).contains { isDay($0) && isDayFollower($1) }
    guard !hasDay, !text.contains("/\(year)"), !text.contains("\(year)/"), !text.contains("-\(year)-"),
      !others.contains(where: issues.contains)
    else { return nil }
    // `DIRECCIÓN DE OBRAS 2023`: the year behind the name of the office or the place.
    let isBehindName =
      words.last == String(year) && words.first.map { places.contains($0) || TitleLines.namesOffice($0) } ?? false
    return isBehindName || others.contains { evidence.contains($0) || PeriodLabel.months($0) != nil } ? year : nil
  }

  private static func isDay(_ word: String) -> Bool { Int(word).map { (1...31).contains($0) } ?? false }

  /// `15 de enero`, `15 enero`.
  private static func isDayFollower(_ word: String) -> Bool { word == "DE" || PeriodLabel.months(word) != nil }

  /// Words of what has a year of its own.
  private static let issues: Set<String> = [
    "FECHA", "ELABORACION", "ELABORADO", "ELABORADA", "IMPRESION", "IMPRESO", "EMISION", "EMITIDO", "CORTE",
    "ACTUALIZACION", "ACTUALIZADO", "ACUERDO", "OFICIO", "LEY", "REGLAMENTO", "DECRETO", "GACETA", "DESARROLLO",
    "ADMINISTRACION", "CONVENIO", "CONTRATO", "EXPEDIENTE", "FOLIO", "ACTA", "SESION", "VERSION", "PUBLICADO",
    "PUBLICACION", "NORMA", "NOM", "LINEAMIENTOS", "MANUAL", "BANDO", "REVISION", "APROBADO", "AUTORIZADO",
  ]

  private static let places: Set<String> = ["MUNICIPIO", "AYUNTAMIENTO", "H", "GOBIERNO", "ALCALDIA"]

  /// Words of a report and of the time it covers.
  private static let evidence: Set<String> = [
    "INFORME", "REPORTE", "ANUAL", "ANO", "EJERCICIO", "FISCAL", "PERIODO", "PROGRAMA", "POA", "PBRM", "AVANCE",
    "AVANCES", "SEGUIMIENTO", "EVALUACION", "RESUMEN", "CEDULA", "FORMATO", "METAS", "ACTIVIDADES", "PLAN", "TRIMESTRE",
    "TRIMESTRAL", "BIMESTRE", "BIMESTRAL", "SEMESTRE", "SEMESTRAL", "CUATRIMESTRE", "CUATRIMESTRAL", "MENSUAL",
    "REPORT", "ANNUAL", "YEAR", "RESULTADOS", "INDICADORES", "TABLA", "CORRESPONDIENTE",
  ]

  static func removing(from text: String) -> String {
    guard let year = year(in: text) else { return text }
    let (bytes, digits) = (Array(text.utf8), Array(String(year).utf8))
    var rest: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let isYear = bytes[place...].starts(with: digits)
      rest.append(isYear ? 0x20 : bytes[place])
      place += isYear ? digits.count : 1
    }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func numbers(in text: String) -> [Substring] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    return text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
  }
}
