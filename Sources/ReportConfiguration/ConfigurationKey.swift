/// Every key a configuration may have; the raw value is how it is written.
enum ConfigurationKey: String, CaseIterable {
  case municipality, department, administration, title, logos
  case place, date, code, signers
  case paper, margins, binding, duplex, stamp
  case ink, accent, bands, language, signs, summary, standard
  case previous, matches, cover, areas
  // Of logos and margins
  case left, right, top, bottom, file, description
  // Of signers
  case role, name, post
  // Of the cover and of areas
  case text, crest, sheet, omit
  // Of binding and bands
  case edge, margin, lower, upper

  /// Those that stand at the left margin, in the order they are written.
  static let outermost: [ConfigurationKey] = [
    .municipality, .department, .administration, .title, .logos, .place, .date, .code, .signers, .paper, .margins,
    .binding, .duplex, .stamp, .ink, .accent, .bands, .language, .signs, .summary, .standard,
    .previous, .matches, .cover, .areas,
  ]
}

extension ConfigurationKey {
  /// The key among `known` that was likely meant: the same in other words or in Spanish, or one a slip or two away.
  static func suggestion(for written: String, among known: [ConfigurationKey]) -> ConfigurationKey? {
    let plain = String(written.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }.map { accents[$0] ?? $0 })
    if let meant = known.first(where: { $0.rawValue == plain || synonyms[$0]?.contains(plain) == true }) {
      return meant
    }
    let near = known.map { (key: $0, slips: slips(from: plain, to: $0.rawValue)) }.min { $0.slips < $1.slips }
    guard let near, near.slips <= max(1, near.key.rawValue.count / 3) else { return nil }
    return near.key
  }

  private static let accents: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ñ": "n"]

  private static let synonyms: [ConfigurationKey: [String]] = [
    .municipality: ["municipio", "ayuntamiento", "town"], .department: ["departamento", "direccion", "area", "office"],
    .administration: ["administracion", "gobierno"], .title: ["titulo"],
    .logos: ["logotipos", "escudos", "logo", "escudo"],
    .place: ["lugar"], .date: ["fecha"], .code: ["codigo", "clave"], .signers: ["firmas", "firmantes", "signatures"],
    .paper: ["papel", "hoja", "papersize"], .margins: ["margenes"], .binding: ["encuadernacion", "engargolado"],
    .duplex: ["dobleacara", "doblecara", "ambascaras"], .stamp: ["sello"],
    .ink: ["tinta", "impresion"], .accent: ["color", "acento", "colour"], .bands: ["bandas", "semaforo"],
    .language: ["idioma", "lang"],
    .signs: ["signos", "signo", "sign"], .summary: ["resumen"], .standard: ["estandar", "norma"],
    .left: ["izquierda", "izquierdo"],
    .right: ["derecha", "derecho"], .top: ["arriba", "superior"], .bottom: ["abajo", "inferior"],
    .file: ["archivo"], .description: ["descripcion", "alt"], .role: ["rol", "funcion"], .name: ["nombre"],
    .post: ["cargo", "puesto"], .edge: ["borde", "lado"], .margin: ["margen"], .lower: ["inferior", "low", "min"],
    .upper: ["superior", "high", "max"], .previous: ["anterior", "antes"], .matches: ["pares", "coincidencias"],
    .cover: ["portada", "caratula"], .areas: ["departamentos", "tablas"],
    .text: ["texto"], .crest: ["escudo"], .sheet: ["hoja"], .omit: ["omitir", "excluir"],
  ]

  /// Letters to add, drop, change or swap with their neighbour (optimal string alignment).
  static func slips(from a: String, to b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
