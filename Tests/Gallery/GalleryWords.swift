import ReportModel

/// Words as such reports have them.
enum GalleryWords {
  static func months(_ language: Language) -> [String] {
    language == .es
      ? [
        "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE",
        "DICIEMBRE",
      ]
      : [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
        "DECEMBER",
      ]
  }

  private static let spanish = """
    promover la participación ciudadana a través de reuniones de trabajo con los diferentes consejos sociales y
    habitantes del municipio en donde puedan exponer sus problemas y necesidades para posteriormente implementar
    estrategias entre ciudadanía y gobierno que permitan un mayor desarrollo mantenimiento preventivo rehabilitación
    infraestructura capacitaciones diagnósticos seguimiento administrativo electrificación
    """.split(whereSeparator: \.isWhitespace)

  private static let english = """
    encourage citizens to take part through working meetings with councils and residents of the municipality where they
    may raise problems and needs so that strategies for community development can be carried out later by departments
    responsible for maintenance infrastructure training and administration
    """.split(whereSeparator: \.isWhitespace)

  /// About so many characters of words, the first with a capital.
  static func text(_ length: Int, _ language: Language, _ random: inout GalleryRandom) -> String {
    let words = language == .es ? spanish : english
    var text = ""
    while text.count < length {
      let word = words[random.below(words.count)]
      text += text.isEmpty ? word.capitalisedFirst : " " + word
    }
    return text + "."
  }
}

extension Substring {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
