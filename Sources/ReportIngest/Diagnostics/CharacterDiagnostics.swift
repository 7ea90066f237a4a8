import ReportModel

/// What is to know of the characters of a table.
extension Diagnostic {
  static func folded(_ text: String, _ plain: String, at location: SourceLocation) -> Diagnostic {
    let changed = zip(text.unicodeScalars, plain.unicodeScalars).filter { $0 != $1 }
    let old = changed.prefix(8).map { scalar, _ in
      scalar.properties.generalCategory == .privateUse
        ? "U+" + String(scalar.value, radix: 16, uppercase: true) + " " : String(scalar)
    }.joined().trimmed
    let new = String(String.UnicodeScalarView(changed.prefix(8).map(\.1))).trimmed
    return note(
      .foldedCharacters, location,
      es: "«\(old)» se leyó como «\(new)»", en: "“\(old)” was read as “\(new)”",
      hintES: "Si no es lo que se quiso escribir, cámbielo en la tabla; el archivo adjunto queda como está.",
      hintEN: "If that is not what was meant, change it in the table; the attached file stays as it is.")
  }

  func addingCount(_ others: Int) -> Diagnostic {
    let es = others == 1 ? "; así otra celda más" : "; así otras \(others) celdas"
    let en = others == 1 ? "; so was one more cell" : "; so were \(others) more cells"
    var counted = self
    counted.message = LocalizedText(es: message.es + es, en: message.en + en)
    return counted
  }
}
