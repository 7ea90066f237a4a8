public import ReportModel

/// Names for reports: `participacion-ciudadana-2023` for DIRECCIÓN DE PARTICIPACIÓN CIUDADANA, 2023.
public enum OutputName {
  /// Small ASCII letters, digits and hyphens, at most 80: the office without the word for its rank (dirección,
  /// coordinación …), and the year. Without an office, `fallback` (the input's name) stands for it.
  public static func slug(of report: Report, fallback: String) -> String {
    var words = words(of: report.department?.value ?? fallback)
    if report.department != nil { words = withoutRank(words) }
    return slug(words, year: report.year?.value)
  }

  /// - Parameter text: what the file is of.
  static func slug(_ text: String, year: Int?) -> String { slug(words(of: text), year: year) }

  private static func slug(_ words: [String], year: Int?) -> String {
    let year = year.map { "-\($0)" } ?? ""
    var slug = (words.isEmpty ? ["informe"] : words).joined(separator: "-")
    if slug.utf8.count + year.utf8.count > 80 { slug = String(slug.prefix(80 - year.utf8.count)) }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.hasSuffix(year) ? slug : slug + year
  }

  private static let ranks: Set<String> = [
    "direccion", "subdireccion", "coordinacion", "departamento", "secretaria", "jefatura", "unidad", "area",
  ]

  private static func withoutRank(_ words: [String]) -> [String] {
    guard let first = words.first, ranks.contains(first), words.count > 1 else { return words }
    let rest = words.dropFirst().drop { ["general", "municipal", "de", "del", "la", "las", "los", "el"].contains($0) }
    return rest.isEmpty ? words : Array(rest)
  }

  private static func words(of text: String) -> [String] {
    var ascii = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        ascii.unicodeScalars.append(scalar)
      } else {
        ascii += letters[scalar] ?? " "
      }
    }
    return ascii.split(separator: " ").map(String.init)
  }

  private static let letters: [Unicode.Scalar: String] = [
    "á": "a", "à": "a", "ä": "a", "â": "a", "é": "e", "è": "e", "ë": "e", "ê": "e", "í": "i", "ì": "i", "ï": "i",
    "ó": "o", "ò": "o", "ö": "o", "ô": "o", "ú": "u", "ù": "u", "ü": "u", "û": "u", "ñ": "n", "ç": "c", "\u{301}": "",
    "\u{303}": "", "\u{308}": "",
  ]
}
