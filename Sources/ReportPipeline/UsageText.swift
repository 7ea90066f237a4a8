import ReportModel

/// What the parser of the command lines says by itself, in the user's language. It knows English only; its headings are
/// exchanged here, and what is not in the list stays English.
public enum UsageText {
  public static func translated(_ text: String) -> String {
    guard UserLanguage.current == .es else { return text }
    return phrases.reduce(text) { text, phrase in
      text.split(separator: phrase.en, omittingEmptySubsequences: false).joined(separator: phrase.es)
    }
  }

  private static let phrases: [(en: String, es: String)] = [
    ("OVERVIEW:", "DESCRIPCIÓN:"), ("USAGE:", "USO:"), ("Usage:", "Uso:"), ("ARGUMENTS:", "ARGUMENTOS:"),
    ("OPTIONS:", "OPCIONES:"), ("SUBCOMMANDS:", "SUBCOMANDOS:"), ("(default)", "(predeterminado)"),
    ("(default: ", "(predeterminado: "), ("default: ", "predeterminado: "), ("(values: ", "(valores: "),
    ("Show the version.", "Muestra la versión."),
    ("Show help information.", "Muestra esta ayuda."),
    ("Show subcommand help information.", "Muestra la ayuda de un subcomando."),
    ("for detailed help.", "para más detalles."), ("for more information.", "para más información."),
    ("  See '", "  Vea '"),
    ("Missing expected argument", "Falta el argumento"), ("Unknown option", "Opción desconocida"),
    ("Unexpected argument", "Argumento inesperado"), ("Missing value for", "Falta el valor de"),
    ("The value ", "El valor "), (" is invalid for ", " no es válido para "),
    ("Please provide one of ", "Elija uno de "),
    (" and ", " y "), (" or ", " o "), ("Did you mean ", "¿Quiso decir "),
  ]
}
