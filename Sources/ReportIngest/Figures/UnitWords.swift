/// Units written behind a figure: `15 reuniones`.
enum UnitWords {
  /// The figure without its unit, and the unit; nil when there is none, or the words change the figure (`15 mil`).
  static func split(_ text: String) -> (figure: String, unit: String)? {
    let scalars = Array(text.unicodeScalars)
    guard let start = scalars.firstIndex(where: \.properties.isAlphabetic), start > 0 else { return nil }
    let unit = String(String.UnicodeScalarView(scalars[start...])).trimmed
    let figure = String(String.UnicodeScalarView(scalars[..<start])).trimmed
    guard figure.unicodeScalars.contains(where: { ("0"..."9").contains($0) }), isUnit(unit) else { return nil }
    return (figure, unit)
  }

  private static func isUnit(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.map { HeaderKey($0).description }
    if ["m2", "m3", "km2", "M2", "M3"].contains(text) { return true }
    guard let first = words.first, text.count <= 40, !text.contains(where: { $0.isNumber && $0.isASCII }) else {
      return false
    }
    if first.count == 1 { return text == "m²" || text == "m³" || ["m", "l", "h", "g", "t"].contains(text) }
    return PeriodLabel.months(text) == nil && !words.contains(where: quantifiers.contains)
  }

  /// Words that change the number before them, or compare it.
  private static let quantifiers: Set<String> = [
    "MIL", "MILES", "MILLON", "MILLONES", "MDP", "DOCENA", "DOCENAS", "CIENTO", "CIENTOS", "APROX",
    "APROXIMADAMENTE", "MEDIO", "MEDIA", "MAS", "MENOS", "DE", "Y", "O", "A", "ENTRE", "CERCA", "PENDIENTE",
    "PENDIENTES", "AL", "ER", "RO", "DO", "TO",
  ]
}
