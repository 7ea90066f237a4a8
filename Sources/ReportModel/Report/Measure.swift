/// What an activity's figures measure, which says whether they may be added up.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// Things that are counted or amounts: periods add up to the year.
  case amount
  /// Per cents and other rates: a year's is their mean, the last or a constant, and none is computed here.
  case rate
}

extension Activity {
  /// Per cent signs in the figures, or a unit of measure that is one.
  public var measure: Measure {
    let figures = periods.flatMap { [$0.programmed, $0.real] } + [annual.goal, annual.real]
    let stated = figures.filter { $0.origin == .stated && $0.quantity != nil }
    if !stated.isEmpty, stated.contains(where: { $0.text.contains("%") }),
      stated.allSatisfy({ $0.text.contains("%") || $0.quantity?.isZero == true })
    {
      return .rate
    }
    return unit.map { Activity.isRate($0.value) } ?? false ? .rate : .amount
  }

  private static func isRate(_ unit: String) -> Bool {
    let plain = unit.lowercased().trimmingEnds { !$0.isLetter && $0 != "%" }
    return ["%", "porcentaje", "porciento", "por ciento", "por cientos", "tasa", "percent", "percentage", "per cent", "rate"]
      .contains(plain)
  }
}

extension String {
  fileprivate func trimmingEnds(_ isDropped: (Character) -> Bool) -> String {
    let rest = drop(while: isDropped)
    return String(rest.reversed().drop(while: isDropped).reversed())
  }
}
