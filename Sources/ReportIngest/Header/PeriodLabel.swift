import ReportModel

/// Reads the months a period's label names: `ENERO/FEBRERO`, `ENE-FEB`, `Julio a septiembre`, `1er. BIMESTRE`,
/// `TRIMESTRE II`, `Segundo semestre`, `T3`, `ANUAL`, `ene-23`.
enum PeriodLabel {
  /// nil when the label names no period.
  static func months(_ label: String) -> ClosedRange<Int>? {
    guard label.utf8.count <= 80 else { return nil }
    let words = words(of: label)
    guard !words.isEmpty else { return nil }
    return named(words.filter { !connectives.contains($0) }) ?? numbered(words.filter { !articles.contains($0) })
  }

  /// The number of a label that is nothing but a number: `3`, `III`, `3º`.
  static func ordinalAlone(_ label: String) -> Int? {
    let words = words(of: label)
    return words.count == 1 ? ordinal(words[0]) : nil
  }

  /// Months in one period, by a word that names the division of the year: `AÑO 2023 EN BIMESTRES`, `Avance trimestral`.
  static func unit(namedIn text: String) -> Int? {
    let found = Set(words(of: text).compactMap { word in divisions.first { $0.value.contains(word) }?.key })
    return found.count == 1 ? found.first : nil
  }

  private static func words(of label: String) -> [String] {
    label.split { !$0.isLetter && !$0.isNumber }.map { HeaderKey(String($0)).description }
      .filter { !$0.isEmpty && YearText.year(in: $0) == nil }
  }

  private static let articles: Set<String> = ["EL", "LA", "DE", "DEL", "NO", "NUM"]
  private static let connectives: Set<String> = ["A", "AL", "DE", "DEL", "Y", "MES", "MESES", "PERIODO", "EL"]

  /// Months by name: one, or the first and last of a stretch; a year of two digits may follow.
  private static func named(_ words: [String]) -> ClosedRange<Int>? {
    var words = words
    if words.count > 1, let last = words.last, last.count == 2, last.allSatisfy(\.isNumber) { words.removeLast() }
    let months = words.map(month)
    guard let first = months.first.flatMap({ $0 }), let last = months.last.flatMap({ $0 }),
      months.allSatisfy({ $0 != nil }), first <= last
    else { return nil }
    let named = months.compactMap { $0 }
    let inOrder = zip(named, named.dropFirst()).allSatisfy { $0 < $1 }
    return inOrder ? first...last : nil
  }

  /// An abbreviation of at least three letters is enough, and a slip of one letter in a longer name is forgiven where it
  /// leaves one month only.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if let month = spellings[word] { return month }
    if let index = monthNames.firstIndex(where: { $0.hasPrefix(word) }) { return index + 1 }
    let key = HeaderKey(word)
    let close = monthKeys.indices.filter { monthKeys[$0].isSlip(of: key) }
    return close.count == 1 ? close[0] + 1 : nil
  }

  private static let spellings = [
    "SETIEMBRE": 9, "SET": 9, "SETIEMB": 9, "SETPIEMBRE": 9, "JAN": 1, "APR": 4, "AUG": 8, "DEC": 12,
  ]

  private static let monthNames = [
    "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE",
    "DICIEMBRE",
  ]
  private static let monthKeys = monthNames.map(HeaderKey.init)

  /// A unit with its number before or behind it, or both in one word.
  private static func numbered(_ words: [String]) -> ClosedRange<Int>? {
    if words.count == 1, ["ANUAL", "ANO", "EJERCICIO"].contains(words[0]) { return 1...12 }
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

  private static let units: [Int: Set<String>] = [
    1: ["MENSUAL", "MES", "M"], 2: ["BIMESTRE", "BIM", "B", "BIMESTRAL"],
    3: ["TRIMESTRE", "TRIM", "T", "TRI", "Q", "TRIMESTRAL"],
    4: ["CUATRIMESTRE", "CUATRIM", "C", "CUAT", "CUATRIMESTRAL"], 6: ["SEMESTRE", "SEM", "S", "SEMESTRAL"],
    12: ["ANUAL", "ANO"],
  ]

  /// Names long enough to be known with a slip in them.
  private static let longUnits = units.flatMap { months, names in
    names.filter { $0.count > 6 }.map { (key: HeaderKey($0), months: months) }
  }

  private static let divisions: [Int: Set<String>] = [
    1: ["MENSUAL", "MENSUALES", "MESES", "MENSUALMENTE", "MES"],
    2: ["BIMESTRE", "BIMESTRES", "BIMESTRAL", "BIMESTRALES", "BIMESTRALMENTE"],
    3: ["TRIMESTRE", "TRIMESTRES", "TRIMESTRAL", "TRIMESTRALES", "TRIMESTRALMENTE"],
    4: ["CUATRIMESTRE", "CUATRIMESTRES", "CUATRIMESTRAL", "CUATRIMESTRALES"],
    6: ["SEMESTRE", "SEMESTRES", "SEMESTRAL", "SEMESTRALES"],
  ]

  private static func ordinal(_ word: String) -> Int? {
    if let index = ordinals.firstIndex(where: { $0.contains(word) }) { return index + 1 }
    let digits = word.prefix { $0.isNumber }
    let ending = word.dropFirst(digits.count)
    guard let number = Int(digits), number > 0, ["", "ER", "RO", "DO", "TO", "MO", "VO", "O", "A"].contains(ending)
    else { return nil }
    return number
  }

  private static let ordinals: [Set<String>] = [
    ["PRIMER", "PRIMERO", "PRIMERA", "I"], ["SEGUNDO", "SEGUNDA", "II"], ["TERCER", "TERCERO", "TERCERA", "III"],
    ["CUARTO", "CUARTA", "IV"], ["QUINTO", "QUINTA", "V"], ["SEXTO", "SEXTA", "VI"],
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
