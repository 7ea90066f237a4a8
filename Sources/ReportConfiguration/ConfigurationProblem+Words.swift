import ReportModel

extension ConfigurationProblem {
  /// Stable, for scripts.
  var code: DiagnosticCode {
    switch self {
    case .tooLong, .notUTF8, .tooManyReferences, .syntax: .configurationUnreadable
    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongType: .wrongType
    case .wrongValue, .notOneLine, .hiddenColor, .textTooLong: .wrongValue
    case .paleAccent: .paleAccent
    case .noRoom: .noRoom
    }
  }

  var message: LocalizedText {
    switch self {
    case .tooLong: LocalizedText(es: "pasa de 64 KB", en: "it is larger than 64 KB")
    case .notUTF8: LocalizedText(es: "no es texto UTF-8", en: "it is no UTF-8 text")
    case .tooManyReferences: LocalizedText(es: "tiene demasiadas referencias (*)", en: "it has too many references (*)")
    case .syntax(let what): LocalizedText(es: "no es YAML: \(what)", en: "it is no YAML: \(what)")
    case .duplicateKey(let key):
      LocalizedText(
        es: "la clave \(key) está más de una vez; esta es la primera",
        en: "the key \(key) is there more than once; this is the first")
    case .unknownKey(let key, _, _): LocalizedText(es: "no conozco la clave «\(key)»", en: "unknown key “\(key)”")
    case .missingKey(let key):
      LocalizedText(es: "falta la clave \(key.rawValue)", en: "the key \(key.rawValue) is missing")
    case .wrongType(let expected):
      LocalizedText(es: "aquí va \(expected.name.es)", en: "here belongs \(expected.name.en)")
    case .wrongValue(let text, let expected):
      LocalizedText(es: "«\(text)» no es \(expected.name.es)", en: "“\(text)” is not \(expected.name.en)")
    case .notOneLine:
      LocalizedText(
        es: "el texto tiene saltos de línea u otros caracteres de control",
        en: "the text has line breaks or other control characters")
    case .hiddenColor: LocalizedText(es: "no se ve ningún color", en: "there is no colour to see")
    case .textTooLong(let count, let longest):
      LocalizedText(
        es: "el texto tiene \(count) caracteres; caben \(longest)",
        en: "the text has \(count) characters; there is room for \(longest)")
    case .paleAccent(let contrast, let least):
      LocalizedText(
        es: "el color contrasta \(ratio(contrast)) con el fondo; hace falta \(ratio(least)) para leerse",
        en: "the colour's contrast with its ground is \(ratio(contrast)); reading needs \(ratio(least))")
    case .noRoom(let paper):
      LocalizedText(
        es: "los márgenes no dejan lugar para la tabla en papel \(paper)",
        en: "the margins leave no room for the table on \(paper) paper")
    }
  }

  var hint: LocalizedText {
    switch self {
    case .tooLong: LocalizedText(es: "Revise que sea el archivo correcto.", en: "Check that it is the right file.")
    case .notUTF8: LocalizedText(es: "Guárdelo como texto UTF-8.", en: "Save it as UTF-8 text.")
    case .tooManyReferences:
      LocalizedText(es: "Escriba los valores en su lugar.", en: "Write the values in their places.")
    case .syntax:
      LocalizedText(
        es:
          "Escriba «clave: valor», con espacios y no tabuladores al inicio; ponga entre comillas los valores con : o #.",
        en: "Write “key: value”, with spaces and no tabs in front; put values with : or # in quotes.")
    case .duplicateKey: LocalizedText(es: "Deje una sola.", en: "Leave one only.")
    case .unknownKey(_, let meant?, _):
      LocalizedText(es: "¿Quiso decir \(meant.rawValue)?", en: "Did you mean \(meant.rawValue)?")
    case .unknownKey(_, nil, let known):
      LocalizedText(
        es: "Las claves aquí son \(list(known)).", en: "The keys here are \(list(known)).")
    case .missingKey: LocalizedText(es: "Escríbala con su valor.", en: "Write it with its value.")
    case .wrongType(.text): LocalizedText(es: "Escríbalo entre comillas.", en: "Write it in quotes.")
    case .wrongType, .wrongValue:
      LocalizedText(
        es: "Corrija el valor, o quite la clave para usar lo predeterminado.",
        en: "Correct the value, or remove the key to use the default.")
    case .notOneLine: LocalizedText(es: "Escríbalo en una sola línea.", en: "Write it in one line.")
    case .hiddenColor:
      LocalizedText(
        es: "Escríbalo entre comillas, como \"#12436D\": sin ellas, # empieza un comentario.",
        en: "Write it in quotes, like \"#12436D\": without them, # begins a comment.")
    case .textTooLong: LocalizedText(es: "Acórtelo.", en: "Shorten it.")
    case .paleAccent: LocalizedText(es: "Elija un tono más oscuro.", en: "Choose a darker shade.")
    case .noRoom:
      LocalizedText(
        es: "Reduzca los márgenes o el espacio del sello, o elija un papel mayor.",
        en: "Make margins or stamp space smaller, or choose a larger paper.")
    }
  }

  private func list(_ keys: [ConfigurationKey]) -> String { keys.map(\.rawValue).joined(separator: ", ") }

  /// One decimal, rounded down: 4.46 is not enough and must not look it.
  private func ratio(_ value: Double) -> String { "\((value * 10).rounded(.down) / 10):1" }
}
