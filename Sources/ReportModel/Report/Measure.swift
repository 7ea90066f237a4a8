/// What an activity's figures measure, which says whether they may be added up.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// Things that are counted, or physical amounts: periods add up to the year.
  case count
  /// Money: periods add up to the year, but never to anything that is counted.
  case money
  /// Per cents and other rates: a year's is their mean, the last or a constant, and none is computed here.
  case rate
}

extension Measure {
  /// Whether the figures of periods add up to the year's.
  public var isAdditive: Bool { self != .rate }
}

extension Activity {
  /// By per cent signs or signs of money in the figures, else by the unit of measure.
  public var measure: Measure {
    let figures = periods.flatMap { [$0.programmed, $0.real] } + [annual.goal, annual.real]
    let stated = figures.filter { $0.origin == .stated && $0.quantity != nil }
    func isAll(_ isSuch: (Figure) -> Bool) -> Bool {
      stated.contains(where: isSuch) && stated.allSatisfy { isSuch($0) || $0.quantity?.isZero == true }
    }
    if isAll({ $0.text.contains("%") }) { return .rate }
    if isAll({ Measure.isMoney($0.unit ?? "") }) { return .money }
    guard let unit = unit?.value else { return .count }
    return Measure.isRate(unit) ? .rate : Measure.isMoney(unit) ? .money : .count
  }
}

extension Measure {
  fileprivate static func isRate(_ unit: String) -> Bool {
    [
      "%", "porcentaje", "porcentajes", "porciento", "por ciento", "por cientos", "tasa", "tasa de variación", "índice",
      "indice", "promedio", "razón", "proporción", "percent", "percentage", "per cent", "rate", "average",
    ].contains(plain(unit))
  }

  fileprivate static func isMoney(_ unit: String) -> Bool {
    [
      "$", "mxn", "m.n", "mn", "pesos", "peso", "miles de pesos", "millones de pesos", "moneda nacional", "mdp",
    ].contains(plain(unit))
  }

  /// In small letters, without what stands around the words.
  private static func plain(_ unit: String) -> String {
    func isDropped(_ character: Character) -> Bool {
      !character.isLetter && character != "%" && character != "$"
    }
    let rest = unit.lowercased().drop(while: isDropped)
    return String(rest.reversed().drop(while: isDropped).reversed())
  }
}
