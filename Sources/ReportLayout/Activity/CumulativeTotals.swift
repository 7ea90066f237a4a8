import ReportModel

/// Running totals of an activity over its periods, as far as they are known.
///
/// A cell that is blank or says that there is no data makes the total unknown from there on, unless the figures that are
/// there add up to the year's total as the source states it: then the blank ones stand for nothing. What was not
/// programmed or does not apply adds nothing.
struct CumulativeTotals {
  let programmed: [Quantity?]
  let real: [Quantity?]

  init(_ activity: Activity) {
    programmed = CumulativeTotals.totals(activity.periods.map(\.programmed), year: activity.annual.goal)
    real = CumulativeTotals.totals(activity.periods.map(\.real), year: activity.annual.real)
  }

  /// Whether anything is known.
  var isEmpty: Bool { (programmed + real).allSatisfy { $0 == nil } }

  /// Whether the two run as one somewhere above zero.
  var coincide: Bool {
    zip(programmed, real).contains { programmed, real in programmed != nil && programmed == real && real != .zero }
  }

  /// nil from where nothing is known, or a total would not fit. Behind the last number nothing is known either.
  private static func totals(_ figures: [Figure], year: Figure) -> [Quantity?] {
    let known = figures.lastIndex { $0.quantity != nil } ?? -1
    let isComplete = year.origin == .stated && year.quantity != nil && Quantity.sum(of: figures) == year.quantity
    var total: Quantity? = .zero
    return figures.enumerated().map { index, figure in
      guard index <= known else { return nil }
      if let quantity = figure.quantity {
        total = total?.adding(quantity)
      } else if !isComplete, figure.isUnknown {
        total = nil
      }
      return total
    }
  }
}

extension Figure {
  /// Whether the cell tells nothing: blank, or `S/D`.
  var isUnknown: Bool { value == .blank || value == .absent(.noData) }
}
