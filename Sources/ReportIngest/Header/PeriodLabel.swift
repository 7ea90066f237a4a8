import ReportModel

/// Reads the months a period's label names: `ENERO/FEBRERO`, `ENE-FEB`, `Julio a septiembre`, `1er. BIMESTRE`,
/// `TRIMESTRE II`, `Segundo semestre`, `T3`, `ANUAL`.
enum PeriodLabel {
  /// nil when the label names no period.
  static func months(_ label: String) -> ClosedRange<Int>? {
    let words = words(of: label)
    guard !words.isEmpty else { return nil }
    return named(words) ?? numbered(words)
  }

  private static func words(of label: String) -> [String] {
    label.split { !$0.isLetter && !$0.isNumber }.map { HeaderKey(String($0)).description }
      .filter { !$0.isEmpty && !connectives.contains($0) && YearText.year(in: $0) == nil }
  }

  private static let connectives: Set<String> = ["A", "AL", "DE", "DEL", "Y", "MES", "MESES", "PERIODO"]

  /// Months by name: one, or the first and last of a stretch.
  private static func named(_ words: [String]) -> ClosedRange<Int>? {
    let months = words.map(month)
    guard let first = months.first.flatMap({ $0 }), let last = months.last.flatMap({ $0 }),
      months.allSatisfy({ $0 != nil }), first <= last
    else { return nil }
    let named = months.compactMap { $0 }
    let inOrder = zip(named, named.dropFirst()).allSatisfy { $0 < $1 }
    return inOrder ? first...last : nil
  }

  /// An abbreviation of at least three letters is enough; `SETIEMBRE` is a spelling too.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if "SETIEMBRE".hasPrefix(word) { return 9 }
    return monthNames.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let monthNames = [
    "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE",
    "DICIEMBRE",
  ]

  /// A unit with its number before or behind it, or both in one word.
  private static func numbered(_ words: [String]) -> ClosedRange<Int>? {
    if words.count == 1, ["ANUAL", "ANO", "EJERCICIO"].contains(words[0]) { return 1...12 }
    let pair: (unit: Int?, ordinal: Int?) =
      switch words.count {
      case 1: split(words[0])
      case 2: unit(words[0]) != nil ? (unit(words[0]), ordinal(words[1])) : (unit(words[1]), ordinal(words[0]))
      default: (nil, nil)
      }
    guard let months = pair.unit, let ordinal = pair.ordinal, ordinal * months <= 12 else { return nil }
    return (ordinal - 1) * months + 1...ordinal * months
  }

  private static func split(_ word: String) -> (unit: Int?, ordinal: Int?) {
    let letters = word.filter(\.isLetter)
    let digits = word.filter(\.isNumber)
    guard !digits.isEmpty, word == letters + digits || word == digits + letters else { return (nil, nil) }
    return (unit(letters), ordinal(digits))
  }

  private static func unit(_ word: String) -> Int? {
    units.first { $0.value.contains(word) }?.key
  }

  private static let units: [Int: Set<String>] = [
    1: ["MENSUAL"], 2: ["BIMESTRE", "BIM", "B", "BIMESTRAL"], 3: ["TRIMESTRE", "TRIM", "T", "TRI", "Q", "TRIMESTRAL"],
    4: ["CUATRIMESTRE", "CUATRIM", "C", "CUAT", "CUATRIMESTRAL"], 6: ["SEMESTRE", "SEM", "S", "SEMESTRAL"],
    12: ["ANUAL", "ANO"],
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
