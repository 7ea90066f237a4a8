import ReportModel

/// What is to know of the characters of a table.
extension Diagnostic {
  static func folded(_ text: String, _ plain: String, at location: SourceLocation) -> Diagnostic {
    let changed = zip(text.unicodeScalars, plain.unicodeScalars).filter { $0 != $1 }
    let old = changed.prefix(8).map { scalar, _ in
      scalar.properties.generalCategory == .privateUse ? scalar.codePoint + " " : String(scalar)
    }.joined().trimmed
    let new = String(String.UnicodeScalarView(changed.prefix(8).map(\.1))).trimmed
    return note(
      .foldedCharacters, location,
      es: "«\(old)» se leyó como «\(new)»", en: "“\(old)” was read as “\(new)”",
      hintES: "Si no es lo que se quiso escribir, cámbielo en la tabla; el archivo adjunto queda como está.",
      hintEN: "If that is not what was meant, change it in the table; the attached file stays as it is.")
  }

  static func unseen(_ characters: [Unicode.Scalar], at location: SourceLocation) -> Diagnostic {
    let codes = Set(characters).sorted().prefix(4).map(\.codePoint).joined(separator: " ")
    return note(
      .unseenCharacters, location,
      es: "se omitieron caracteres que no se ven (\(codes))",
      en: "characters that are not seen were left out (\(codes))",
      hintES: "Suelen venir con texto copiado de otro programa; el archivo adjunto queda como está.",
      hintEN: "They often come with text copied from another program; the attached file stays as it is.")
  }

  static func rightToLeft(_ mark: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
    error(
      .rightToLeft, location,
      es: "el texto tiene una marca (\(mark.codePoint)) que hace que se muestre de derecha a izquierda",
      en: "the text has a mark (\(mark.codePoint)) that makes it be shown from right to left",
      hintES: "Borre la celda y escriba el texto de nuevo.", hintEN: "Clear the cell and write the text again.")
  }

  func addingCount(_ others: Int) -> Diagnostic {
    let es = others == 1 ? "; así en otra celda" : "; así en otras \(others) celdas"
    let en = others == 1 ? "; so in one more cell" : "; so in \(others) more cells"
    var counted = self
    counted.message = LocalizedText(es: message.es + es, en: message.en + en)
    return counted
  }
}
