public import Pages
public import ReportModel

/// Text that cannot be set because no embedded face has its characters; one diagnostic for each cell.
public struct UnsettableText: Error {
  public let diagnostics: [Diagnostic]
}

extension UnsettableText {
  /// Looks through every text of the report before anything is set.
  static func check(_ report: Report, _ measuring: any TextMeasuring) throws(UnsettableText) {
    let texts = texts(of: report)
    // Nearly always nothing is missing: each character is looked up once then.
    guard diagnostics(for: [Sourced(characters(of: texts), at: SourceLocation(file: ""))], measuring) != [] else {
      return
    }
    let diagnostics = diagnostics(for: texts, measuring)
    if !diagnostics.isEmpty { throw UnsettableText(diagnostics: diagnostics) }
  }

  /// One for each of the texts that cannot be set.
  public static func diagnostics(for texts: [Sourced<String>], _ measuring: any TextMeasuring) -> [Diagnostic] {
    texts.compactMap { text in
      // White space at which lines break is never drawn.
      let drawn = String(String.UnicodeScalarView(text.value.unicodeScalars.filter { !Typesetter.isBreakingSpace($0) }))
      let missing = measuring.missingCharacters(in: drawn)
      return missing.isEmpty ? nil : diagnostic(missing, at: text.location)
    }
  }

  /// Each once.
  private static func characters(of texts: [Sourced<String>]) -> String {
    var (ascii, others) = ([Bool](repeating: false, count: 0x80), Set<Unicode.Scalar>())
    for text in texts {
      for scalar in text.value.unicodeScalars {
        if scalar.isASCII { ascii[Int(scalar.value)] = true } else { others.insert(scalar) }
      }
    }
    let seen = ascii.indices.filter { ascii[$0] }.map { Unicode.Scalar(UInt8($0)) } + others
    return String(String.UnicodeScalarView(seen))
  }

  private static func texts(of report: Report) -> [Sourced<String>] {
    var texts = report.titleLines + [report.department].compactMap { $0 }
    texts += report.notes
    texts += report.periods.map { Sourced($0.label, at: $0.location) }
    texts += report.extraColumns.map(\.header) + report.totals.map(\.label)
    texts += report.subtotals.map { Sourced($0.label, at: $0.location) }
    texts += report.sourceSigners.flatMap { [$0.role, $0.name, $0.post].compactMap { $0 } }
    for activity in report.activities {
      texts += [
        activity.number, activity.name, activity.objective, activity.unit, activity.responsible, activity.remarks,
      ].compactMap { $0 }
      texts += activity.extras.compactMap { $0 }
      for (kind, period) in activity.figures {
        let figure = activity.figure(kind, period: period)
        if case .absent = figure.value { texts.append(Sourced(figure.text, at: figure.location)) }
        if let mark = figure.mark { texts.append(Sourced(mark, at: figure.location)) }
        if let unit = figure.unit { texts.append(Sourced(unit, at: figure.location)) }
      }
    }
    return texts
  }

  private static func diagnostic(_ missing: [Unicode.Scalar], at location: SourceLocation) -> Diagnostic {
    let list = missing.prefix(5).map { scalar in
      scalar.properties.isWhitespace || scalar.value < 0x20 ? scalar.codePoint : "\"\(scalar)\" (\(scalar.codePoint))"
    }.joined(separator: ", ")
    return Diagnostic(
      code: DiagnosticCode.unsettableCharacter, severity: .error,
      message: LocalizedText(
        es: "la tipografía del informe no tiene estos caracteres: \(list)",
        en: "the report's fonts do not have these characters: \(list)"),
      hint: hint(for: missing), at: location)
  }

  /// What to type instead, by what the characters are.
  private static func hint(for missing: [Unicode.Scalar]) -> LocalizedText {
    var remedies: [LocalizedText] = []
    for remedy in missing.map(remedy) where !remedies.contains(remedy) { remedies.append(remedy) }
    return LocalizedText(
      es: remedies.map(\.es).joined(separator: " "), en: remedies.map(\.en).joined(separator: " "))
  }

  private static func remedy(for scalar: Unicode.Scalar) -> LocalizedText {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .privateUse:
      return LocalizedText(
        es: "Es un signo de una tipografía como Wingdings o Symbol: escriba en su lugar •, – o ✔.",
        en: "It is a sign of a font such as Wingdings or Symbol: write •, – or ✔ instead.")
    case .control, .surrogate, .unassigned:
      return LocalizedText(
        es: "Es un carácter que no se ve: bórrelo y escriba de nuevo lo que hay junto a él.",
        en: "It is a character nobody sees: delete it and write what is beside it again.")
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return LocalizedText(
        es: "Escriba el texto con letras latinas y cifras 0–9 (también puede usar letras griegas o cirílicas).",
        en: "Write the text with Latin letters and the figures 0–9 (Greek or Cyrillic letters are possible too).")
    default:
      return properties.isEmoji
        ? LocalizedText(
          es: "Quite el emoji o escriba con palabras lo que dice.",
          en: "Remove the emoji or write what it says in words.")
        : LocalizedText(
          es: "Escriba en su lugar un signo común, como •, –, → o ✔, o la palabra.",
          en: "Write a common sign instead, such as •, –, → or ✔, or the word.")
    }
  }
}
