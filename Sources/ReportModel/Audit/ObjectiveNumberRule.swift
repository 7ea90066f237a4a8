/// The only number in an objective's words should be the goal: "un mínimo de 30 solicitudes". Years, percentages, dates,
/// ordinals and numbers of laws are none, and an objective with several numbers is not judged.
struct ObjectiveNumberRule: AuditRule {
  static let codes = ["objective-number"]

  func findings(in report: Report) -> [Diagnostic] {
    report.activities.compactMap { activity in
      guard let objective = activity.objective, let goal = activity.annual.goal.quantity,
        activity.annual.goal.origin == .stated, let number = ObjectiveNumber.only(in: objective.value),
        Quantity(number) != goal
      else { return nil }
      let (es, en) = (activity.designation.es, activity.designation.en)
      return Diagnostic(
        code: Self.codes[0], severity: .warning,
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
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let words = text.split { $0.isWhitespace }.map { $0.trimmingPunctuation }
    var found: Set<Int> = []
    for (index, word) in words.enumerated() {
      guard let number = Int(word.filter { $0 != "," }), number > 0, word.first?.isNumber == true else { continue }
      if (1900...2199).contains(number) { continue }
      let before = index > 0 ? words[index - 1].lowercased() : ""
      let behind = index + 1 < words.count ? words[index + 1].lowercased() : ""
      if references.contains(before) || notCounts.contains(behind) || months(behind, words, index) { continue }
      found.insert(number)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let references: Set<String> = [
    "artículo", "art", "artículos", "ley", "fracción", "número", "núm", "no", "inciso", "los", "las", "decreto", "eje",
    "página", "zona", "sección", "entre", "de", "mayores", "menores", "a",
  ]
  private static let notCounts: Set<String> = ["%", "por", "años", "meses", "días", "horas", "hrs", "de", "al", "a"]

  /// `3 de marzo`, `15 al 20`.
  private static func months(_ behind: String, _ words: [String], _ index: Int) -> Bool {
    [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ].contains(behind)
  }
}

extension Substring {
  fileprivate var trimmingPunctuation: String {
    var rest = self
    while let last = rest.last, !last.isLetter, !last.isNumber, last != "%" { rest = rest.dropLast() }
    while let first = rest.first, !first.isLetter, !first.isNumber { rest = rest.dropFirst() }
    return String(rest)
  }
}
