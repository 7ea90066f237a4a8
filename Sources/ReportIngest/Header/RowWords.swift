/// Words by which rows that are no activities are known.
enum RowWords {
  /// A row of sums.
  static func isTotal(_ text: String) -> Bool { totals.contains(HeaderKey(text)) }

  /// `TOTAL …`, however it goes on.
  static func startsTotal(_ text: String) -> Bool {
    firstWord(text).map { ["TOTAL", "TOTALES", "SUBTOTAL", "SUBTOTALES", "SUMA", "SUMAS", "PROMEDIO"].contains($0) }
      ?? false || HeaderKey(String(text.prefix(20))).description.hasPrefix("SUBTOTAL")
  }

  /// `RESUMEN DEL ÁREA`: words of a sum in place of a name, which its figures may prove.
  static func mayBeTotal(_ text: String) -> Bool {
    text.split { !$0.isLetterOrDigit }.count < 5 && HeaderWords.sum(text) != nil
  }

  /// `ACUMULADO`, `GLOBAL ANUAL`: a sum by its words alone, where nothing numbers it among numbered activities.
  static func isSumOfAll(_ text: String) -> Bool {
    text.split { !$0.isLetterOrDigit }.count < 4
      && firstWord(text).map { ["ACUMULADO", "GLOBAL", "CONSOLIDADO", "SUMATORIA"].contains($0) } ?? false
  }

  /// A row of means.
  static func isMean(_ text: String) -> Bool { firstWord(text).map { ["PROMEDIO", "MEDIA"].contains($0) } ?? false }

  /// A note, a source, or a line for signatures.
  static func startsNote(_ text: String) -> Bool {
    guard let first = text.trimmed.unicodeScalars.first else { return false }
    if "*†‡¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(first) { return true }
    if FootnoteMark.isAtStart(of: text) { return true }
    guard let word = firstWord(text) else { return first == "_" }
    return notes.contains(word) || HeaderKey(text).description.hasPrefix("VOBO")
  }

  /// `N/A: no aplica`: what an abbreviation of the table stands for.
  static func startsKey(_ text: String) -> Bool {
    guard let end = text.prefix(24).firstIndex(where: { ":=".contains($0) }) else { return false }
    return AbsenceWords.absence(String(text[..<end]).trimmed) != nil
  }

  /// A note that explains the table; not a signature.
  static func startsExplanation(_ text: String) -> Bool {
    startsKey(text)
      || startsNote(text)
        && firstWord(text).map { explanations.contains($0) || FootnoteMark.isAtStart(of: text) } ?? true
        && !text.hasPrefix("_")
  }

  /// What a signature stands for: `ELABORÓ`, `Vo. Bo.`.
  static func startsRole(_ text: String) -> Bool {
    if HeaderKey(String(text.prefix(8))).description.hasPrefix("VOBO") { return true }
    if firstWord(text).map(roles.contains) ?? false || isOnePastTense(text) { return true }
    // `Titular: Ana López` names who signs as what; `Titular de la unidad` below a name is a post.
    guard let colon = text.firstIndex(of: ":") else { return false }
    return text[colon...].contains(where: \.isLetter) && firstWord(text).map(posts.contains) ?? false
  }

  /// `COTEJÓ`, `SUPERVISÓ`: one word that says what someone did, as forms have it over a name.
  private static func isOnePastTense(_ text: String) -> Bool {
    let word = text.trimmed.drop { !$0.isLetter }.prefix { $0.isLetter }
    guard word.count > 4, let last = word.last, "Óó".contains(last) else { return false }
    return text.trimmed.dropFirst(word.count).allSatisfy { ":.".contains($0) }
  }

  private static let posts: Set<String> = ["RESPONSABLE", "TITULAR", "ENCARGADO", "ENCARGADA"]

  /// `Directora de Obras`: what someone is, and no name.
  static func startsPost(_ text: String) -> Bool {
    guard let word = firstWord(text) else { return false }
    let stem = word.hasSuffix("A") ? String(word.dropLast()) + "O" : word
    return posts.contains(word) || functions.contains(word) || functions.contains(stem)
      || word.hasSuffix("ORA") && functions.contains(String(word.dropLast()))
  }

  private static let functions: Set<String> = [
    "JEFE", "JEFA", "DIRECTOR", "SUBDIRECTOR", "COORDINADOR", "PRESIDENTE", "PRESIDENTA", "SECRETARIO", "TESORERO",
    "SINDICO", "REGIDOR", "CONTRALOR", "ANALISTA", "AUXILIAR", "ENLACE", "DELEGADO", "OFICIAL", "GERENTE", "HEAD",
    "MANAGER", "MAYOR", "ANALYST",
  ]

  /// Words of a form, and no name: `Nombre y firma`, `SELLO`.
  static func isSignatureLabel(_ text: String) -> Bool {
    let words = text.prefix(60).split { !$0.isLetterOrDigit }.map { HeaderKey($0).description }
    return !words.isEmpty
      && words.allSatisfy { ["NOMBRE", "FIRMA", "Y", "SELLO", "CARGO", "PUESTO", "FECHA"].contains($0) }
  }

  private static let roles: Set<String> = [
    "ELABORO", "ELABORA", "REVISO", "REVISA", "AUTORIZO", "AUTORIZA", "VALIDO", "VALIDA", "APROBO", "APRUEBA",
    "ATENTAMENTE", "VISTO", "ELABORADO", "REVISADO", "AUTORIZADO", "VALIDADO", "APROBADO", "FORMULO", "REALIZO",
    "SUPERVISO", "VERIFICO", "COORDINO", "INTEGRO", "CERTIFICO", "ENTREGO", "RECIBIO", "PRESENTO", "PREPARED",
    "REVIEWED", "APPROVED", "AUTHORIZED", "CHECKED", "SIGNED",
  ]

  private static let explanations: Set<String> = [
    "NOTA", "NOTAS", "FUENTE", "FUENTES", "OBSERVACION", "OBSERVACIONES", "LLAMADA", "NOMENCLATURA", "ABREVIATURAS",
    "SIGLAS", "NOTE", "NOTES", "SOURCE",
  ]

  private static func firstWord(_ text: String) -> String? {
    text.prefix(60).split { !$0.isLetterOrDigit }.first.map { HeaderKey($0).description }
  }

  private static let totals = Set(
    [
      "Total", "Totales", "Total general", "Suma", "Sumas", "Subtotal", "Gran total", "Total anual", "Total global",
      "Suma total", "Promedio", "Total de metas", "Total de actividades",
    ].map(HeaderKey.init))

  private static let notes: Set<String> = [
    "NOTA", "NOTAS", "FUENTE", "FUENTES", "ELABORO", "ELABORA", "REVISO", "REVISA", "AUTORIZO", "AUTORIZA", "VALIDO",
    "APROBO", "OBSERVACION", "OBSERVACIONES", "FIRMA", "FIRMAS", "RESPONSABLE", "ATENTAMENTE", "SELLO", "VISTO",
    "NOTE", "NOTES", "SOURCE", "PREPARED", "REVIEWED", "APPROVED", "AUTHORIZED", "SUPERVISO", "VERIFICO",
    "ELABORADO", "REVISADO", "AUTORIZADO", "VALIDADO", "APROBADO", "FORMULO", "LLAMADA", "NOMENCLATURA", "ABREVIATURAS",
    "SIGLAS",
  ]
}
