import ReportModel

/// Reads the months a period's label names: `ENERO/FEBRERO`, `ENE-FEB`, `Julio a septiembre`, `1er. BIMESTRE`,
/// `TRIMESTRE II`, `Segundo semestre`, `T3`, `ANUAL`, `ene-23`.
enum PeriodLabel {
  /// nil when the label names no period, or its parts name different ones.
  static func months(_ label: String) -> ClosedRange<Int>? {
    guard label.utf8.count <= 80 else { return nil }
    if let month = firstOfMonth(label) { return month...month }
    let all = words(of: label)
    if isWholeYear(all) { return 1...12 }
    let words = all.filter { !connectives.contains($0) }
    let isMonth = words.map { month($0) != nil }
    guard let first = isMonth.firstIndex(of: true), let last = isMonth.lastIndex(of: true) else {
      return numbered(words)
    }
    let rest = (words[..<first] + words[(last + 1)...]).filter { !$0.hasPrefix("MES") }
    guard let months = named(Array(words[first...last])) else { return nil }
    // A number alone is a short year, a day that a spreadsheet made up, or a mark.
    if rest.isEmpty || rest.count == 1 && rest[0].allSatisfy(\.isNumber) { return months }
    return numbered(rest) == months ? months : nil
  }

  /// `2023-03-01`: what a spreadsheet holds where a column is headed March.
  private static func firstOfMonth(_ label: String) -> Int? {
    let parts = label.trimmed.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[2] == "01", parts[1].utf8.count == 2 else { return nil }
    return Int(parts[1]).flatMap { (1...12).contains($0) ? $0 : nil }
  }

  /// `ANUAL`, `AÑO 2023`; not `META ANUAL`, which is no period but a sum.
  private static func isWholeYear(_ words: [String]) -> Bool {
    let words = words.filter { !["DE", "DEL", "EL", "PERIODO", "FULL", "WHOLE"].contains($0) }
    return words.count == 1 && ["ANUAL", "ANO", "EJERCICIO", "YEAR"].contains(words[0])
  }

  /// A label without the punctuation that parted it from another.
  static func bare(_ label: Substring) -> String {
    var rest = label
    while let first = rest.first, !first.isLetter, !first.isNumber { rest = rest.dropFirst() }
    while let last = rest.last, !last.isLetter, !last.isNumber, last != ".", last != ")" || !rest.contains("(") {
      rest = rest.dropLast()
    }
    return String(rest)
  }

  /// The periods that labels of initials alone name: `E F M A …`, `E-F M-A …`, `E-M A-J J-S O-D`; nil for others.
  static func initials(_ labels: [String]) -> [ClosedRange<Int>]? {
    guard let length = [12: 1, 6: 2, 4: 3, 3: 4, 2: 6][labels.count] else { return nil }
    let letters = labels.map { HeaderKey($0).description }
    let all = monthNames.compactMap(\.first)
    let stretches = labels.indices.map { Array(all[$0 * length..<($0 + 1) * length]) }
    let isWhole = letters == stretches.map { String($0) }
    let isEnds = letters == stretches.map { String([$0[0], $0[length - 1]]) }
    guard isWhole || isEnds else { return nil }
    return labels.indices.map { $0 * length + 1...($0 + 1) * length }
  }

  /// The number of a label that is nothing but a number: `3`, `III`, `3º`.
  static func ordinalAlone(_ label: String) -> Int? {
    let words = words(of: label)
    return words.count == 1 ? ordinal(words[0]) : nil
  }

  /// The only period less than a year that some words in a row of a longer text name: `Informe del 2do trimestre 2024`.
  static func named(in text: String) -> ClosedRange<Int>? {
    let words = text.prefix(200).split { $0 == " " || $0 == ":" || $0 == "," }.map(String.init)
    var found: Set<ClosedRange<Int>> = []
    for start in words.indices {
      for count in 1...min(3, words.count - start) {
        let part = words[start..<start + count].joined(separator: " ")
        guard let months = months(part), months != 1...12 else { continue }
        // `Avance al segundo trimestre` is of all that came before, too.
        let isUpTo = start > 0 && HeaderKey(words[start - 1]).description == "AL"
        let isAlone = PeriodLabel.words(of: text).filter { !connectives.contains($0) }.count == 1
        if months.count > 1 || isAlone || text.uppercased().contains("MES") {
          found.insert(isUpTo ? 1...months.upperBound : months)
        }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a label may be one of a row of periods: it names months, or is a number or an initial.
  static func mayBe(_ label: String) -> Bool {
    !label.isBlank && (months(label) != nil || ordinalAlone(label) != nil || label.trimmed.count == 1)
  }

  /// Months in one period, by a word that names the division of the year: `AÑO 2023 EN BIMESTRES`, `Avance trimestral`.
  static func unit(namedIn text: String) -> Int? {
    let found = Set(words(of: text).compactMap { word in divisions.first { $0.value.contains(word) }?.key })
    return found.count == 1 ? found.first : nil
  }

  private static func words(of label: String) -> [String] {
    var words: [String] = []
    for part in label.split(whereSeparator: { !$0.isLetterOrDigit }) {
      let word = HeaderKey(part).description
      guard !word.isEmpty, YearText.year(in: word) == nil else { continue }
      // `1.er`: an ordinal that a stop has parted.
      if ordinalEndings.contains(word), let last = words.last, last.allSatisfy(\.isNumber) {
        words[words.count - 1] += word
      } else {
        words.append(word)
      }
    }
    return words
  }

  static let ordinalEndings: Set<String> = [
    "ER", "RO", "DO", "TO", "MO", "VO", "A", "O", "ERO", "NDO", "ST", "ND", "RD", "TH",
  ]

  /// Words that say nothing about which period it is.
  static let connectives: Set<String> = [
    "A", "AL", "DE", "DEL", "Y", "E", "EN", "PERIODO", "EL", "LA", "NO", "NUM", "NRO", "AVANCE", "METAS",
    "META", "CIFRAS", "CORRESPONDIENTE", "RESULTADOS", "THE", "OF",
  ]

  /// Months by name: one, or the first and last of a stretch, or all of it.
  private static func named(_ words: [String]) -> ClosedRange<Int>? {
    let named = words.compactMap(month)
    guard named.count == words.count, let first = named.first, let last = named.last,
      zip(named, named.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return first...last
  }

  /// An abbreviation of at least three letters is enough, and a slip of one letter in a longer name is forgiven where it
  /// leaves one month only.
  private static func month(_ word: String) -> Int? {
    if let month = spellings[word] { return month }
    guard word.count >= 3 else { return nil }
    if let index = monthNames.firstIndex(where: { $0.hasPrefix(word) }) { return index + 1 }
    let key = HeaderKey(word)
    let close = monthKeys.indices.filter { monthKeys[$0].isSlip(of: key) }
    return close.count == 1 ? close[0] + 1 : nil
  }

  static let spellings = [
    "JANUARY": 1, "FEBRUARY": 2, "MARCH": 3, "APRIL": 4, "MAY": 5, "JUNE": 6, "JULY": 7, "AUGUST": 8, "SEPTEMBER": 9,
    "OCTOBER": 10, "NOVEMBER": 11, "DECEMBER": 12, "SETIEMBRE": 9, "SET": 9, "SETIEMB": 9, "SETPIEMBRE": 9, "JAN": 1,
    "APR": 4, "AUG": 8, "DEC": 12,
    "ENO": 1, "ENRO": 1, "FEBO": 2, "FBRO": 2, "FEBRO": 2, "MZO": 3, "MRZO": 3, "MZ": 3, "ABL": 4, "ABRL": 4, "MYO": 5,
    "JNIO": 6, "JUNO": 6, "JLIO": 7, "JULO": 7, "AGTO": 8, "AGST": 8, "AGOS": 8, "AGTOS": 8, "SEPBRE": 9, "SEPTBRE": 9,
    "SPBRE": 9, "SETBRE": 9, "SEPRE": 9, "STBRE": 9, "OCTBRE": 10, "OCBRE": 10, "OCTRE": 10, "NOVBRE": 11,
    "NVBRE": 11, "NBRE": 11, "NOVRE": 11, "DICBRE": 12, "DCBRE": 12, "DBRE": 12, "DICRE": 12, "DICIE": 12,
  ]

  static let monthNames = [
    "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE",
    "DICIEMBRE",
  ]
  private static let monthKeys = monthNames.map(HeaderKey.init)

  /// A unit with its number before or behind it, or both in one word; a year of two digits may follow.
  private static func numbered(_ words: [String]) -> ClosedRange<Int>? {
    if let stretch = pair(words) { return stretch }
    guard words.count > 1, let last = words.last, last.count == 2, last.allSatisfy(\.isNumber) else { return nil }
    return pair(Array(words.dropLast()))
  }

  private static func pair(_ words: [String]) -> ClosedRange<Int>? {
    let pair: (unit: Int?, ordinal: Int?) =
      switch words.count {
      case 1: split(words[0])
      case 2: unit(words[0]) != nil ? (unit(words[0]), ordinal(words[1])) : (unit(words[1]), ordinal(words[0]))
      default: (nil, nil)
      }
    guard let months = pair.unit, let ordinal = pair.ordinal else { return nil }
    return stretch(ordinal, of: months)
  }

  /// The `ordinal`-th stretch of so many months; nil beyond the year's end.
  static func stretch(_ ordinal: Int, of months: Int) -> ClosedRange<Int>? {
    guard ordinal > 0, ordinal <= 12 / months else { return nil }
    return (ordinal - 1) * months + 1...ordinal * months
  }

  private static func split(_ word: String) -> (unit: Int?, ordinal: Int?) {
    let letters = word.filter(\.isLetter)
    let digits = word.filter(\.isNumber)
    guard !digits.isEmpty, word == letters + digits || word == digits + letters else { return (nil, nil) }
    return (unit(letters), ordinal(digits))
  }

  private static func unit(_ word: String) -> Int? {
    if let exact = units.first(where: { $0.value.contains(word) })?.key { return exact }
    guard word.utf8.count > 5 else { return nil }
    let key = HeaderKey(word)
    let close = Set(longUnits.filter { $0.key.isSlip(of: key) }.map(\.months))
    return close.count == 1 ? close.first : nil
  }

  static let units: [Int: Set<String>] = [
    1: ["MENSUAL", "MES", "MESES", "M", "MONTH"], 2: ["BIMESTRE", "BIM", "B", "BIMESTRAL"],
    3: ["TRIMESTRE", "TRIM", "T", "TRI", "Q", "TRIMESTRAL", "QUARTER", "QTR"],
    4: ["CUATRIMESTRE", "CUATRIM", "C", "CUAT", "CUATRIMESTRAL"],
    6: ["SEMESTRE", "SEM", "S", "SEMESTRAL", "SEMESTER", "HALF", "H"], 12: ["ANUAL", "ANO"],
  ]

  /// Names long enough to be known with a slip in them.
  private static let longUnits = units.flatMap { months, names in
    names.filter { $0.count > 6 }.map { (key: HeaderKey($0), months: months) }
  }

  static let divisions: [Int: Set<String>] = [
    1: ["MENSUAL", "MENSUALES", "MESES", "MENSUALMENTE", "MES", "MONTHLY"],
    2: ["BIMESTRE", "BIMESTRES", "BIMESTRAL", "BIMESTRALES", "BIMESTRALMENTE"],
    3: ["TRIMESTRE", "TRIMESTRES", "TRIMESTRAL", "TRIMESTRALES", "TRIMESTRALMENTE", "QUARTERLY", "QUARTERS"],
    4: ["CUATRIMESTRE", "CUATRIMESTRES", "CUATRIMESTRAL", "CUATRIMESTRALES"],
    6: ["SEMESTRE", "SEMESTRES", "SEMESTRAL", "SEMESTRALES"],
  ]

  private static func ordinal(_ word: String) -> Int? {
    if let index = ordinals.firstIndex(where: { $0.contains(word) }) { return index + 1 }
    let digits = word.prefix { $0.isNumber }
    let ending = word.dropFirst(digits.count)
    guard let number = Int(digits), number > 0, ending.isEmpty || ordinalEndings.contains(String(ending)) else {
      return nil
    }
    return number
  }

  static let ordinals: [Set<String>] = [
    ["PRIMER", "PRIMERO", "PRIMERA", "I", "FIRST"], ["SEGUNDO", "SEGUNDA", "II", "SECOND"],
    ["TERCER", "TERCERO", "TERCERA", "III", "THIRD"], ["CUARTO", "CUARTA", "IV", "FOURTH"],
    ["QUINTO", "QUINTA", "V"], ["SEXTO", "SEXTA", "VI"],
    ["SEPTIMO", "VII"], ["OCTAVO", "VIII"], ["NOVENO", "IX"], ["DECIMO", "X"], ["UNDECIMO", "XI"],
    ["DUODECIMO", "XII"],
  ]
}

extension PeriodScheme {
  /// The scheme of stretches of equal length, each in its place in the year; `irregular` for all others.
  init(months: [ClosedRange<Int>?]) {
    let lengths = Set(months.map { $0?.count })
    guard lengths.count == 1, let length = lengths.first.flatMap({ $0 }),
      months.allSatisfy({ (($0?.lowerBound ?? 0) - 1) % length == 0 }),
      let scheme = PeriodScheme.allCases.first(where: { $0.months == length })
    else {
      self = .irregular
      return
    }
    self = scheme
  }
}
