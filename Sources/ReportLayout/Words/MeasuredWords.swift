import ReportModel

/// An activity's yearly figures in running text, each with what it counts: `37 solicitudes`, `92 %`, `$576,982.80`.
struct MeasuredWords {
  /// What the figures count, as far as the source says.
  enum Unit: Hashable {
    case none
    case percent
    /// A sign of money, written before the figure.
    case money(String)
    /// The source's own word, in the middle of a sentence.
    case named(String)
  }

  let unit: Unit
  private let annual: AnnualFigures
  private let decimals: Int
  private let words: Words

  init(_ activity: Activity, _ words: Words) {
    unit = Unit(of: activity)
    annual = activity.annual
    decimals = activity.mostDecimals
    self.words = words
  }

  var goal: String { amount(annual.goal) }
  var real: String { amount(annual.real) }

  /// The real total against the goal, with the ratio where that says anything new.
  func comparison(_ ratio: String) -> String {
    let (done, goal) = (self.real, self.goal)
    let share = unit == .percent && ratio == done ? "" : " (\(ratio))"
    let isOne = annual.real.quantity == Quantity(1)
    switch unit {
    case .percent, .money: return words.amount(done, of: goal) + share
    case .named(let unit):
      guard Unit.isPlural(unit), !isOne else {
        return words.amount(done, of: goal) + share + "; " + words.unit.lowercased() + ": " + unit
      }
      return words.amount(done + " " + unit, of: goal) + share
    case .none:
      return words.carriedOut(done, of: goal, isOne: isOne, goalIsOne: annual.goal.quantity == Quantity(1)) + share
    }
  }

  /// What lies between two figures: points between percentages, else the unit of the figures.
  func difference(_ quantity: Quantity) -> String {
    switch unit {
    case .percent: words.points(number(quantity), isOne: quantity == Quantity(1))
    case .money(let sign): sign + number(quantity)
    case .none, .named: number(quantity)
    }
  }

  private func number(_ quantity: Quantity) -> String { Numerals.text(quantity, decimals: decimals) }

  private func amount(_ figure: Figure) -> String {
    guard let quantity = figure.quantity else { return words.noData }
    let text = Numerals.text(quantity, decimals: figure.origin == .stated ? figure.decimals : decimals)
    switch unit {
    case .percent: return text + words.percentSign
    case .money(let sign): return quantity.isNegative ? Numerals.minus + sign + text.dropFirst() : sign + text
    case .none, .named: return text
    }
  }
}

extension MeasuredWords.Unit {
  /// By what the figures measure, and the source's word for it.
  init(of activity: Activity) {
    let word = activity.unit?.value ?? activity.unitOfFigures
    switch activity.measure {
    case .rate where activity.hasPercentSigns || word.map(Self.isPercent) == true: self = .percent
    case .money where word.map(Self.isSign) == true: self = .money(word ?? "")
    case .count, .money, .rate: self = word.map { .named(Self.inSentence($0)) } ?? .none
    }
  }

  private static func isPercent(_ word: String) -> Bool {
    ["%", "porcentaje", "porcentajes", "por ciento", "porciento", "percent", "percentage", "per cent"]
      .contains(word.lowercased())
  }

  private static func isSign(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
  }

  /// Spanish and English plurals end in s; of several words the first is the noun (`reuniones de trabajo`).
  static func isPlural(_ word: String) -> Bool {
    word.prefix { $0 != " " && $0 != "/" }.last.map { $0 == "s" || $0 == "S" } ?? false
  }

  /// Without the capital of a cell's first word; short capitals may be a symbol (`KM`) and stay.
  private static func inSentence(_ word: String) -> String {
    let letters = word.filter(\.isLetter)
    if letters.count > 4, letters == letters.uppercased() { return word.lowercased() }
    let rest = word.dropFirst()
    return rest.count > 1 && rest == rest.lowercased() ? word.prefix(1).lowercased() + rest : word
  }
}

extension Activity {
  /// The unit written in the figures' cells, where all that have one have the same.
  var unitOfFigures: String? {
    let units = Set(figures.compactMap { figure($0.kind, period: $0.period).unit })
    return units.count == 1 ? units.first : nil
  }

  fileprivate var hasPercentSigns: Bool {
    figures.contains { figure($0.kind, period: $0.period).text.contains("%") }
  }

  /// Of the figures the source states, the most digits behind the decimal point.
  var mostDecimals: Int {
    figures.map { figure($0.kind, period: $0.period) }.filter { $0.origin == .stated }.map(\.decimals).max() ?? 0
  }
}
