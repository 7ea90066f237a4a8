/// Headers of several words, by what each word says: `TOTAL DE METAS PROGRAMADAS`, `AVANCE REAL`, `CAUSA DE LA VARIACIÓN`.
/// A phrase with a word nobody knows says nothing.
enum HeaderPhrase {
  /// Of a period: one of programmed, real, variance and per cent, and no word that means the year.
  static func figure(_ text: String) -> HeaderWords.Meaning? {
    guard let parts = parts(words(of: text)), !parts.contains(.year) else { return nil }
    switch decisive(parts) {
    case .programmed: return .programmed
    case .real, .progress: return .real
    case .variation: return .variance
    case .percent: return .percent
    default: return nil
    }
  }

  /// Of the whole year, or a column of words.
  static func column(_ text: String) -> HeaderWords.Meaning? {
    let words = words(of: text)
    if let head = head(words) { return head }
    guard let parts = parts(words) else { return nil }
    switch decisive(parts) {
    case .programmed: return .goal
    case .real, .progress: return .annualReal
    case .variation: return .variation
    case .percent: return .percent
    default: return isGoalAlone(words, parts) ? .goal : nil
    }
  }

  /// `TOTAL META`; TOTAL and ANUAL without META head groups of columns.
  private static func isGoalAlone(_ words: [String], _ parts: [HeaderWords.Word]) -> Bool {
    parts.count > 1 && parts.allSatisfy { [.year, .neutral].contains($0) }
      && words.contains { singular($0) == "META" }
  }

  /// nil where a word is not known, or there is none.
  private static func parts(_ words: [String]) -> [HeaderWords.Word]? {
    var parts: [HeaderWords.Word] = []
    for word in words {
      guard let part = part(word) else { return nil }
      parts.append(part)
    }
    return parts.isEmpty ? nil : parts
  }

  /// The only word that says what is counted. A variation in per cent is none of the columns known.
  private static func decisive(_ parts: [HeaderWords.Word]) -> HeaderWords.Word? {
    let strong = Set(parts).subtracting([.year, .progress, .neutral])
    if strong.isEmpty { return parts.contains(.progress) ? .progress : nil }
    return strong == [.percent, .real] ? .percent : strong.count == 1 ? strong.first : nil
  }

  private static func head(_ words: [String]) -> HeaderWords.Meaning? {
    guard (1...6).contains(words.count) else { return nil }
    let deciding = words.lazy.map(singular).first { !HeaderWords.beforeHeads.contains($0) }
    return deciding.flatMap { heads[$0] }
  }

  /// Without years, and without letters in parentheses that formulas refer to: `VAR. (A-B)`.
  private static func words(of text: String) -> [String] {
    guard text.utf8.count <= 80 else { return [] }
    let text = withoutReferences(YearText.removing(from: text))
    return text.split { !$0.isLetterOrDigit && $0 != "%" }.map { HeaderKey($0).description }
      .filter { !$0.isEmpty }
  }

  private static func withoutReferences(_ text: String) -> String {
    guard let open = text.lastIndex(of: "("), text.last == ")", open > text.startIndex else { return text }
    let inside = text[text.index(after: open)...].dropLast()
    let names = inside.split { !$0.isLetter && !$0.isNumber }
    let isReference = !inside.contains("%") && names.allSatisfy { $0.count == 1 }
    return isReference ? String(text[..<open]) : text
  }

  private static func part(_ word: String) -> HeaderWords.Word? {
    known[word] ?? known[singular(word)]
  }

  private static let known = byWord(HeaderWords.parts)
  private static let heads = byWord(HeaderWords.heads)

  /// No word says two things.
  private static func byWord<Saying>(_ words: [Saying: Set<String>]) -> [String: Saying] {
    Dictionary(uniqueKeysWithValues: words.flatMap { saying, words in words.map { ($0, saying) } })
  }

  /// The masculine singular of regular words: `METAS`, `REALES`, `PROGRAMADAS`, `VARIACIONES`.
  private static func singular(_ word: String) -> String {
    var stem = word
    if stem.hasSuffix("ONES") || stem.hasSuffix("ALES") || stem.hasSuffix("DADES") || stem.hasSuffix("ORES") {
      stem.removeLast(2)
    } else if stem.count > 4, stem.hasSuffix("S") {
      stem.removeLast()
    }
    for ending in ["ADA", "IDA", "ORA", "LUTA", "SICA"] where stem.hasSuffix(ending) {
      stem.removeLast()
      return ending == "ORA" ? stem : stem + "O"
    }
    return stem
  }
}
