/// Years in headers and titles.
enum YearText {
  /// The only number from 1900 to 2199 in `text`; nil when there is none, there are several different ones, or it belongs
  /// to a date.
  static func year(in text: String) -> Int? { namesDate(text) ? nil : onlyYear(in: text) }

  private static func onlyYear(in text: String) -> Int? {
    let years = Set(numbers(in: text).compactMap { Int($0) }.filter { (1900...2199).contains($0) })
    return years.count == 1 ? years.first : nil
  }

  /// `2023` and nothing else.
  static func isYear(_ text: String) -> Bool { Int(text.trimmed).map { (1900...2199).contains($0) } ?? false }

  /// The year that a line above a table gives its report: `INFORME ANUAL 2023`, `EJERCICIO FISCAL 2023`, `ENERO-DICIEMBRE
  /// 2023`. Dates of issue, agreements, plans of several years and laws name years, too, but not the report's.
  static func reportYear(in text: String) -> Int? {
    guard let year = onlyYear(in: text) else { return nil }
    let words = words(of: text)
    let others = words.filter { $0 != String(year) }
    if others.isEmpty { return year }
    guard !others.contains(where: issues.contains) else { return nil }
    if closingMonth(words) != nil { return year }
    guard !hasDay(words), !text.contains("/\(year)"), !text.contains("\(year)/"), !text.contains("-\(year)-") else {
      return nil
    }
    // `DIRECCIÓN DE OBRAS 2023`: the year behind the name of the office or the place.
    let isBehindName =
      words.last == String(year) && words.first.map { places.contains($0) || TitleLines.namesOffice($0) } ?? false
    return isBehindName || others.contains { evidence.contains($0) || PeriodLabel.months($0) != nil } ? year : nil
  }

  /// The month at whose end a report closes: `AVANCE AL 31 DE MARZO DE 2024`, `DEL 1 DE ENERO AL 31 DE DICIEMBRE DE 2024`.
  /// nil for any other text, and for dates of issue.
  static func closingMonth(in text: String) -> Int? {
    let words = words(of: text)
    return words.contains(where: issues.contains) ? nil : closingMonth(words)
  }

  private static func closingMonth(_ words: [String]) -> Int? {
    guard let al = words.lastIndex(of: "AL"), al + 2 < words.count, let day = Int(words[al + 1]) else { return nil }
    let rest = words[(al + 2)...].filter { $0 != "DE" && $0 != "DEL" }
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let numbered = rest.first.flatMap { Int($0) }.flatMap { (1...12).contains($0) ? $0 : nil }
    let named = rest.first.flatMap(PeriodLabel.months).flatMap { $0.count == 1 ? $0.lowerBound : nil }
    guard let month = numbered ?? named, day == lengths[month - 1] || day == 28 && month == 2 else { return nil }
    // `San Miguel, al 31 de enero` is where and when a report was written.
    let before = words[..<al]
    let isReport =
      before.isEmpty || before.first == "DEL" || before.contains { evidence.contains($0) || $0 == "CIFRAS" }
    return isReport ? month : nil
  }

  /// Whether a text is or holds the date of a day: `15/01/2025`, `15 de enero de 2025`, `January 15, 2025`.
  static func namesDate(_ text: String) -> Bool {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }), onlyYear(in: text) != nil else { return false }
    let words = words(of: text)
    if closingMonth(words) != nil { return false }
    return hasDay(words) || text.split(whereSeparator: { $0 == " " || $0 == "," }).contains(where: isNumericDate)
  }

  /// Day, month and year, in this order; what a spreadsheet has for the first of a month is another one.
  private static func isNumericDate(_ text: Substring) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return false }
    return (1...31).contains(day) && (1...12).contains(month) && (1900...2199).contains(year)
  }

  private static func words(of text: String) -> [String] {
    text.prefix(200).split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
  }

  /// `15 de enero`, `15 enero`, `January 15`.
  private static func hasDay(_ words: [String]) -> Bool {
    let words = words.filter { $0 != "DE" && $0 != "DEL" }
    return zip(words, words.dropFirst()).contains { first, second in
      isDay(first) && isMonth(second) || isMonth(first) && isDay(second)
    }
  }

  private static func isMonth(_ word: String) -> Bool {
    word.allSatisfy(\.isLetter) && PeriodLabel.months(word)?.count == 1
  }

  private static func isDay(_ word: String) -> Bool { Int(word).map { (1...31).contains($0) } ?? false }

  /// Words of what has a year of its own.
  private static let issues: Set<String> = [
    "ACTUALIZADA", "EXPEDICION", "EXPEDIDO", "APROBADA", "PUBLICADA", "CODIGO", "CONSTITUCION", "CONSTITUCIONAL",
    "TRIENIO", "CIRCULAR", "MINUTA", "VIGENCIA", "ELABORO", "DATE", "ISSUE", "ISSUED", "PREPARED", "PRINTED",
    "PUBLISHED", "UPDATED", "AGREEMENT", "LAW", "ORDINANCE", "DECREE", "REVISED", "APPROVED",
    "FECHA", "ELABORACION", "ELABORADO", "ELABORADA", "IMPRESION", "IMPRESO", "EMISION", "EMITIDO", "CORTE",
    "ACTUALIZACION", "ACTUALIZADO", "ACUERDO", "OFICIO", "LEY", "REGLAMENTO", "DECRETO", "GACETA", "DESARROLLO",
    "ADMINISTRACION", "CONVENIO", "CONTRATO", "EXPEDIENTE", "FOLIO", "ACTA", "SESION", "VERSION", "PUBLICADO",
    "PUBLICACION", "NORMA", "NOM", "LINEAMIENTOS", "MANUAL", "BANDO", "REVISION", "APROBADO", "AUTORIZADO",
  ]

  private static let places: Set<String> = ["MUNICIPIO", "AYUNTAMIENTO", "H", "GOBIERNO"]

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
