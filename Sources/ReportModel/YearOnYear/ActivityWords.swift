/// The words of a text that tell activities apart: folded to plain letters, cut to stems, each once.
struct ActivityWords: Hashable {
  let stems: Set<String>

  init(_ text: String) {
    var stems: Set<String> = []
    var before = ""
    for word in FoldedText.words(of: text) {
      if ActivityWords.isOrdinal(word), ActivityWords.counted.contains(before) {
        stems.insert(before + " " + word)
      } else if ActivityWords.tells(word) {
        stems.insert(String(word.prefix(ActivityWords.stemLength)))
      }
      before = word
    }
    self.stems = stems
  }

  /// Six letters hold what Spanish endings leave alone: `capacitación` and `capacitar`, `mensual` and `mensuales`.
  private static let stemLength = 6

  private static func tells(_ word: String) -> Bool {
    word.utf8.count > 1 && !word.utf8.contains(where: isDigit) && !empty.contains(word)
      && !general.contains { word.hasPrefix($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A number, a Roman numeral or a single letter; behind a word that is counted (`etapa 2`) it tells activities apart,
  /// elsewhere it is a goal or a year.
  private static func isOrdinal(_ word: String) -> Bool {
    word.utf8.allSatisfy(isDigit) && word.utf8.count < 4 || word.utf8.count == 1
      || word.utf8.count < 6 && word.utf8.allSatisfy("ivx".utf8.contains)
  }

  private static let counted: Set<String> = [
    "etapa", "fase", "modulo", "zona", "sector", "distrito", "nivel", "grado", "taller", "curso", "ruta", "parte",
    "tomo",
    "brigada", "cuadrante", "seccion", "region", "delegacion", "numero", "tipo", "eje", "linea", "programa", "campana",
    "stage", "phase", "module", "zone", "district", "level", "route", "part", "number", "section",
  ]

  /// Words without a meaning of their own.
  private static let empty: Set<String> = [
    "a", "al", "ante", "bajo", "cada", "como", "con", "contra", "cual", "cuando", "de", "del", "desde", "donde", "e",
    "el",
    "en", "entre", "es", "esta", "este", "la", "las", "lo", "los", "mas", "mediante", "no", "o", "para", "por", "que",
    "se",
    "segun", "ser", "si", "sin", "sobre", "su", "sus", "traves", "u", "un", "una", "unas", "unos", "y", "asi", "and",
    "by",
    "for", "from", "in", "of", "on", "the", "to", "with",
  ]

  /// Stems of words any activity may begin with: to do, to carry out, to see to.
  private static let general: [String] = [
    "realiz", "impart", "efectu", "ejecut", "llevar", "llevan", "lleve", "gestio", "gestion", "coordin", "organiz",
    "implement",
    "desarroll", "elabor", "activid", "accion", "acciones", "programad", "municip",
  ]
}

/// Text as it is compared: small letters without accents.
public enum FoldedText {
  /// Words of letters and digits, in order.
  public static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if let letter = letter(scalar) {
        word += letter
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// nil for what stands between words; empty for a mark upon the letter before.
  private static func letter(_ scalar: Unicode.Scalar) -> String? {
    if let plain = accented[scalar] { return plain }
    if scalar.isASCII { return isAlphanumeric(scalar) ? String(scalar) : nil }
    if scalar.properties.generalCategory == .nonspacingMark { return "" }
    return scalar.properties.isAlphabetic ? String(scalar) : nil
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static let accented: [Unicode.Scalar: String] = [
    "á": "a", "à": "a", "ä": "a", "â": "a", "ã": "a", "é": "e", "è": "e", "ë": "e", "ê": "e", "í": "i", "ì": "i",
    "ï": "i", "î": "i", "ó": "o", "ò": "o", "ö": "o", "ô": "o", "õ": "o", "ú": "u", "ù": "u", "ü": "u", "û": "u",
    "ñ": "n", "ç": "c", "º": "", "ª": "",
  ]
}
