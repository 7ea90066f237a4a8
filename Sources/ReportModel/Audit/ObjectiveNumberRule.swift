/// The only number in an objective's words should be the goal: "un mínimo de 30 solicitudes". Years, percentages, dates,
/// ordinals and numbers of laws are none, and an objective with several numbers is not judged.
struct ObjectiveNumberRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    report.activities.compactMap { activity in
      guard let objective = activity.objective, let goal = activity.annual.goal.quantity,
        activity.annual.goal.origin == .stated, let number = ObjectiveNumber.only(in: objective.value),
        Quantity(number) != goal
      else { return nil }
      let (es, en) = (activity.designation.es, activity.designation.en)
      return Diagnostic(
        code: DiagnosticCode.objectiveNumber, severity: .warning,
        message: LocalizedText(
          es: "\(es): el objetivo habla de \(number); la meta es \(activity.annual.goal.text)",
          en: "\(en): the objective speaks of \(number); the goal is \(activity.annual.goal.text)"),
        hint: LocalizedText(
          es: "Compare el objetivo con la meta y corrija el que esté mal.",
          en: "Compare objective and goal, and correct the one that is wrong."),
        at: objective.location)
    }
  }
}

/// Numbers in running text.
enum ObjectiveNumber {
  /// nil when there is none, or there are different ones.
  static func only(in text: String) -> Int? {
    guard text.utf8.contains(where: isDigit) else { return nil }
    let words = text.unicodeScalars.split(whereSeparator: isSpace)
    var found: Set<Int> = []
    for index in words.indices where Substring(words[index]).utf8.contains(where: isDigit) {
      guard let number = number(words[index]), number > 0, !isYear(number), !isReference(words, index) else { continue }
      found.insert(number)
    }
    return found.count == 1 ? found.first : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Most scalars need no look at Unicode's tables.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func isYear(_ number: Int) -> Bool { (1900...2199).contains(number) }

  /// Whole digits, commas between thousands; punctuation around them does not count, a percent sign does.
  private static func number(_ word: Substring.UnicodeScalarView) -> Int? {
    let bare = trimmed(word)
    guard let first = bare.utf8.first, isDigit(first) else { return nil }
    return Int(bare.filter { $0 != "," })
  }

  /// An article, an age, a date, a share: no count of what is done.
  private static func isReference(_ words: [Substring.UnicodeScalarView], _ index: Int) -> Bool {
    func word(_ offset: Int) -> String {
      words.indices.contains(index + offset) ? trimmed(words[index + offset]).lowercased() : ""
    }
    let before = word(-1)
    let isRangeEnd = ["a", "al"].contains(before) && word(-2).utf8.first.map(isDigit) ?? false
    return references.contains(before) || before == "de" && ages.contains(word(-2)) || isRangeEnd
      || notCounts.contains(word(1))
  }

  private static func trimmed(_ word: Substring.UnicodeScalarView) -> String {
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "%"
    }
    guard let first = word.firstIndex(where: isKept), let last = word.lastIndex(where: isKept) else { return "" }
    return String(word[first...last])
  }

  private static let references: Set<String> = [
    "artículo", "art", "artículos", "ley", "fracción", "número", "núm", "no", "inciso", "los", "las", "decreto", "eje",
    "página", "zona", "sección", "entre", "mayores", "menores", "hasta", "ods", "anexo", "tomo",
  ]
  private static let ages: Set<String> = ["mayores", "menores", "mayor", "menor", "edad", "más", "menos"]
  private static let notCounts: Set<String> = [
    "m²", "m2", "m³", "m3", "m", "km", "km²", "km2", "ha", "kg", "g", "l", "lts", "cm", "mm", "c", "f", "grados", "kw",
    "kwh", "%", "por", "años", "año", "meses", "días", "horas", "hrs", "de", "al", "a", "enero", "febrero", "marzo",
    "abril",
    "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
  ]
}
