import ReportModel

/// Findings as the page's script shows them, too.
enum FindingsHTML {
  static func section(_ diagnostics: [Diagnostic], _ title: LocalizedText, _ language: Language) -> String {
    let rows = diagnostics.map { row($0, language) }.joined()
    let table =
      rows.isEmpty
      ? ""
      : """
      <table class="findings" role="table"><thead role="rowgroup"><tr role="row">\
      \(heads.map { "<th scope=\"col\" role=\"columnheader\">\($0[language])</th>" }.joined())\
      </tr></thead><tbody role="rowgroup">\(rows)</tbody></table>
      """
    return
      "<section class=\"card\" aria-labelledby=\"told\"><h2 id=\"told\">\(escaped(title[language]))</h2>\(table)</section>"
  }

  private static let heads = [
    LocalizedText(es: "Dónde", en: "Where"), LocalizedText(es: "Qué", en: "What"),
    LocalizedText(es: "Qué dice", en: "What it says"),
  ]

  private static func row(_ diagnostic: Diagnostic, _ language: Language) -> String {
    let severity = diagnostic.severity
    return """
      <tr role="row"><td role="cell" class="place">\(escaped(Words.place(diagnostic.location)[language]))</td>\
      <td role="cell"><span class="severity \(severity.rawValue)">\(Words.severity(severity)[language])</span></td>\
      <td role="cell"><p>\(escaped(diagnostic.message[language]))</p>\
      <p class="hint">\(escaped(diagnostic.hint[language]))</p></td></tr>
      """
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
